package studio.saddlepoint.data.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a pack: all pixels, then the index, then a trailer. The trailer is last so that a file
 * that was cut short anywhere is known by its end.
 */
public final class PackWriter implements AutoCloseable {
  /** Bytes of pixels that share one sum. */
  static final int BLOCK = 1 << 22;

  /** "SDLPACK" and the format's version. */
  static final long MAGIC = 0x53444C5041434B03L;

  /** The format's version. */
  public static final int FORMAT = (int) (MAGIC & 0xff);

  /** Magic, pixel bytes, index bytes, CRC-32 of the index. */
  static final int TRAILER = 8 + 8 + 4 + 4;

  private final FileChannel channel;
  private final List<Integer> sums = new ArrayList<>();
  private final CRC32 sum = new CRC32();
  private long written;

  PackWriter(Path file) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Appends pixels. */
  void write(byte[] pixels, int length) throws IOException {
    for (int at = 0; at < length; ) {
      int part = (int) Math.min(length - at, BLOCK - written % BLOCK);
      sum.update(pixels, at, part);
      put(ByteBuffer.wrap(pixels, at, part));
      at += part;
      written += part;
      if (written % BLOCK == 0) {
        endBlock();
      }
    }
  }

  /** The sums of all pixels written. */
  int[] sums() {
    if (written % BLOCK != 0) {
      endBlock();
    }
    return sums.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Writes index and trailer, and waits until the disk has them. */
  void finish(PackIndex index) throws IOException {
    byte[] encoded = index.encoded();
    CRC32 indexSum = new CRC32();
    indexSum.update(encoded);
    put(ByteBuffer.wrap(encoded));
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER);
    trailer.putLong(MAGIC).putLong(written).putInt(encoded.length);
    trailer.putInt((int) indexSum.getValue()).flip();
    put(trailer);
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void endBlock() {
    sums.add((int) sum.getValue());
    sum.reset();
  }

  private void put(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
