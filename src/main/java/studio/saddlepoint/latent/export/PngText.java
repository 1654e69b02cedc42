package studio.saddlepoint.latent.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/**
 * Texts in PNG files, as chunks of the kind iTXt in UTF-8 (PNG specification, third edition,
 * section 11.3.3.4). Pillow gives them as {@code Image.text}.
 */
public final class PngText {
  /** Signature and header: after these, other chunks may come. */
  private static final int HEAD = 8 + 25;

  /** Compression pays from here on. */
  private static final int LONG = 200;

  private PngText() {}

  /**
   * A chunk with a text.
   *
   * @param keyword 1 to 79 letters of ASCII
   * @param text any
   */
  public static byte[] chunk(String keyword, String text) {
    byte[] name = keyword.getBytes(StandardCharsets.US_ASCII);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    boolean compressed = plain.length > LONG;
    byte[] value = compressed ? deflated(plain) : plain;
    // Keyword, 0, compressed or not, method 0, no language, 0, no translation, 0.
    ByteBuffer content = ByteBuffer.allocate(name.length + 5 + value.length);
    content.put(name).put((byte) 0).put((byte) (compressed ? 1 : 0)).put(new byte[3]).put(value);
    return PngChunk.of("iTXt", content.array());
  }

  /**
   * A chunk for each text.
   *
   * @param notes by keyword
   */
  public static byte[][] chunks(Map<String, String> notes) {
    return notes.entrySet().stream()
        .map(each -> chunk(each.getKey(), each.getValue()))
        .toArray(byte[][]::new);
  }

  private static byte[] deflated(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(plain);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e); // memory takes all
    }
    return bytes.toByteArray();
  }

  /**
   * A PNG file with chunks put in before its pixels.
   *
   * @param png a whole file
   * @param chunks whole chunks
   */
  public static byte[] inserted(byte[] png, byte[]... chunks) {
    int length = png.length;
    for (byte[] each : chunks) {
      length += each.length;
    }
    ByteBuffer whole = ByteBuffer.allocate(length).put(png, 0, HEAD);
    for (byte[] each : chunks) {
      whole.put(each);
    }
    return whole.put(png, HEAD, png.length - HEAD).array();
  }
}
