package studio.saddlepoint.latent.film;

import studio.saddlepoint.core.Picture;

/**
 * A picture of a film.
 *
 * @param picture as large as those before it
 * @param ticks how many frames long it is shown, at least 1
 */
public record FilmFrame(Picture picture, int ticks) {
  /** Checks the time. */
  public FilmFrame {
    if (ticks < 1) {
      throw new IllegalArgumentException("ticks " + ticks);
    }
  }

  /** A picture for one frame. */
  public FilmFrame(Picture picture) {
    this(picture, 1);
  }
}
