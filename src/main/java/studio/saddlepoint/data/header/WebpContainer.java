package studio.saddlepoint.data.header;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import studio.saddlepoint.data.file.UnusableImageException;

/**
 * A WebP file taken apart as RFC 9649 lays it out: of an animation its first picture, as a file of
 * its own.
 *
 * @param picture a WebP file of one still picture
 * @param screen width and height of the whole, in pixels; empty where the picture is the whole
 * @param place where on the screen the picture lies; only its corner where the picture is the whole
 */
public record WebpContainer(byte[] picture, Dimension screen, Rectangle place) {
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int EXTENDED = 10;
  private static final int ANIMATED = 0x02;
  private static final int TRANSPARENT = 0x10;
  private static final int FRAME_HEADER = 16;

  /** Whether the first bytes of a file are those of WebP. */
  static boolean begins(byte[] start) {
    return start.length >= HEADER
        && text(start, 0).equals("RIFF")
        && text(start, CHUNK_HEADER).equals("WEBP");
  }

  /** Whether the picture is compressed with loss, all of it: then it is decoded row by row. */
  public boolean isLossy() {
    return text(picture, HEADER).equals("VP8 ");
  }

  /**
   * Takes a file apart.
   *
   * @throws UnusableImageException if it ends too early
   * @throws IOException if it is damaged
   */
  public static WebpContainer of(byte[] file) throws IOException, UnusableImageException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long end = CHUNK_HEADER + (bytes.getInt(4) & 0xffffffffL);
    if (end > file.length || end < HEADER + CHUNK_HEADER) {
      throw new UnusableImageException("is cut short");
    }
    boolean extended = text(file, HEADER).equals("VP8X");
    if (!extended || (bytes.get(HEADER + CHUNK_HEADER) & ANIMATED) == 0) {
      return new WebpContainer(file, new Dimension(), new Rectangle());
    }
    int about = HEADER + CHUNK_HEADER;
    Dimension screen = new Dimension(1 + int24(bytes, about + 4), 1 + int24(bytes, about + 7));
    int frame = chunk(bytes, about + EXTENDED, (int) end, "ANMF") + CHUNK_HEADER;
    Rectangle place =
        new Rectangle(
            2 * int24(bytes, frame),
            2 * int24(bytes, frame + 3),
            1 + int24(bytes, frame + 6),
            1 + int24(bytes, frame + 9));
    if (!new Rectangle(screen).contains(place)) {
      throw new IOException("its first picture is larger than the whole");
    }
    int frameEnd = frame + bytes.getInt(frame - 4);
    return new WebpContainer(still(bytes, frame + FRAME_HEADER, frameEnd, place), screen, place);
  }

  private static byte[] still(ByteBuffer bytes, int from, int to, Rectangle place)
      throws IOException {
    boolean lossless = text(bytes.array(), from).equals("VP8L");
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    if (lossless) {
      copy(bytes, from, chunks);
    } else {
      int picture = chunk(bytes, from, to, "VP8 ");
      if (text(bytes.array(), from).equals("ALPH")) {
        chunks.write(extended(place));
        copy(bytes, from, chunks);
      }
      copy(bytes, picture, chunks);
    }
    ByteBuffer file = ByteBuffer.allocate(HEADER + chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER - CHUNK_HEADER + chunks.size()).put(ascii("WEBP"));
    return file.put(chunks.toByteArray()).array();
  }

  private static byte[] extended(Rectangle place) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER + EXTENDED).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put(ascii("VP8X")).putInt(EXTENDED).putInt(TRANSPARENT);
    int width = place.width - 1;
    int height = place.height - 1;
    chunk.putShort((short) width).put((byte) (width >> 16));
    chunk.putShort((short) height).put((byte) (height >> 16));
    return chunk.array();
  }

  private static void copy(ByteBuffer bytes, int at, ByteArrayOutputStream to) {
    int length = CHUNK_HEADER + padded(bytes.getInt(at + 4));
    to.write(bytes.array(), at, Math.min(length, bytes.limit() - at));
  }

  /** The place of the first chunk of a name. */
  private static int chunk(ByteBuffer bytes, int from, int to, String name) throws IOException {
    for (long at = from; at + CHUNK_HEADER <= to; ) {
      long length = bytes.getInt((int) at + 4) & 0xffffffffL;
      if (text(bytes.array(), (int) at).equals(name)) {
        if (at + CHUNK_HEADER + length > to) {
          break;
        }
        return (int) at;
      }
      at += CHUNK_HEADER + length + (length & 1);
    }
    throw new IOException("no picture is in it");
  }

  private static int padded(int length) {
    return length + (length & 1);
  }

  private static int int24(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff | (bytes.get(at + 2) & 0xff) << 16;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII);
  }
}
