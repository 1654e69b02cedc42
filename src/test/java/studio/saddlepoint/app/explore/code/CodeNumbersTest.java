package studio.saddlepoint.app.explore.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.ToW;
import studio.saddlepoint.model.WSpace;

/** A code by its numbers, and the places of their bars. */
class CodeNumbersTest {
  private static final LatentPoint SEED = new LatentPoint.Seed(42);

  /** Layer k of w is z times k + 1. */
  static ToW layered(int z, int layers) {
    return new ToW() {
      @Override
      public CodeSizes sizes() {
        return new CodeSizes(z, new WSpace(layers, z));
      }

      @Override
      public float[] map(float[] code) {
        float[] w = new float[layers * z];
        for (int i = 0; i < w.length; i++) {
          w[i] = code[i % z] * (i / z + 1);
        }
        return w;
      }
    };
  }

  private static CodeNumbers numbers(String code, Space space) {
    return CodeNumbers.of(
        LatentPoint.parse(code), space, layered(2, 3), Double.POSITIVE_INFINITY, true);
  }

  @Test
  void aCodeHasNumbersInBothSpaces() {
    assertArrayEquals(new float[] {1, 2}, numbers("code(1,2)", Space.Z).values());
    CodeNumbers w = numbers("code(1,2)", Space.W);
    assertArrayEquals(new float[] {1, 2, 2, 4, 3, 6}, w.values());
    assertArrayEquals(new float[] {2, 4}, w.layer(1));
    assertArrayEquals(new float[] {2, 4}, w.layer(-1), "the mean of all");
    assertEquals(Space.W, numbers("w(5,6)", Space.Z).space());
    assertArrayEquals(new float[] {5, 6, 5, 6, 5, 6}, numbers("w(5,6)", Space.Z).values());
    CodeNumbers plain =
        CodeNumbers.of(SEED, Space.W, layered(2, 3), Double.POSITIVE_INFINITY, false);
    assertEquals(Space.Z, plain.space());
  }

  @Test
  void aChangedNumberMakesACodeByItsNumbers() {
    assertEquals("code(1.0,7.0)", numbers("code(1,2)", Space.Z).with(-1, 1, 7).of().toString());
    CodeNumbers w = numbers("code(1,2)", Space.W);
    assertEquals("w(1.0,2.0,9.0,4.0,3.0,6.0)", w.with(1, 0, 9).of().toString());
    CodeNumbers moved = w.with(-1, 1, 5);
    assertEquals("w(1.0,3.0,2.0,5.0,3.0,7.0)", moved.of().toString());
    assertArrayEquals(new float[] {2, 5}, moved.layer(-1));
    assertArrayEquals(new float[] {1, 2, 2, 4, 3, 6}, w.values(), "the one before stays");
    assertEquals(w.with(0, 0, 1).of(), w.with(2, 1, 6).of(), "the same number changes nothing");
  }

  @ParameterizedTest
  @CsvSource({"1, 264", "8, 264", "64, 264", "100, 264", "512, 264", "512, 90", "7, 3"})
  void everyBarIsFoundWhereItStands(int count, double width) {
    BarLayout layout = BarLayout.of(count, width);
    assertTrue(layout.perRow() * layout.rows() >= count);
    assertTrue(layout.perRow() * layout.barWidth() <= Math.max(width, 1) + 1e-9);
    for (int i = 0; i < count; i++) {
      assertEquals(i, layout.at(layout.left(i) + layout.barWidth() / 2, layout.middle(i)));
    }
    assertEquals(-1, layout.at(-1, 1));
    assertEquals(-1, layout.at(1, layout.height() + 1));
    assertEquals(-1, layout.at(layout.perRow() * layout.barWidth() + 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0, 3, 3",
    "2.5, 3, 3",
    "3.2, 3, 4",
    "0.13, 0, 0.15",
    "70, 0, 70",
    "71, 0, 100"
  })
  void theScaleIsARoundNumber(float value, double least, double scale) {
    assertEquals(scale, BarLayout.scale(new float[] {-value, 0}, least), 1e-9);
  }
}
