package studio.saddlepoint.app.explore.code;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.saddlepoint.latent.code.Bookmark;

/** Reads and writes files of codes for the generator that is explored, in the background. */
public interface CodeExchange {
  /**
   * Reads codes, and draws the pictures of those that have none. FX thread.
   *
   * @param done takes them on the FX thread; is not called where that fails, which the person is
   *     told
   */
  void read(Path file, Consumer<List<Bookmark>> done);

  /** Writes codes, and tells the person how it went. FX thread. */
  void write(Path file, List<Bookmark> codes);
}
