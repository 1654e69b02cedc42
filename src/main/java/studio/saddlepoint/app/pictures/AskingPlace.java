package studio.saddlepoint.app.pictures;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where to save something. */
public interface AskingPlace {
  /**
   * Asks, and waits for the answer. A file that is there may be replaced if it is chosen.
   *
   * @param title what it is about
   * @param name a name for it; without a dot for a folder
   * @return nothing if the person does not want to
   */
  Optional<Path> ask(String title, String name);
}
