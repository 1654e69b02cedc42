/** Layers that bring what passes to mean 0 and variance 1, by batch or by example. */
@NullMarked
package studio.saddlepoint.nn.norm;

import org.jspecify.annotations.NullMarked;
