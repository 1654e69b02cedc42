package studio.saddlepoint.app;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A file or folder that a person chose or dropped, as a path. */
public final class ChosenFile {
  private ChosenFile() {}

  /**
   * Its path; empty where this system's locale cannot spell it, which the person is told.
   *
   * @param chosen what a dialog or a drop gave
   * @param notices told what is wrong
   */
  public static Optional<Path> path(File chosen, Consumer<Notice> notices) {
    try {
      return Optional.of(chosen.toPath());
    } catch (InvalidPathException e) {
      notices.accept(Notice.problem(Messages.text("file.unspelt", chosen)));
      return Optional.empty();
    }
  }
}
