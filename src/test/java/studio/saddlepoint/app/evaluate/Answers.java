package studio.saddlepoint.app.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.app.evaluate.form.Asking;

/** Answers in place of a person: trusts what is called good.pt, and saves and opens one file. */
final class Answers implements Asking {
  private Optional<Path> file = Optional.empty();

  /** The file for the questions to come. */
  void file(Path next) {
    file = Optional.of(next);
  }

  @Override
  public boolean trusts(Path asked) {
    return asked.endsWith("good.pt");
  }

  @Override
  public Optional<Path> save(String name) {
    return file;
  }

  @Override
  public Optional<Path> open(String name) {
    return file;
  }

  @Override
  public Optional<Path> folder() {
    return file;
  }
}
