package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;

class LatentPointTest {
  private static final double FREE = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42",
        "-7",
        "lerp(1,2,0.5)",
        "slerp(42,7,0.3)",
        "sheet(1,63)",
        "slerp(sheet(-1,0),7,0.3)",
        "vary(slerp(42,vary(7,1,8),0.1234),0.25,9)"
      })
  void textBringsBackTheSamePoint(String text) {
    assertEquals(text, LatentPoint.parse(text).toString());
  }

  @Test
  void spacesDoNotMatter() {
    assertEquals(LatentPoint.parse("slerp(42,7,0.3)"), LatentPoint.parse(" slerp( 42, 7, .3)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cat",
        "4.5",
        "slerp(1,2)",
        "slerp(1,2,0.5",
        "slerp(1,2,0.5))",
        "vary(1,2,3)",
        "lerp(1,2,NaN)",
        "lerp(1,2,-1)",
        "sheet(1)",
        "sheet(1,-1)",
        "sheet(1,1000000)",
        "sheet(1,99999999999)",
        "99999999999999999999"
      })
  void whatIsNoPointIsRefusedInWords(String text) {
    String message =
        assertThrows(StudioException.class, () -> LatentPoint.parse(text)).getMessage();
    assertTrue(message.contains(":"), message);
  }

  @Test
  void endlessNestingIsRefused() {
    String text = "vary(".repeat(100_000) + "1";
    assertThrows(StudioException.class, () -> LatentPoint.parse(text));
  }

  @Test
  void codesAreThoseOfTheirParts() {
    float[] a = LatentCodes.gaussian(1, 8, 42)[0];
    float[] b = LatentCodes.gaussian(1, 8, 7)[0];
    assertArrayEquals(a, LatentPoint.parse("42").code(8, FREE));
    assertArrayEquals(
        LatentCodes.slerp(a, b, 0.25), LatentPoint.parse("slerp(42,7,0.25)").code(8, FREE));
    assertArrayEquals(
        LatentCodes.vary(a, b, 0.25), LatentPoint.parse("vary(42,0.25,7)").code(8, FREE));
    assertArrayEquals(
        LatentCodes.truncated(1, 8, 0.5, 42)[0], LatentPoint.parse("42").code(8, 0.5));
  }
}
