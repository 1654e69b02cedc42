package studio.saddlepoint.app.explore.code;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for files of codes. */
public interface CodesAsking {
  /** A file to read; empty if the person does not want to. */
  Optional<Path> open();

  /**
   * A file to write, which may be replaced if it is there.
   *
   * @param name a name for it
   * @return empty if the person does not want to
   */
  Optional<Path> save(String name);
}
