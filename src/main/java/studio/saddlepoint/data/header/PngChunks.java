package studio.saddlepoint.data.header;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;

/**
 * The chunks of a PNG file that its pixels need (PNG specification, section 11.2, and
 * transparency): Java's reader is shown no others, since it gives up on a palette image where the
 * time, the name of its author or any other side chunk is malformed.
 */
public final class PngChunks {
  private static final int SIGNATURE = 8;

  /** Of the length, the name and the checksum. */
  private static final int AROUND = 12;

  private static final int HEADER = 0x49484452;
  private static final int PALETTE = 0x504c5445;
  private static final int TRANSPARENCY = 0x74524e53;
  private static final int DATA = 0x49444154;
  private static final int END = 0x49454e44;
  private static final int OF_IPHONES = 0x43674249;

  /** Where the header tells the kind of the colours, and which these are. */
  private static final int COLOURS_AT = 25;

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int INDEXED = 3;
  private static final int CHANNELS = 3;
  private static final int MOST_COLOURS = 256;

  private PngChunks() {}

  /**
   * What is to be shown of a file: all from the first data on, of what is before it the needed.
   *
   * @throws EOFException if the file ends before its pixels
   * @throws IOException if it is damaged
   * @throws UnusableImageException if it is no PNG but a variant of it
   */
  public static PatchedFile.Parts needed(PatchedFile file)
      throws IOException, UnusableImageException {
    PatchedFile.Parts shown = new PatchedFile.Parts().file(0, SIGNATURE);
    file.seek(COLOURS_AT - 1);
    int bits = file.readUnsignedByte();
    int colours = file.readUnsignedByte();
    long at = SIGNATURE;
    while (true) {
      file.seek(at);
      long length = file.readUnsignedInt();
      int name = file.readInt();
      if (name == DATA) {
        return shown.file(at, file.length());
      }
      if (name == OF_IPHONES) {
        throw new UnusableImageException(
            "is a PNG in Apple's own form for iPhones: save it as an ordinary PNG");
      }
      if (name == END) {
        throw new IOException("no pixels are in it");
      }
      long end = at + AROUND + length;
      if (end > file.length()) {
        throw new EOFException();
      }
      if (name == PALETTE && length > MOST_COLOURS * CHANNELS) {
        throw new IOException("its palette is too long");
      }
      if (name == HEADER || name == TRANSPARENCY && isTransparency(colours, length)) {
        shown.file(at, end);
      } else if (name == PALETTE && colours == INDEXED) {
        shown.own(palette(file.bytes(at + Long.BYTES, (int) length), bits));
      }
      at = end;
    }
  }

  /** A whole palette: beyond its end each number is its own grey, as Pillow has it. */
  private static byte[] palette(byte[] colours, int bits) throws IOException {
    if (bits > Byte.SIZE) {
      throw new IOException(English.of("its palette has numbers of %d bits", bits));
    }
    int entries = 1 << bits;
    ByteBuffer chunk = ByteBuffer.allocate(AROUND + CHANNELS * entries);
    chunk.putInt(CHANNELS * entries).putInt(PALETTE);
    chunk.put(colours, 0, Math.min(colours.length, CHANNELS * entries));
    while (chunk.remaining() > Integer.BYTES) {
      chunk.put((byte) ((chunk.position() - Long.BYTES) / CHANNELS));
    }
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), Integer.BYTES, Integer.BYTES + CHANNELS * entries);
    return chunk.putInt((int) sum.getValue()).array();
  }

  private static boolean isTransparency(int colours, long length) {
    return colours == INDEXED
        || colours == GREY && length == Short.BYTES
        || colours == RGB && length == 3 * Short.BYTES;
  }
}
