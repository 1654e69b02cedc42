package studio.saddlepoint.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * Zip archives, whose entries are paths of a file system of their own while the archive is open. An
 * entry may announce less than it holds, so that it is read only as far as it announces, and no
 * more than a file of usual size.
 */
public final class ZipImages {
  private static final byte[] BEGINNING = {'P', 'K', 3, 4};

  /** More is not held of one entry. */
  private static final long MOST_BYTES = 256L << 20;

  /** In which names are written that are not marked as UTF-8, by the specification. */
  private static final String OLD_NAMES = "IBM437";

  private ZipImages() {}

  /** Whether a file begins as a zip archive does. */
  public static boolean isZip(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether an archive holds nothing but arrays of numpy, as an .npz does. */
  public static boolean holdsArrays(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1)) {
      return file.size() > 0 && file.stream().allMatch(each -> each.getName().endsWith(".npy"));
    } catch (IOException e) {
      return String.valueOf(zip.getFileName()).endsWith(".npz");
    }
  }

  /**
   * Opens an archive.
   *
   * @return to be closed; nothing in it can be changed
   * @throws StudioException if it cannot be opened
   */
  public static FileSystem open(Path zip) {
    try {
      try {
        return open(zip, StandardCharsets.UTF_8);
      } catch (ZipException e) {
        if (!String.valueOf(e.getMessage()).contains("bad entry name")) {
          throw e;
        }
        boolean known = Charset.isSupported(OLD_NAMES);
        return open(zip, known ? Charset.forName(OLD_NAMES) : StandardCharsets.ISO_8859_1);
      }
    } catch (IOException | RuntimeException e) {
      throw new StudioException(
          English.of("The archive %s cannot be used: %s.", zip, reasonOf(e)), e);
    }
  }

  private static FileSystem open(Path zip, Charset names) throws IOException {
    FileSystem archive = FileSystems.newFileSystem(zip, Map.of("encoding", names.name()));
    try {
      checkNames(archive.getPath("/"));
      return archive;
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /**
   * Refuses names that are found but cannot be used, which would be met anywhere later.
   *
   * @throws InvalidPathException for the first one
   */
  private static void checkNames(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      all.forEach(each -> root.getFileSystem().getPath(each.toString()));
    }
  }

  private static String reasonOf(Exception e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof InvalidPathException) {
      return "a name in it has a character that names of files cannot have. Pack it again without that file";
    }
    if (message.contains("encrypted")) {
      return "it asks for a password. Pack it without one, or unpack it and choose the folder";
    }
    if (message.contains("'.' or '..'")) {
      return "a name in it has a part \".\" or \"..\". Unpack it and choose the folder";
    }
    return English.of("it is cut short or damaged (%s). Copy or download it again", message);
  }

  /** Where the images of an open archive begin: in the only folder, where there is one. */
  public static Path top(FileSystem archive) throws IOException {
    Path root = archive.getPath("/");
    try (var inside = Files.list(root)) {
      List<Path> visible =
          inside
              .filter(each -> !PlacesToSkip.isFolder(name(each)))
              .filter(each -> !PlacesToSkip.isJunk(name(each)))
              .toList();
      return visible.size() == 1 && Files.isDirectory(visible.get(0)) ? visible.get(0) : root;
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Whether a path is an entry of an archive rather than a file on disk. */
  public static boolean holds(Path file) {
    return file.getFileSystem() != FileSystems.getDefault();
  }

  /**
   * All bytes of an entry.
   *
   * @throws IOException if it is damaged
   * @throws UnusableImageException if it is too large
   */
  static byte[] bytes(Path entry) throws IOException, UnusableImageException {
    long length = Files.size(entry);
    if (length > MOST_BYTES) {
      throw new UnusableImageException(
          English.of(
              "takes %,d MB when unpacked, more than %,d MB: unpack the archive",
              length >> 20, MOST_BYTES >> 20));
    }
    try (InputStream in = Files.newInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) length);
      if (bytes.length < length || in.read() >= 0) {
        throw new UnusableImageException("is not as long as the archive announces: pack it again");
      }
      return bytes;
    }
  }
}
