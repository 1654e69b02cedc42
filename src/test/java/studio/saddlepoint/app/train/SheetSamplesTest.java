package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.run.event.Event;

class SheetSamplesTest {
  private static final int CELL = 4;

  /** Every pixel of a sample is its number. */
  private static Picture numbered(int number) {
    int[] argb = new int[CELL * CELL];
    Arrays.fill(argb, number);
    return new Picture(CELL, CELL, argb);
  }

  /** As a training draws it: a place without a sample is -1. */
  private static SheetSamples samples(int columns, int rows, int classes, int[] places) {
    Picture sheet =
        PictureConversion.grid(
            Arrays.stream(places).mapToObj(SheetSamplesTest::numbered).toList(), columns, 2, -2);
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    Event.Sheet told = new Event.Sheet(Instant.EPOCH, 1, "f", columns, rows, true, classes);
    return SheetSamples.of(ClassSheet.of(told, sheet, names), told);
  }

  private static void assertNumbered(SheetSamples samples, int count) {
    assertEquals(count, samples.all().size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(numbered(i).argb(), samples.all().get(i).picture().argb(), i + "");
    }
  }

  @Test
  void samplesStandInTheOrderInWhichTheyWereDrawn() {
    SheetSamples samples = samples(3, 2, 0, new int[] {0, 1, 2, 3, 4, 5});
    assertNumbered(samples, 6);
    assertEquals(0, samples.all().get(5).label());
    assertEquals("", samples.all().get(5).name());
  }

  @Test
  void aSampleKnowsItsClassAlsoWhereTheLastRowOfClassesIsNotFull() {
    // Five classes, three side by side, two samples of each.
    SheetSamples samples = samples(3, 4, 5, new int[] {0, 1, 2, 3, 4, 5, 6, 7, -1, 8, 9, -1});
    assertNumbered(samples, 10);
    assertEquals(
        List.of(0, 1, 2, 0, 1, 2, 3, 4, 3, 4),
        samples.all().stream().map(SheetSamples.Sample::label).toList());
    assertEquals("class 4", samples.all().get(9).name());
  }

  @Test
  void aClickFindsTheSampleBelowIt() {
    SheetSamples samples = samples(3, 2, 0, new int[] {0, 1, 2, 3, 4, 5});
    assertEquals(OptionalInt.of(0), samples.at(0, 0, 0));
    assertEquals(OptionalInt.of(4), samples.at(0, 6, 9.5));
    assertEquals(OptionalInt.of(5), samples.at(0, 15.9, 6));
    assertEquals(OptionalInt.empty(), samples.at(0, -1, 0));
    assertEquals(OptionalInt.empty(), samples.at(1, 0, 0));
  }

  @Test
  void aSheetOfAnotherKindIsNotParted() {
    Event.Sheet told = new Event.Sheet(Instant.EPOCH, 1, "f", 3, 2, true);
    Picture odd = new Picture(17, 10, new int[170]);
    assertEquals(List.of(), SheetSamples.of(ClassSheet.of(told, odd, List.of()), told).all());
  }
}
