package studio.saddlepoint.app.film;

import java.util.OptionalInt;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.walk.Easing;

/**
 * What a person wants of a film.
 *
 * @param format of the file
 * @param size of a frame in pixels: of a walk the longer side, of a training the width
 * @param rate frames in a second
 * @param seconds of a walk from key to key, of a training until its last sheet
 * @param keys of a walk, as a text; of no use for a training
 * @param easing of a walk
 * @param loop whether a walk goes back to its first key
 */
public record FilmSettings(
    FilmFormat format,
    OptionalInt size,
    FrameRate rate,
    double seconds,
    String keys,
    Easing easing,
    boolean loop) {
  /** The same at another size and rate. */
  FilmSettings with(OptionalInt otherSize, FrameRate otherRate) {
    return new FilmSettings(format, otherSize, otherRate, seconds, keys, easing, loop);
  }
}
