package studio.saddlepoint.latent.film;

import java.util.List;

/** The pictures of a film, drawn some at a time. */
public interface FrameSource {
  /** How many pictures there are. */
  int count();

  /**
   * Draws some.
   *
   * @param from the first, from 0
   * @param to behind the last
   * @return in order
   */
  List<FilmFrame> range(int from, int to);
}
