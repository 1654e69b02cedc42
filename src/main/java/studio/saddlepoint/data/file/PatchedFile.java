package studio.saddlepoint.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file that lies open and is handed to a reader in parts: ranges of it, and bytes of our own in
 * place of what the reader should not see. At first it is the file as it is. Small reads are
 * buffered, which Java's own stream of files does not do.
 */
public final class PatchedFile extends ImageInputStreamImpl {
  /** The file cannot be read for a reason that lies outside of what it holds. */
  public static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What the disk told. */
    public UnreadableException(IOException cause) {
      super(cause);
    }
  }

  private static final int BUFFER = 1 << 13;

  /** Java keeps as much memory as is read at once outside of its heap, for every thread. */
  private static final int MOST_AT_ONCE = 1 << 16;

  /**
   * Bytes in a row.
   *
   * @param start where they stand for the reader
   * @param length how many
   * @param from where they stand in the file
   * @param own the bytes, where they are not of the file; else empty
   */
  private record Part(long start, long length, long from, byte[] own) {
    private static final byte[] OF_FILE = {};

    boolean isOwn() {
      return own.length > 0;
    }

    long end() {
      return start + length;
    }
  }

  /** What a reader is to see of a file. */
  public static final class Parts {
    private final List<Part> parts = new ArrayList<>();
    private long length;

    /** Adds bytes that are not in the file. */
    public Parts own(byte... bytes) {
      if (bytes.length > 0) {
        add(new Part(length, bytes.length, 0, bytes));
      }
      return this;
    }

    /** Adds the bytes of the file from one place to before another. */
    public Parts file(long from, long to) {
      if (to > from) {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && !last.isOwn() && last.from + last.length == from) {
          parts.remove(parts.size() - 1);
          length = last.start;
          return file(last.from, to);
        }
        add(new Part(length, to - from, from, Part.OF_FILE));
      }
      return this;
    }

    private void add(Part part) {
      parts.add(part);
      length = part.end();
    }
  }

  private final SeekableByteChannel channel;
  private final long fileLength;
  private final byte[] buffer = new byte[BUFFER];
  private Parts parts;
  private long bufferStart;
  private int buffered;

  private PatchedFile(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.fileLength = channel.size();
    this.parts = new Parts().file(0, fileLength);
  }

  /** Opens a file; what is in an archive is unpacked into memory first. */
  public static PatchedFile open(Path file) throws IOException, UnusableImageException {
    if (ZipImages.holds(file)) {
      return of(ZipImages.bytes(file));
    }
    try {
      return new PatchedFile(Files.newByteChannel(file));
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  /** A file that lies in memory. */
  public static PatchedFile of(byte[] bytes) throws IOException {
    return new PatchedFile(new HeldChannel(bytes));
  }

  /** Length of the file, whatever the reader sees of it. */
  public long fileLength() {
    return fileLength;
  }

  /** Lets the reader see these parts, from their beginning. */
  public void show(Parts shown) throws IOException {
    this.parts = shown;
    this.buffered = 0;
    seek(0);
  }

  /** The bytes at a place, fewer where the file ends. */
  public byte[] bytes(long at, int count) throws IOException {
    seek(at);
    byte[] bytes = new byte[(int) Math.max(0, Math.min(count, length() - at))];
    readFully(bytes);
    return bytes;
  }

  @Override
  public long length() {
    return parts.length;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (!isBuffered() && !fill()) {
      return -1;
    }
    return buffer[(int) (streamPos++ - bufferStart)] & 0xff;
  }

  /** Reads all that is asked for where there is so much: some of Java's readers rely on it. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    int done = 0;
    while (done < length) {
      int count = readSome(target, offset + done, length - done);
      if (count < 0) {
        return done == 0 ? -1 : done;
      }
      done += count;
      streamPos += count;
    }
    return done;
  }

  private int readSome(byte[] target, int offset, int length) throws IOException {
    if (!isBuffered() && length >= BUFFER) {
      return readPart(streamPos, target, offset, length);
    }
    if (!isBuffered() && !fill()) {
      return -1;
    }
    int at = (int) (streamPos - bufferStart);
    int count = Math.min(length, buffered - at);
    System.arraycopy(buffer, at, target, offset, count);
    return count;
  }

  private boolean isBuffered() {
    return streamPos >= bufferStart && streamPos < bufferStart + buffered;
  }

  private boolean fill() throws IOException {
    bufferStart = streamPos;
    buffered = Math.max(0, readPart(streamPos, buffer, 0, BUFFER));
    return buffered > 0;
  }

  private int readPart(long position, byte[] target, int offset, int length) throws IOException {
    for (Part part : parts.parts) {
      if (position < part.end()) {
        long in = position - part.start;
        int count = (int) Math.min(length, part.length - in);
        if (part.isOwn()) {
          System.arraycopy(part.own, (int) in, target, offset, count);
          return count;
        }
        return readFile(part.from + in, target, offset, count);
      }
    }
    return -1;
  }

  private int readFile(long position, byte[] target, int offset, int length) throws IOException {
    try {
      channel.position(position);
      return channel.read(ByteBuffer.wrap(target, offset, Math.min(length, MOST_AT_ONCE)));
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      super.close();
    }
  }
}
