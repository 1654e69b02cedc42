package studio.saddlepoint.run.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.Uninterrupted;

/**
 * A file of lines that only grows. The file is opened for every append: a folder that was deleted
 * meanwhile is then noticed, and can be deleted on every system. Each line is handed to the
 * operating system in one write, so that a killed process loses at most the line it was writing.
 */
public final class LineFile {
  /** The longest array. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final Path folder;
  private final Path file;
  private boolean endsCleanly;

  /**
   * @param folder the run folder, which must exist when lines are appended
   * @param name of the file in it
   */
  public LineFile(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve(name);
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /** Appends a line. After a line that was torn by a kill or a full disk, begins a new one. */
  public synchronized void append(String line) {
    try {
      String start = endsCleanly || Uninterrupted.io(this::endsWithLineBreak) ? "" : "\n";
      endsCleanly = false;
      // A stream, for an interrupt could break a channel after it wrote: a line told twice.
      try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
        out.write((start + line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      endsCleanly = true;
    } catch (IOException e) {
      throw RunDiskErrors.writing(folder, file, "", e);
    }
  }

  /**
   * Tries whether a line could be appended; the file stays as it is.
   *
   * @throws StudioException if it could not
   */
  public synchronized void tryOut() {
    if (!Files.exists(file)) {
      OutputTrial.of(file);
      return;
    }
    try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.flush();
    } catch (IOException e) {
      throw RunDiskErrors.writing(folder, file, "", e);
    }
    OutputTrial.of(file); // room for more
  }

  /**
   * What is in the file from a byte on.
   *
   * @param lines the whole lines, empty ones left out
   * @param end the byte after the last whole line
   */
  public record Part(List<String> lines, long end) {}

  /** The whole lines from a byte on; a last line without its line break is not read. */
  public Part from(long start) {
    return from(start, MOST);
  }

  /** Some whole lines from a byte on: about as many bytes as given, at least one line. */
  public Part from(long start, int bytes) {
    try {
      return Uninterrupted.io(
          () -> {
            int length = bytes;
            Part part = read(start, length);
            while (part.end() == start && length < MOST && start + length < size()) {
              length = (int) Math.min(2L * length, MOST);
              part = read(start, length);
            }
            return part;
          });
    } catch (NoSuchFileException e) {
      if (Files.isDirectory(folder)) {
        return new Part(List.of(), 0);
      }
      throw RunDiskErrors.reading(folder, e);
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    }
  }

  /**
   * Bytes of the file.
   *
   * @param bytes what was read, and perhaps some more
   * @param length how many were read
   * @param lines how many of them are whole lines
   * @param start where the first one is; the file's end where that was asked for and beyond
   */
  public record Raw(byte[] bytes, int length, int lines, long start) {}

  /** Bytes from one on, whatever they are; fewer where the file ends. */
  public Raw some(long start, int most) {
    try {
      return Uninterrupted.io(() -> readRaw(start, most));
    } catch (NoSuchFileException e) {
      if (Files.isDirectory(folder)) {
        return new Raw(new byte[0], 0, 0, 0);
      }
      throw RunDiskErrors.reading(folder, e);
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    }
  }

  /**
   * Bytes of whole lines from one on: about as many as given, at least a line where there is one.
   */
  public Raw raw(long start, int most) {
    int length = most;
    Raw raw = some(start, length);
    while (raw.lines() == 0 && raw.length() == length && length < MOST) {
      length = (int) Math.min(2L * length, MOST);
      raw = some(start, length);
    }
    return raw;
  }

  private Raw readRaw(long start, int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long begin = Math.min(start, size);
      byte[] bytes = new byte[(int) Math.min(size - begin, most)];
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && channel.read(buffer, begin + buffer.position()) > 0) {
        // Reads until the buffer is full or the file ends.
      }
      int lines = buffer.position();
      while (lines > 0 && bytes[lines - 1] != '\n') {
        lines--;
      }
      return new Raw(bytes, buffer.position(), lines, begin);
    }
  }

  /**
   * Refuses to go on with a file that there was.
   *
   * @throws StudioException if it is not there; names it, or the folder where that is gone
   */
  public void requireThere() {
    if (!Files.exists(file)) {
      Path gone = Files.isDirectory(folder) ? file : folder;
      throw RunDiskErrors.reading(gone, new NoSuchFileException(gone.toString()));
    }
  }

  /** Bytes in the file; 0 where there is none. */
  public long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private Part read(long start, int most) throws IOException {
    Raw raw = readRaw(start, most);
    return split(raw.bytes(), raw.length(), raw.start());
  }

  private static Part split(byte[] bytes, int length, long begin) {
    List<String> lines = new ArrayList<>();
    int lineStart = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        if (i > lineStart) {
          lines.add(new String(bytes, lineStart, i - lineStart, StandardCharsets.UTF_8));
        }
        lineStart = i + 1;
      }
    }
    return new Part(lines, begin + lineStart);
  }

  private boolean endsWithLineBreak() throws IOException {
    if (!Files.exists(file)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() == 0
          || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }
  }
}
