/** Latent codes and what is made from them: sampling, truncation, paths, pictures of a snapshot. */
@NullMarked
package studio.saddlepoint.latent;

import org.jspecify.annotations.NullMarked;
