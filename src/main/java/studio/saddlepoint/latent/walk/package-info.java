/** Walks: ways through latent space from key to key, in time. */
@org.jspecify.annotations.NullMarked
package studio.saddlepoint.latent.walk;
