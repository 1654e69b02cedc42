/** Grids of pictures over what explains a generator: planes, truncation, classes. */
@NullMarked
package studio.saddlepoint.latent.grid;

import org.jspecify.annotations.NullMarked;
