package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PngsTest {
  /** The header's width, behind the file's mark and the chunk's length and name. */
  private static final int WIDTH_AT = 16;

  @Test
  void readsWhatItWrites() throws IOException {
    int[] argb = {0xff010203, 0x80040506};
    assertEquals(argb[0], Pngs.decode(Pngs.encode(new Picture(2, 1, argb))).getRGB(0, 0));
  }

  @Test
  void readsTheDensestOfAll() throws IOException {
    byte[] black = Pngs.encodeGrey(4000, 4000, new byte[16_000_000]);
    assertEquals(4000, Pngs.decode(black).getWidth());
  }

  @Test
  void takesNoMemoryForPixelsThatSoFewBytesCannotHold() throws IOException {
    byte[] small = Pngs.encode(new Picture(1, 1, new int[] {0xff000000}));
    byte[] announcing = sized(small, 16_000, 16_000);
    String told = assertThrows(IOException.class, () -> Pngs.decode(announcing)).getMessage();
    assertTrue(told.endsWith("bytes announce 256,000,000 pixels"), told);
  }

  @Test
  void whateverIsDamagedIsToldInOneWay() throws IOException {
    byte[] whole = Pngs.encode(new Picture(2, 1, new int[] {0xff010203, 0x80040506}));
    for (int length = 0; length < whole.length - 16; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> Pngs.decode(cut));
    }
  }

  private static byte[] sized(byte[] png, int width, int height) {
    ByteBuffer changed = ByteBuffer.wrap(png.clone());
    changed.putInt(WIDTH_AT, width).putInt(WIDTH_AT + 4, height);
    CRC32 sum = new CRC32();
    sum.update(changed.array(), WIDTH_AT - 4, 17);
    changed.putInt(WIDTH_AT + 13, (int) sum.getValue());
    return changed.array();
  }
}
