/** The page where one walks through a generator's latent space. */
@NullMarked
package studio.saddlepoint.app.explore;

import org.jspecify.annotations.NullMarked;
