/** The film of a training: its sample sheets through time, with the losses below. */
@org.jspecify.annotations.NullMarked
package studio.saddlepoint.latent.film.training;
