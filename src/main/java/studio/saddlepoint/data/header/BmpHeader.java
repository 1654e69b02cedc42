package studio.saddlepoint.data.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import studio.saddlepoint.data.file.PatchedFile;

/** The header of a BMP file, as far as it speaks of colour profiles and the palette. */
public final class BmpHeader {
  private static final int OFFSET_AT = 10;
  private static final int LENGTH_AT = 14;
  private static final int BITS_AT = 28;
  private static final int COMPRESSION_AT = 30;
  private static final int USED_AT = 46;
  private static final int PROFILE_AT = 70;

  /** From this length on there are compression and the size of a palette. */
  private static final int WITH_PALETTE = 40;

  /** From this length on there is a colour space. */
  private static final int WITH_PROFILE = 108;

  /** Of Windows' headers the longest. */
  private static final int LONGEST = 124;

  private static final int SRGB = 0x73524742;
  private static final int RUN_LENGTHS = 2;

  private BmpHeader() {}

  /**
   * What is to be shown of a file: all of it, with plain sRGB in place of a profile, and a whole
   * palette. Java's reader would give up on a damaged profile, and open any file that a header
   * names as one. Beyond the end of a palette each number is its own grey, as Pillow has it.
   */
  public static PatchedFile.Parts shown(PatchedFile file) throws IOException {
    byte[] bytes = file.bytes(0, PROFILE_AT + Integer.BYTES);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.length < USED_AT + Integer.BYTES ? 0 : header.getInt(LENGTH_AT);
    if (length < WITH_PALETTE || length > LONGEST) {
      return new PatchedFile.Parts().file(0, file.length());
    }
    if (length >= WITH_PROFILE && bytes.length == PROFILE_AT + Integer.BYTES) {
      header.putInt(PROFILE_AT, SRGB);
    }
    byte[] greys = greys(header);
    if (greys.length == 0) {
      return new PatchedFile.Parts().own(bytes).file(bytes.length, file.length());
    }
    int used = header.getInt(USED_AT);
    int end = LENGTH_AT + length + Integer.BYTES * used;
    int offset = header.getInt(OFFSET_AT);
    if (offset < end || end > file.length()) {
      return new PatchedFile.Parts().own(bytes).file(bytes.length, file.length());
    }
    header.putInt(OFFSET_AT, offset + greys.length);
    header.putInt(USED_AT, used + greys.length / Integer.BYTES);
    // A short header ends before the palette does, which is then in these bytes.
    int kept = Math.min(bytes.length, LENGTH_AT + length);
    return new PatchedFile.Parts()
        .own(Arrays.copyOf(bytes, kept))
        .file(kept, end)
        .own(greys)
        .file(end, file.length());
  }

  /** The entries that the palette lacks, each of blue, green, red and a zero. */
  private static byte[] greys(ByteBuffer header) {
    int bits = header.getShort(BITS_AT);
    int used = header.getInt(USED_AT);
    boolean palette = bits == 1 || bits == 4 || bits == Byte.SIZE;
    int all = 1 << bits;
    if (!palette || used <= 0 || used >= all || header.getInt(COMPRESSION_AT) > RUN_LENGTHS) {
      return new byte[0];
    }
    ByteBuffer greys = ByteBuffer.allocate(Integer.BYTES * (all - used));
    for (int i = used; i < all; i++) {
      greys.put((byte) i).put((byte) i).put((byte) i).put((byte) 0);
    }
    return greys.array();
  }
}
