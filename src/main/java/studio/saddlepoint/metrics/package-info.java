/** What a generator's images are worth in numbers: feature extractors and metrics over them. */
@NullMarked
package studio.saddlepoint.metrics;

import org.jspecify.annotations.NullMarked;
