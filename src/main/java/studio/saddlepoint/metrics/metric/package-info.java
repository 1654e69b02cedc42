/** The metrics: one class each, listed once, with what to bear in mind of their numbers. */
@NullMarked
package studio.saddlepoint.metrics.metric;

import org.jspecify.annotations.NullMarked;
