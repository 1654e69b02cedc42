package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.data.known.KnownDataSets;

/**
 * Data sets as a command line tells them: the embedded ones and the well-known ones that are here
 * by name, all others by path. What lies at a path goes before a name, but for the embedded ones.
 */
final class DataSource {
  private static final Set<String> EMBEDDED = Set.of("strokes", "shapes");

  private DataSource() {}

  /**
   * A data set as {@code data.source} has it, its path absolute, so that a run finds it from
   * anywhere.
   *
   * @param text a name or a path
   * @param home where the well-known ones are
   * @throws BadUse if there is none
   */
  static String of(String text, Home home) {
    return named(text, home).or(() -> at(text).map(PathNames::text)).orElseThrow(() -> none(text));
  }

  /**
   * A data set by name alone, as {@code data.source} has it; empty where the text is no name.
   *
   * @param home where the well-known ones are
   * @throws BadUse if it is the name of one that is not here yet
   */
  static Optional<String> named(String text, Home home) {
    if (EMBEDDED.contains(text)) {
      return Optional.of(text);
    }
    if (at(text).isPresent()) {
      return Optional.empty();
    }
    String name = text.strip().toLowerCase(Locale.ROOT);
    return EMBEDDED.contains(name) ? Optional.of(name) : known(text, home);
  }

  private static Optional<Path> at(String text) {
    return PathNames.spelt(text)
        .filter(path -> !text.isBlank()) // to Java, the working folder
        .map(path -> path.toAbsolutePath().normalize())
        .filter(Files::exists);
  }

  private static Optional<String> known(String text, Home home) {
    return KnownDataSet.of(text)
        .map(
            set ->
                new KnownDataSets(home)
                    .find(set)
                    .map(path -> path.toAbsolutePath().normalize())
                    .map(PathNames::text)
                    .orElseThrow(() -> notHere(set)));
  }

  private static BadUse notHere(KnownDataSet set) {
    return new BadUse(
        set.title()
            + " is not on this computer yet: \"saddlepoint data get "
            + set.id()
            + "\" downloads it.");
  }

  private static BadUse none(String text) {
    return new BadUse(
        "There is no data set \""
            + text
            + "\": name strokes, shapes, a well-known data set (\"saddlepoint data get --help\" lists them), or the path of a folder or zip of images, IDX files or CIFAR."
            + PathNames.cure(text));
  }
}
