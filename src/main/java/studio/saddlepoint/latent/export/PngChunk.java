package studio.saddlepoint.latent.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chunks, of which PNG files consist (PNG specification, third edition, section 5.3). */
public final class PngChunk {
  /** Bytes of a chunk beside its content: length, kind, and check sum. */
  public static final int FRAME = 12;

  private PngChunk() {}

  /**
   * A whole chunk.
   *
   * @param kind four letters
   * @param content any
   */
  public static byte[] of(String kind, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(FRAME + content.length);
    chunk.putInt(content.length).put(kind.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), Integer.BYTES, Integer.BYTES + content.length);
    return chunk.putInt((int) crc.getValue()).array();
  }
}
