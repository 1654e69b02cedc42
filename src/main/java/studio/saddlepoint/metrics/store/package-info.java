/**
 * What evaluations keep on disk: downloaded weights, known by their digest, and what was computed
 * once.
 */
@NullMarked
package studio.saddlepoint.metrics.store;

import org.jspecify.annotations.NullMarked;
