package studio.saddlepoint.core;

import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of files and folders as texts. Unix knows names as bytes, which Java turns into letters by
 * the locale: in that of C every byte above 127 is lost, in others those that are no UTF-8. The
 * bytes behind a path's text are in its URI, so that here names are read as UTF-8 in every locale.
 */
public final class PathNames {
  /** What Java puts in the place of a byte that it has no letter for. */
  private static final char LOST = '\uFFFD';

  private static final boolean BYTES = File.separatorChar == '/';

  private PathNames() {}

  /** The last name of a path; all of it for a root, which has none: {@code /}, {@code E:\}. */
  public static String of(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path last = whole.getFileName();
    return text(last == null ? whole : last);
  }

  /**
   * A path as text, the same in every locale; bytes that are no UTF-8 are written as {@code \xe9}.
   * {@link #spelt} gives the path back where there are none of those.
   */
  public static String text(Path path) {
    String text = path.toString();
    if (!BYTES || text.indexOf(LOST) < 0 || path.getFileSystem() != FileSystems.getDefault()) {
      return text;
    }
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(nameOf(name)));
    return (path.isAbsolute() ? "/" : "") + String.join("/", names);
  }

  private static String nameOf(Path name) {
    if (name.toString().indexOf(LOST) < 0) {
      return name.toString();
    }
    String uri = name.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    return utf8(bytes(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end)));
  }

  private static ByteBuffer bytes(String escaped) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.put((byte) HexFormat.fromHexDigits(escaped, i + 1, i + 3));
        i += 2;
      } else {
        bytes.put((byte) escaped.charAt(i));
      }
    }
    return bytes.flip();
  }

  private static String utf8(ByteBuffer bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer letters = CharBuffer.allocate(4 * bytes.remaining());
    CoderResult result = decoder.decode(bytes, letters, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        letters.put("\\x").put(HexFormat.of().toHexDigits(bytes.get()));
      }
      result = decoder.reset().decode(bytes, letters, true);
    }
    return letters.flip().toString();
  }

  /**
   * The path that a text spells, also with letters that the locale has not; empty where this system
   * has none, as with {@code ?} on Windows.
   */
  public static Optional<Path> spelt(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return BYTES && text.indexOf('\0') < 0 ? Optional.of(ofBytes(text)) : Optional.empty();
    }
  }

  /**
   * As {@link #spelt}, but empty too where letters were lost before the program saw the text, so
   * that it would be another file.
   */
  public static Optional<Path> whole(String text) {
    return BYTES && text.indexOf(LOST) >= 0 ? Optional.empty() : spelt(text);
  }

  /**
   * The file of a folder that a text from a file names, which may be damaged or foreign; empty
   * where it names none, or one elsewhere.
   */
  public static Optional<Path> within(Path folder, String name) {
    return spelt(name)
        .map(each -> folder.resolve(each).normalize())
        .filter(each -> each.startsWith(folder));
  }

  private static Path ofBytes(String text) {
    String uri =
        Stream.of(text.split("/"))
            .filter(name -> !name.isEmpty())
            .map(PathNames::escaped)
            .collect(Collectors.joining("/", "file:///", ""));
    Path path = Path.of(URI.create(uri));
    return text.startsWith("/") ? path : path.getRoot().relativize(path);
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      escaped.append('%').append(HexFormat.of().toHexDigits(each));
    }
    return escaped.toString();
  }

  /**
   * A path as a file of Java's older kind, which is known by its text alone; empty where that would
   * be another file.
   */
  public static Optional<File> file(Path path) {
    try {
      File file = path.toFile();
      return file.toPath().equals(path) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * What to do where nothing is called as a person wrote it; empty unless letters of it were lost
   * before the program saw them.
   *
   * @param text what was written
   * @return nothing, or a sentence after a space
   */
  public static String cure(String text) {
    String locale = System.getProperty("sun.jnu.encoding", "UTF-8");
    boolean unicode = locale.equalsIgnoreCase("UTF-8");
    if (!BYTES || text.indexOf(LOST) < 0 && (unicode || text.indexOf('?') < 0)) {
      return "";
    }
    return unicode
        ? " Its name is not in UTF-8, so no letters can spell it: rename it, or name the folder that it lies in."
        : English.of(
            " The locale (%s) cannot spell all letters: start the program with LC_ALL=C.UTF-8.",
            locale);
  }
}
