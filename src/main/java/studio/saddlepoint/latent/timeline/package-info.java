/** One code through all that is kept of a training. */
@NullMarked
package studio.saddlepoint.latent.timeline;

import org.jspecify.annotations.NullMarked;
