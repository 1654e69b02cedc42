/** Judges of a data set's attributes: its classes, and its factors where they are known. */
@NullMarked
package studio.saddlepoint.metrics.attribute;

import org.jspecify.annotations.NullMarked;
