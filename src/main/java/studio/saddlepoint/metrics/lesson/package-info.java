/** Measurements of what scores miss, on pictures that are known: the program's own drawn digits. */
@NullMarked
package studio.saddlepoint.metrics.lesson;

import org.jspecify.annotations.NullMarked;
