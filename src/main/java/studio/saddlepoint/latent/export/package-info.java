/** Samples of a snapshot as files that other programs read. */
@NullMarked
package studio.saddlepoint.latent.export;

import org.jspecify.annotations.NullMarked;
