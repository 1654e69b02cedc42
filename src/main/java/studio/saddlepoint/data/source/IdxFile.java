package studio.saddlepoint.data.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * One file of the MNIST family: a magic number, the dimensions, then bytes (Y. LeCun, "The MNIST
 * database", file formats). Plain or compressed with gzip.
 *
 * @param dimensions (N) for labels, (N, H, W) for images
 * @param data all bytes, the last dimension fastest
 */
record IdxFile(int[] dimensions, byte[] data) {
  private static final int LABELS = 0x00000801;
  private static final int IMAGES = 0x00000803;
  private static final int SMALLEST_SIDE = 8;
  private static final int LARGEST_SIDE = 4096;

  /**
   * Reads images (N, H, W).
   *
   * @throws StudioException if the file is no such file, or damaged
   */
  static IdxFile images(Path file) {
    return read(file, IMAGES, 3);
  }

  /**
   * Reads labels (N).
   *
   * @throws StudioException if the file is no such file, or damaged
   */
  static IdxFile labels(Path file) {
    return read(file, LABELS, 1);
  }

  private static IdxFile read(Path file, int magic, int axes) {
    try (InputStream in = open(file)) {
      byte[] start = in.readNBytes(4);
      checkMagic(file, start, magic);
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(4 * axes));
      if (header.remaining() < 4 * axes) {
        throw new EOFException("it ends within its header");
      }
      int[] dimensions = new int[axes];
      long bytes = 1;
      for (int i = 0; i < axes; i++) {
        dimensions[i] = header.getInt();
        bytes *= Math.max(0, dimensions[i]);
        checkDimension(file, dimensions, i, bytes);
      }
      byte[] data = in.readNBytes((int) bytes);
      if (data.length < bytes) {
        throw new EOFException(
            English.of("it announces %,d bytes of data and holds %,d", bytes, data.length));
      }
      if (in.read() >= 0) {
        throw new EOFException(English.of("it goes on after the %,d bytes it announces", bytes));
      }
      return new IdxFile(dimensions, data);
    } catch (EOFException | ZipException e) {
      throw new StudioException(
          English.of(
              "The file %s is cut short or damaged (%s). Download it again.", file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The file %s cannot be read (%s). Check that it exists and that you may read it.",
              file, DiskErrors.reason(e)),
          e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      byte[] start = raw.readNBytes(2);
      raw.reset();
      boolean gzip = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
      return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static void checkMagic(Path file, byte[] start, int magic) throws EOFException {
    if (start.length == 0) {
      throw new EOFException("it is empty");
    }
    int found = start.length < 4 ? 0 : ByteBuffer.wrap(start).getInt();
    if (found == magic) {
      return;
    }
    if (start[0] == 'P' && start.length > 1 && start[1] == 'K') {
      throw new StudioException(
          English.of(
              "The file %s is a zip archive. Unzip it first, then choose the folder with its files.",
              file));
    }
    if (found == LABELS || found == IMAGES) {
      throw new StudioException(
          English.of(
              "The file %s holds %s where %s are needed. Choose the file with the %s.",
              file,
              found == LABELS ? "labels" : "images",
              magic == LABELS ? "labels" : "images",
              magic == LABELS ? "labels" : "images"));
    }
    throw new StudioException(
        English.of(
            "The file %s is no IDX file of bytes: it begins with %s, not with %s. Choose an IDX file such as train-images-idx3-ubyte.gz, or a folder with images.",
            file, shown(start), HexFormat.of().toHexDigits(magic)));
  }

  private static String shown(byte[] start) {
    for (byte value : start) {
      if (value < ' ' || value > '~') {
        return HexFormat.of().formatHex(start);
      }
    }
    return "the text \"" + new String(start, StandardCharsets.US_ASCII) + "\"";
  }

  private static void checkDimension(Path file, int[] dimensions, int axis, long bytes) {
    int value = dimensions[axis];
    boolean side = axis > 0;
    boolean possible = side ? value >= SMALLEST_SIDE && value <= LARGEST_SIDE : value > 0;
    if (!possible || bytes > Integer.MAX_VALUE - 8) {
      throw new StudioException(
          English.of(
              "The file %s announces dimensions that cannot be used: %s. Images need 8 to 4,096 pixels a side and at most 2 GB in all. If the file is meant to hold something else, download it again.",
              file, Arrays.toString(Arrays.copyOf(dimensions, axis + 1))));
    }
  }
}
