/** Latent codes with names: bookmarks of a run, and their exchange with other programs. */
@NullMarked
package studio.saddlepoint.latent.code;

import org.jspecify.annotations.NullMarked;
