package studio.saddlepoint.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.file.SourceFiles;

/**
 * The text files beside IDX files that name the classes: {@code classes.txt} with a name a line, or
 * the mapping of EMNIST (Cohen et al. 2017), each line of which has a label and the codes of the
 * characters that it stands for.
 */
final class ClassFiles {
  private static final String CLASSES = "classes.txt";
  private static final Pattern IMAGES = Pattern.compile("(.*-)(train|test|t10k)-images.*");
  private static final Pattern LINE = Pattern.compile("(\\d{1,3})((\\s+\\d{1,6})+)");
  private static final int MOST_LABEL = 255;

  private ClassFiles() {}

  /** Whether a file's name says that it is of EMNIST. */
  static boolean isEmnist(Path images) {
    return String.valueOf(images.getFileName()).startsWith("emnist-");
  }

  /** Those that are there. */
  static List<Path> beside(Path images) {
    List<Path> files = new ArrayList<>();
    Path classes = images.toAbsolutePath().resolveSibling(CLASSES);
    if (Files.isRegularFile(classes)) {
      files.add(classes);
    }
    mapping(images).ifPresent(files::add);
    return files;
  }

  /** The names of the classes by label; empty where there is no such file. */
  static Optional<List<String>> names(Path images) {
    Path classes = images.toAbsolutePath().resolveSibling(CLASSES);
    return SourceFiles.lines(classes).or(() -> mapping(images).flatMap(ClassFiles::mapped));
  }

  private static Optional<Path> mapping(Path images) {
    Matcher matcher = IMAGES.matcher(PathNames.of(images));
    return matcher.matches()
        ? SourceFiles.beside(images, matcher.group(1) + "mapping.txt").filter(Files::isRegularFile)
        : Optional.empty();
  }

  private static Optional<List<String>> mapped(Path file) {
    List<String> names = new ArrayList<>();
    for (String line : SourceFiles.lines(file).orElse(List.of())) {
      Matcher matcher = LINE.matcher(line);
      int label = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
      if (label < 0 || label > MOST_LABEL) {
        throw new StudioException(
            English.of(
                "The file %s has the line \"%s\", which is no label with codes of characters. Mend it, or take the file away to have numbers as names.",
                file, line));
      }
      while (names.size() <= label) {
        names.add(Integer.toString(names.size()));
      }
      names.set(label, characters(matcher.group(2)));
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static String characters(String codes) {
    StringBuilder name = new StringBuilder();
    for (String code : codes.strip().split("\\s+")) {
      int character = Integer.parseInt(code);
      name.appendCodePoint(Character.isValidCodePoint(character) ? character : '?');
    }
    return name.toString();
  }
}
