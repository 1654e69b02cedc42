/** What a generator's images are worth in numbers: evaluations, comparisons and curves. */
@NullMarked
package studio.saddlepoint.metrics;

import org.jspecify.annotations.NullMarked;
