/** Metrics by nearest neighbours in feature space, from exact distances of pairs. */
@NullMarked
package studio.saddlepoint.metrics.neighbour;

import org.jspecify.annotations.NullMarked;
