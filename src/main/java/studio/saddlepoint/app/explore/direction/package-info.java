/** The directions of the page Explore: finding them, their sliders, and how entangled they are. */
@NullMarked
package studio.saddlepoint.app.explore.direction;

import org.jspecify.annotations.NullMarked;
