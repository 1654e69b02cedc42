/** Layers of style-based networks: equalized, modulated, blurred, with noise. */
@NullMarked
package studio.saddlepoint.nn.style;

import org.jspecify.annotations.NullMarked;
