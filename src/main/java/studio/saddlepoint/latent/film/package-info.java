/** Films: pictures one after the other as GIF, APNG, MP4, or a folder of frames. */
@org.jspecify.annotations.NullMarked
package studio.saddlepoint.latent.film;
