/** Latent codes by their names and by their numbers: tools of the page Explore. */
@NullMarked
package studio.saddlepoint.app.explore.code;

import org.jspecify.annotations.NullMarked;
