package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class QuantizerTest {
  @Test
  void quantizesAsTheReferenceDoes() {
    float[] pixels = {-3, -1, -0.5f, 0, 0.5f, 0.99f, 1, 3};
    byte[] expected = {0, 0, 64, (byte) 128, (byte) 191, (byte) 254, (byte) 255, (byte) 255};
    assertArrayEquals(expected, Quantizer.bytes(pixels));
  }

  @Test
  void quantizesEveryStoredPixelToItself() {
    float[] pixels = new float[256];
    byte[] expected = new byte[256];
    for (int i = 0; i < 256; i++) {
      pixels[i] = i / 127.5f - 1;
      expected[i] = (byte) i;
    }
    assertArrayEquals(expected, Quantizer.bytes(pixels));
  }
}
