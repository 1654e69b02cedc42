package studio.saddlepoint.data.pack;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/** A pack of images on disk, mapped into memory: the system decides which part is held. */
public final class Pack {
  /** A mapping holds at most 2 GiB, so that a large pack is several. */
  private static final int SEGMENT = 1 << 30;

  /** Opening checks at most this many blocks of pixels, evenly spread. */
  private static final int CHECKED_BLOCKS = 64;

  private final Optional<Path> file;
  private final long bytes;
  private final PackIndex index;
  private final int imagesPerSegment;
  private final MappedByteBuffer[] segments;

  private Pack(
      Optional<Path> file,
      long bytes,
      PackIndex index,
      int imagesPerSegment,
      MappedByteBuffer[] segments) {
    this.file = file;
    this.bytes = bytes;
    this.index = index;
    this.imagesPerSegment = imagesPerSegment;
    this.segments = segments;
  }

  /**
   * Opens and checks a pack.
   *
   * @throws IOException if it is not there, damaged, or of another version
   */
  public static Pack open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      PackIndex index = readIndex(channel);
      checkPixels(channel, index);
      return map(file, channel, index);
    }
  }

  /** The same, of a file that is deleted while it is mapped. */
  Pack unkept() {
    return new Pack(Optional.empty(), bytes, index, imagesPerSegment, segments);
  }

  /** Where it is kept; empty where it is not. */
  public Optional<Path> file() {
    return file;
  }

  /** The file's size. */
  public long bytes() {
    return bytes;
  }

  /** All that it knows beside the pixels. */
  public PackIndex index() {
    return index;
  }

  void read(int image, byte[] target, int offset) {
    int pixels = index.shape().pixels();
    segments[image / imagesPerSegment].get(
        image % imagesPerSegment * pixels, target, offset, pixels);
  }

  private static PackIndex readIndex(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < PackWriter.TRAILER) {
      throw new IOException("too short");
    }
    ByteBuffer trailer = read(channel, size - PackWriter.TRAILER, PackWriter.TRAILER);
    long magic = trailer.getLong();
    long pixelBytes = trailer.getLong();
    int indexBytes = trailer.getInt();
    int indexSum = trailer.getInt();
    if (magic != PackWriter.MAGIC
        || indexBytes < 0
        || pixelBytes < 0
        || pixelBytes + indexBytes + PackWriter.TRAILER != size) {
      throw new IOException("no pack of this version");
    }
    ByteBuffer encoded = read(channel, pixelBytes, indexBytes);
    if (sumOf(encoded) != indexSum) {
      throw new IOException("damaged index");
    }
    PackIndex index = PackIndex.decoded(encoded.array());
    if (index.pixelBytes() != pixelBytes) {
      throw new IOException("index and pixels disagree");
    }
    return index;
  }

  private static void checkPixels(FileChannel channel, PackIndex index) throws IOException {
    int blocks = index.sums().length;
    int checked = Math.min(blocks, CHECKED_BLOCKS);
    for (int i = 0; i < checked; i++) {
      int block = (int) ((long) i * blocks / checked);
      long at = (long) block * PackWriter.BLOCK;
      int length = (int) Math.min(PackWriter.BLOCK, index.pixelBytes() - at);
      if (sumOf(read(channel, at, length)) != index.sums()[block]) {
        throw new IOException("damaged pixels in block " + block);
      }
    }
  }

  private static Pack map(Path file, FileChannel channel, PackIndex index) throws IOException {
    int pixels = index.shape().pixels();
    int perSegment = SEGMENT / pixels;
    int count = index.count();
    MappedByteBuffer[] segments = new MappedByteBuffer[(count + perSegment - 1) / perSegment];
    for (int i = 0; i < segments.length; i++) {
      int images = Math.min(perSegment, count - i * perSegment);
      segments[i] =
          channel.map(
              FileChannel.MapMode.READ_ONLY,
              (long) i * perSegment * pixels,
              (long) images * pixels);
    }
    return new Pack(Optional.of(file), channel.size(), index, perSegment, segments);
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("cut short");
      }
    }
    return buffer.flip();
  }

  private static int sumOf(ByteBuffer buffer) {
    CRC32 sum = new CRC32();
    sum.update(buffer.array(), 0, buffer.limit());
    return (int) sum.getValue();
  }
}
