/** Style mixing: pictures whose coarse and fine styles come from different codes. */
@NullMarked
package studio.saddlepoint.latent.mixing;

import org.jspecify.annotations.NullMarked;
