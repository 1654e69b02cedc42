/** Directions of a snapshot's codes by the attributes of the data set that it was trained on. */
@NullMarked
package studio.saddlepoint.metrics.direction;

import org.jspecify.annotations.NullMarked;
