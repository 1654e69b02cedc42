package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.event.Event;

class ClassSheetTest {
  private static final int CELL = 4;

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
  }

  /** Every pixel is the number of its row of pictures. */
  private static Picture picture(int columns, int rows) {
    int width = columns * (CELL + 2) - 2;
    int height = rows * (CELL + 2) - 2;
    int[] argb = new int[width * height];
    Arrays.setAll(argb, i -> i / width / (CELL + 2));
    return new Picture(width, height, argb);
  }

  private static ClassSheet sheet(int columns, int rows, int classes, List<String> names) {
    return ClassSheet.of(
        new Event.Sheet(Instant.EPOCH, 1, "f", columns, rows, true, classes),
        picture(columns, rows),
        names);
  }

  @Test
  void eachColumnHasTheNameOfItsClass() {
    assertEquals(names(10), sheet(10, 6, 10, names(10)).blocks().get(0).names());
    assertEquals(
        List.of("class 0", "class 1", "class 0", "class 1"),
        sheet(4, 4, 2, names(2)).blocks().get(0).names());
  }

  @Test
  void manyClassesArePartedIntoTheirRows() {
    ClassSheet sheet = sheet(9, 6, 26, names(26));
    assertEquals(3, sheet.blocks().size());
    assertEquals(names(26).subList(9, 18), sheet.blocks().get(1).names());
    assertEquals("", sheet.blocks().get(2).names().get(8));
    assertEquals(2, sheet.blocks().get(1).picture().argb()[0]);
    assertEquals(2 * (CELL + 2) - 2, sheet.blocks().get(1).picture().height());
  }

  @Test
  void sheetsOfEarlierVersionsShowTheirFirstClasses() {
    assertEquals(names(8), sheet(8, 8, 0, names(10)).blocks().get(0).names());
    assertEquals(1, sheet(8, 8, 0, names(100)).blocks().size());
    assertEquals("class 0", sheet(8, 8, 0, names(5)).blocks().get(0).names().get(5));
    assertEquals(List.of(), sheet(8, 8, 0, List.of()).blocks().get(0).names());
  }

  @Test
  void whatAllNamesBeginWithIsLeftOutInWholeWords() {
    assertEquals(6, sheet(10, 10, 100, names(100)).sameBeginning());
    assertEquals(0, sheet(2, 2, 2, List.of("cat", "car")).sameBeginning());
    assertEquals(0, sheet(2, 2, 2, List.of("sea ", "sea lion")).sameBeginning());
    assertEquals(0, sheet(8, 8, 0, List.of()).sameBeginning());
  }

  @Test
  void whatALogTellsWronglyOfASheetIsPassedOver() {
    assertEquals(1, sheet(2, 2, 100, names(100)).blocks().size());
    ClassSheet odd =
        ClassSheet.of(
            new Event.Sheet(Instant.EPOCH, 1, "f", 0, -3, true, 7), picture(3, 3), names(7));
    assertEquals(1, odd.columns());
    assertEquals(1, odd.blocks().size());
  }
}
