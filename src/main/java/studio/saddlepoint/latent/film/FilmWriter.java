package studio.saddlepoint.latent.film;

import java.io.IOException;

/**
 * A file or folder that takes the frames of a film one after the other. It is there whole after
 * {@link #finish}; closed before that, nothing of it stays.
 */
public interface FilmWriter extends AutoCloseable {
  /**
   * Takes the next frame.
   *
   * @param frame as large as the first
   * @throws IOException if it cannot be written
   */
  void add(FilmFrame frame) throws IOException;

  /**
   * Ends it after the last frame and puts it in its place.
   *
   * @throws IOException if it cannot be written
   */
  void finish() throws IOException;

  /** Frees what it holds, and deletes what is not finished. */
  @Override
  void close();
}
