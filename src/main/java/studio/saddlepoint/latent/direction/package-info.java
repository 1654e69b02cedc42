/** Directions along which codes mean something: how they are found, measured and kept. */
@NullMarked
package studio.saddlepoint.latent.direction;

import org.jspecify.annotations.NullMarked;
