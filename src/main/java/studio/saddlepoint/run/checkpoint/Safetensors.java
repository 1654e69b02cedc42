package studio.saddlepoint.run.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.Uninterrupted;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.UnreadableFile;

/**
 * The public safetensors format: the header's length as 8 little-endian bytes, the header as JSON
 * padded with spaces, then the tensors' bytes. Python's {@code safetensors} reads these files.
 * (Source: github.com/huggingface/safetensors, "Format".)
 */
public final class Safetensors {
  /** The longest header the reference implementation accepts, in bytes. */
  private static final long LONGEST_HEADER = 100_000_000;

  private Safetensors() {}

  /**
   * What a file holds.
   *
   * @param tensors by name, in the order of their bytes; in main memory
   * @param metadata texts by name
   */
  public record Loaded(Map<String, HostTensor> tensors, Map<String, String> metadata) {}

  /**
   * Writes a file: under another name first, flushed to the disk, then renamed, so that a file of
   * this name is always whole.
   *
   * @param file to write or replace
   * @param tensors by name
   * @param metadata texts by name
   * @throws StudioException if it cannot be written; what was there before stays
   */
  public static void write(
      Path file, Map<String, HostTensor> tensors, Map<String, String> metadata) {
    try {
      AtomicFile.ON_DISK.write(file, channel -> write(channel, tensors, metadata));
    } catch (IOException e) {
      Path folder = file.toAbsolutePath().getParent();
      throw RunDiskErrors.writing(folder == null ? file : folder, file, "", e);
    }
  }

  /**
   * Writes to a channel, which stays open.
   *
   * @param channel where the bytes go
   * @param tensors by name
   * @param metadata texts by name
   * @throws IOException if the channel fails
   */
  public static void write(
      WritableByteChannel channel, Map<String, HostTensor> tensors, Map<String, String> metadata)
      throws IOException {
    SafetensorsHeader header = SafetensorsHeader.of(tensors, metadata);
    byte[] json = header.toBytes();
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES + json.length).order(ByteOrder.LITTLE_ENDIAN);
    writeAll(channel, start.putLong(json.length).put(json).flip());
    for (SafetensorsHeader.Entry entry : header.entries()) {
      HostTensor tensor = tensors.get(entry.name());
      writeAll(channel, tensor.data());
    }
  }

  /**
   * Reads a file into main memory and checks all of its structure.
   *
   * @param file to read
   * @throws StudioException if it cannot be read or is not a whole safetensors file; names it
   */
  public static Loaded read(Path file) {
    return opened(file, (channel, dataStart, header) -> all(file, channel, dataStart, header));
  }

  /**
   * Reads the metadata alone, and checks the header.
   *
   * @param file to read
   * @throws StudioException if it cannot be read or is not a whole safetensors file; names it
   */
  static Map<String, String> metadata(Path file) {
    return opened(
        file, (channel, dataStart, header) -> Collections.unmodifiableMap(header.metadata()));
  }

  private interface TensorReader<T> {
    T read(FileChannel channel, long dataStart, SafetensorsHeader header) throws IOException;
  }

  private static <T> T opened(Path file, TensorReader<T> reader) {
    try {
      return Uninterrupted.io(() -> readOnce(file, reader));
    } catch (IllegalArgumentException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    }
  }

  private static <T> T readOnce(Path file, TensorReader<T> reader) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < Long.BYTES) {
        throw damaged(file, size + " bytes are too few: it is truncated or empty");
      }
      long length = readAt(channel, 0, Long.BYTES, file).getLong();
      if (length < 0 || length > LONGEST_HEADER || length > size - Long.BYTES) {
        throw damaged(
            file,
            "its header would be "
                + Long.toUnsignedString(length)
                + " bytes long and the file has "
                + size
                + ": it is truncated, or another kind of file");
      }
      long dataStart = Long.BYTES + length;
      SafetensorsHeader header =
          SafetensorsHeader.parse(readAt(channel, Long.BYTES, length, file), size - dataStart);
      return reader.read(channel, dataStart, header);
    }
  }

  private static Loaded all(
      Path file, FileChannel channel, long dataStart, SafetensorsHeader header) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry each : header.entries()) {
      ByteBuffer data = readAt(channel, dataStart + each.begin(), each.bytes(), file);
      tensors.put(each.name(), new HostTensor(each.dtype(), each.shape(), data));
    }
    return new Loaded(
        Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(header.metadata()));
  }

  static StudioException damaged(Path file, String what) {
    return new UnreadableFile(
        file, "is not a whole safetensors file: " + what, "Use another file, or write it again.");
  }

  private static ByteBuffer readAt(FileChannel channel, long position, long length, Path file)
      throws IOException {
    if (length > Integer.MAX_VALUE - 8) {
      throw damaged(file, "a tensor of " + length + " bytes is larger than 2 GiB");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw damaged(file, "it became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
