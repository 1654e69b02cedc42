/**
 * Which snapshot a page works on, and how its latent codes are drawn: chosen alike by all pages.
 */
@NullMarked
package studio.saddlepoint.app.snapshot;

import org.jspecify.annotations.NullMarked;
