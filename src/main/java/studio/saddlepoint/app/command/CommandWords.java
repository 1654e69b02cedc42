package studio.saddlepoint.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.ShellLine;

/** The words of a command line as they are gathered. */
final class CommandWords {
  private final List<String> words = new ArrayList<>(List.of("saddlepoint"));

  /**
   * A command of the program.
   *
   * @param names its name, with that of the command above it before it
   */
  CommandWords(String... names) {
    words.addAll(List.of(names));
  }

  CommandWords word(String word) {
    words.add(word);
    return this;
  }

  /** A file or folder by its whole path, so that it is the same one from anywhere. */
  CommandWords path(Path path) {
    return word(PathNames.text(path.toAbsolutePath().normalize()));
  }

  /** An option; where its value begins with a dash, both as one word. */
  CommandWords option(String name, String value) {
    if (value.startsWith("-")) {
      return word(name + "=" + value);
    }
    return word(name).word(value);
  }

  CommandWords option(String name, Path path) {
    return word(name).path(path);
  }

  CommandWords flag(String name, boolean wanted) {
    return wanted ? word(name) : this;
  }

  ShellLine line() {
    return new ShellLine(words);
  }
}
