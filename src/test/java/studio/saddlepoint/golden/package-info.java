/** The golden vectors: reference inputs and outputs of the operations, and what computes them. */
@NullMarked
package studio.saddlepoint.golden;

import org.jspecify.annotations.NullMarked;
