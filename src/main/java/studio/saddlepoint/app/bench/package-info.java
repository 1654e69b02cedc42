/** Measures how fast the window answers. */
@NullMarked
package studio.saddlepoint.app.bench;

import org.jspecify.annotations.NullMarked;
