package studio.saddlepoint.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.data.DataProblem;

/**
 * The state of the files that images are made from, as a hash: another one means other images.
 *
 * <p>Names, lengths and times are not enough: uncompressed images of one size have one length,
 * archives give all files one time, and a time can be set. So the time of the last change of a
 * file's status (ctime), which nobody can set, and its number (inode), by which exchanged folders
 * are known, belong to it. Where the file system has no such, samples of the content stand in for
 * them, of those kinds that are not compressed. Both may change where the content does not, by
 * chmod or by a copy of the folder: then images are only read once more.
 */
public final class SourceState {
  /** File systems that make up both anew, each time they are mounted or forget a file. */
  private static final Set<String> FORGETFUL = Set.of("vfat", "msdos", "exfat");

  private static final String USER_SPACE = "fuse";

  /** Endings of compressed kinds, the length of which tells one content from another. */
  private static final Set<String> COMPRESSED =
      Set.of("png", "jpg", "jpeg", "gif", "webp", "gz", "zip");

  /** Of a larger file so many blocks are looked at, evenly spread, from first to last. */
  private static final int SAMPLES = 4;

  private static final int SAMPLE_BYTES = 4096;

  private SourceState() {}

  /**
   * Of the files of a listing.
   *
   * @param files those that matter; what cannot be asked about is told when it is read
   */
  public static String of(List<Listing.Entry> files, Listing listing) {
    boolean marked = !files.isEmpty() && isMarked(files.get(0).path());
    MessageDigest digest = Sha256.digest();
    for (Listing.Entry file : files) {
      digest.update(line(file, marked).getBytes(StandardCharsets.UTF_8));
    }
    for (DataProblem problem : listing.problems()) {
      String line = problem.file() + "\n" + problem.reason() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return shown(digest);
  }

  private static String line(Listing.Entry file, boolean marked) {
    String mark;
    try {
      mark = marked ? mark(file.path()) : sample(file.path(), file.length());
    } catch (IOException e) {
      mark = e.getClass().getSimpleName();
    }
    return line(file.name(), file.length(), file.modifiedMillis(), mark);
  }

  private static String line(String name, long length, long modifiedMillis, String mark) {
    return name + "\n" + length + "\n" + modifiedMillis + "\n" + mark + "\n";
  }

  /**
   * Of a few files.
   *
   * @throws studio.saddlepoint.core.StudioException if one is not there
   */
  public static String of(List<Path> files) {
    MessageDigest digest = Sha256.digest();
    for (Path file : files) {
      try {
        long length = Files.size(file);
        String line =
            line(
                String.valueOf(file.getFileName()),
                length,
                Files.getLastModifiedTime(file).toMillis(),
                isMarked(file) ? mark(file) : sample(file, length));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw SourceFiles.unreadable(file, e);
      }
    }
    return shown(digest);
  }

  private static String shown(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** Whether the file system keeps the time of a file's last change of status, and its number. */
  private static boolean isMarked(Path place) {
    if (!place.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    try {
      String type = Files.getFileStore(place).type().toLowerCase(Locale.ROOT);
      return !FORGETFUL.contains(type) && !type.startsWith(USER_SPACE);
    } catch (IOException e) {
      // Its place in the table of mounts is not found, as in a changed root: most keep them.
      return true;
    }
  }

  private static String mark(Path file) throws IOException {
    Map<String, Object> told = Files.readAttributes(file, "unix:ctime,ino");
    return told.get("ino") + " " + nanos((FileTime) told.get("ctime"));
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  private static boolean isCompressed(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return COMPRESSED.contains(ending);
  }

  /**
   * A sum of the whole content where it is small, of some blocks of it where it is not; nothing
   * where the length tells enough.
   */
  private static String sample(Path file, long length) throws IOException {
    if (isCompressed(file)) {
      return "";
    }
    CRC32 sum = new CRC32();
    ByteBuffer block = ByteBuffer.allocate(SAMPLE_BYTES);
    long step = Math.max(SAMPLE_BYTES, (length - SAMPLE_BYTES) / (SAMPLES - 1));
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      for (int i = 0; i < SAMPLES; i++) {
        channel.position(i * step);
        block.clear();
        while (block.hasRemaining() && channel.read(block) >= 0) {
          continue;
        }
        sum.update(block.flip());
      }
    }
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
