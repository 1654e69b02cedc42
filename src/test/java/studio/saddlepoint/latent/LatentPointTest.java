package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  void aCodeByItsNumbersFitsGeneratorsOfItsLengthAlone() {
    LatentPoint point = LatentPoint.parse("vary(code(0.5,-1.25E-4,3),0,9)");
    assertArrayEquals(new float[] {0.5f, -1.25e-4f, 3}, point.code(3, FREE), 1e-6f);
    assertTrue(point.fits(CodeSizes.of(3)));
    assertFalse(point.fits(CodeSizes.of(4)));
    LatentPoint given = LatentPoint.parse("code(1,2)");
    assertEquals(
        "This code has 2 numbers, but the generator takes 100: it was found for another one.",
        assertThrows(StudioException.class, () -> given.code(100, FREE)).getMessage());
    assertThrows(StudioException.class, () -> LatentPoint.parse("code()"));
    assertThrows(StudioException.class, () -> LatentPoint.parse("code(1,NaN)"));
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

  @Test
  void waysAndPlanesAreTurnedIntoThoseInW() {
    assertEquals("42", LatentPoint.parse("42").waysInW().toString());
    for (String[] each :
        new String[][] {
          {"slerp(42,lerp(1,2,0.5),0.3)", "slerpw(42,lerpw(1,2,0.5),0.3)"},
          {"plane(1,vary(2,0.25,9),3,0.5,-0.25)", "planew(1,lerpw(2,9,0.25),3,0.5,-0.25)"}
        }) {
      LatentPoint turned = LatentPoint.parse(each[0]).waysInW();
      assertEquals(each[1], turned.toString());
      assertEquals(turned, LatentPoint.parse(each[1]));
      assertTrue(turned.inW());
      assertEquals(turned, turned.waysInW());
    }
  }
}
