/** Grids on the explorer's canvas: a plane to move in, truncation against seed, all classes. */
@NullMarked
package studio.saddlepoint.app.explore.grid;

import org.jspecify.annotations.NullMarked;
