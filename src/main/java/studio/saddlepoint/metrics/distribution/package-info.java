/** Distances between distributions of features or classes, and how sure they are. */
@NullMarked
package studio.saddlepoint.metrics.distribution;

import org.jspecify.annotations.NullMarked;
