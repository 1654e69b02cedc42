/** The game of two numbers, min over x and max over y of xy. */
@NullMarked
package studio.saddlepoint.lab.orbit;

import org.jspecify.annotations.NullMarked;
