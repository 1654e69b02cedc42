package studio.saddlepoint.core.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.PathNames;

/**
 * The file {@code studio.properties} of the settings folder. One that cannot be read, or is none of
 * this program's, never stops anything: defaults are used, the log tells, and before the window
 * writes its own the file is kept aside.
 */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final String NAME = "studio.properties";

  /** A thousand times what the program writes. */
  private static final long MOST_BYTES = 4_000_000;

  /** Names such as {@code window.width}; other programs' files have others among theirs. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  private final Path file;

  /**
   * The file of a folder; nothing is read yet.
   *
   * @param folder the settings folder; need not exist
   */
  public SettingsFile(Path folder) {
    file = folder.resolve(NAME);
  }

  /**
   * What is kept.
   *
   * @param values by key; none where there is no file, or none that can be used
   * @param problem why the file cannot be used, as the end of a sentence; empty where it can
   */
  public record Content(Properties values, Optional<String> problem) {}

  /** Reads the file. Changes nothing on disk; what is wrong with it is logged. */
  public Content read() {
    Properties values = new Properties();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Content(values, Optional.empty());
    }
    Optional<String> problem = load(values);
    problem.ifPresent(
        why -> LOG.warn("The preferences in {} {}: defaults are used.", shown(file), why));
    return new Content(problem.isEmpty() ? values : new Properties(), problem);
  }

  private Optional<String> load(Properties values) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.of("are too large for preferences of this program");
      }
      values.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("cannot be read (" + reason(e) + ")");
    }
    return values.stringPropertyNames().stream().allMatch(key -> KEY.matcher(key).matches())
        ? Optional.empty()
        : Optional.of("are those of another program, or damaged");
  }

  private static String reason(Exception e) {
    return e instanceof IOException disk ? DiskErrors.reason(disk) : String.valueOf(e.getMessage());
  }

  /**
   * Renames the file, so that it is not lost when new values are written.
   *
   * @return whether the name is free now
   */
  public boolean keepAside() {
    for (int i = 1; ; i++) {
      Path aside = file.resolveSibling(NAME + ".unreadable" + (i == 1 ? "" : "-" + i));
      if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        Files.move(file, aside);
        LOG.warn("The preferences that cannot be used are kept as {}.", shown(aside));
        return true;
      } catch (IOException e) {
        LOG.warn(
            "The preferences in {} cannot be kept aside ({}), so new ones are not written. Check that the folder can be written to.",
            shown(file),
            reason(e));
        return false;
      }
    }
  }

  /**
   * Writes all values, whole or not at all.
   *
   * @throws IOException if that fails; what was there before stays
   */
  public void write(Properties values) throws IOException {
    Files.createDirectories(file.getParent());
    StringWriter text = new StringWriter();
    values.store(text, null);
    AtomicFile.ON_DISK.write(file, text.toString());
  }

  private static String shown(Path path) {
    return PathNames.text(path);
  }

  @Override
  public String toString() {
    return shown(file);
  }
}
