package studio.saddlepoint.latent.export;

import java.io.IOException;
import studio.saddlepoint.data.ImageShape;

/**
 * A file or folder that takes samples one after the other. It is there whole after {@link #finish};
 * closed before that, nothing of it stays.
 */
interface SampleSink extends AutoCloseable {
  /**
   * Takes the next sample.
   *
   * @throws IOException if it cannot be written
   */
  void add(Sample sample) throws IOException;

  /**
   * Ends it after the last sample and puts it in its place.
   *
   * @return the shape of a picture in it
   * @throws IOException if it cannot be written
   */
  ImageShape finish() throws IOException;

  /** Frees what it holds, and deletes what is not finished. */
  @Override
  void close();
}
