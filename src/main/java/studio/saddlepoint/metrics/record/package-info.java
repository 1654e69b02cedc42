/** The record of evaluations in a run's folder: scores with what was found, curves, exports. */
@NullMarked
package studio.saddlepoint.metrics.record;

import org.jspecify.annotations.NullMarked;
