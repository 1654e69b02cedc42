package studio.saddlepoint.run.imported;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.core.StudioException;

/**
 * The TorchScript files that a person has allowed to run on this computer, by their SHA-256, in
 * {@code trusted-generators.txt} of the settings folder. It is not in the run folder: that may come
 * from somebody else.
 *
 * @param list the file
 */
public record Trust(Path list) {
  private static final int BUFFER = 1 << 16;

  /** That of this process's person. */
  public static Trust here() {
    return new Trust(Home.ofEnvironment().settings().resolve("trusted-generators.txt"));
  }

  /** Whether files of a digest may run. */
  public boolean has(String digest) {
    return all().contains(digest);
  }

  /**
   * Allows files of a digest to run.
   *
   * @throws StudioException if it cannot be kept
   */
  public void add(String digest) {
    Set<String> all = all();
    if (!all.add(digest)) {
      return;
    }
    try {
      Path folder = list.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.ON_DISK.write(list, String.join("\n", all) + "\n");
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "It cannot be kept that the file may run: %s cannot be written (%s). Check the permissions and the free space there.",
              list, DiskErrors.reason(e)),
          e);
    }
  }

  private Set<String> all() {
    try {
      return new LinkedHashSet<>(Files.readAllLines(list));
    } catch (NoSuchFileException e) {
      return new LinkedHashSet<>();
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be read (%s), which says what files may run. Check its permissions.",
              list, DiskErrors.reason(e)),
          e);
    }
  }

  /**
   * The SHA-256 of a file in hexadecimal digits.
   *
   * @throws StudioException if it cannot be read
   */
  public static String digest(Path file) {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be read (%s). Check that it is there and may be read.",
              file, DiskErrors.reason(e)),
          e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
