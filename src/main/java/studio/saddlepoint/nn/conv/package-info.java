/** Convolutions, linear layers and attention over positions, with spectral norm. */
@NullMarked
package studio.saddlepoint.nn.conv;

import org.jspecify.annotations.NullMarked;
