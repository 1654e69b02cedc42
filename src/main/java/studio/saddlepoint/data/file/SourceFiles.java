package studio.saddlepoint.data.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;

/** Small questions to the files that data sets are made from. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * The state of some files, as a hash: another one means another content. None of files in an
   * archive, whose own state tells all.
   *
   * @param files at least one
   * @throws StudioException if one is not there
   */
  public static String stateOf(List<Path> files) {
    return ZipImages.holds(files.get(0)) ? "" : SourceState.of(files);
  }

  /** The path of another name in the same folder, of the disk or of an archive. */
  public static Optional<Path> beside(Path file, String name) {
    Path whole = file.toAbsolutePath();
    return ZipImages.holds(file)
        ? Optional.of(whole.resolveSibling(name))
        : PathNames.spelt(name).map(whole::resolveSibling);
  }

  /** A file's size in bytes. */
  public static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The lines of a text file that are not blank, if the file exists. */
  public static Optional<List<String>> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .map(String::trim)
              .filter(line -> !line.isEmpty())
              .toList();
      return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    } catch (CharacterCodingException e) {
      throw new StudioException(
          English.of("The file %s is no text in UTF-8. Save it as UTF-8.", file), e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** All bytes of a file. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What to tell of a file that cannot be read. */
  static StudioException unreadable(Path file, IOException e) {
    return new StudioException(
        English.of(
            "The file %s cannot be read (%s). Check that it exists and that you may read it.",
            file, DiskErrors.reason(e)),
        e);
  }
}
