/** Inversion: the code whose picture is nearest to a given one. */
@NullMarked
package studio.saddlepoint.latent.inversion;

import org.jspecify.annotations.NullMarked;
