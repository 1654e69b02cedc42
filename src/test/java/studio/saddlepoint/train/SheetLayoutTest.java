package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SheetLayoutTest {
  private static Set<Integer> classes(SheetLayout layout) {
    Set<Integer> found = new TreeSet<>();
    for (int row = 0; row < layout.rows(); row++) {
      for (int column = 0; column < layout.columns(); column++) {
        if (layout.filled(row, column)) {
          found.add(layout.label(row, column));
        }
      }
    }
    return found;
  }

  @Test
  void withoutClassesASheetIsAsHighAsWide() {
    assertEquals(new SheetLayout(0, 8, 1, 8), SheetLayout.of(64, 0));
    assertEquals(new SheetLayout(0, 4, 1, 3), SheetLayout.of(10, 0));
  }

  @Test
  void tenClassesHaveAColumnEach() {
    assertEquals(new SheetLayout(10, 10, 1, 6), SheetLayout.of(64, 10));
  }

  @Test
  void fewClassesHaveSeveralColumnsEach() {
    assertEquals(new SheetLayout(2, 8, 1, 8), SheetLayout.of(64, 2));
    assertEquals(new SheetLayout(5, 10, 1, 6), SheetLayout.of(64, 5));
  }

  @Test
  void ofManyClassesRowsFollowOneAnother() {
    SheetLayout layout = SheetLayout.of(64, 26);
    assertEquals(new SheetLayout(26, 9, 3, 2), layout);
    assertEquals(9, layout.label(2, 0));
    assertEquals(25, layout.label(4, 7));
    assertTrue(!layout.filled(4, 8) && !layout.filled(5, 8));
    assertEquals(new SheetLayout(100, 10, 10, 1), SheetLayout.of(64, 100));
  }

  @Test
  void everyClassIsShownUpToABound() {
    for (int count : new int[] {1, 4, 64, 256}) {
      for (int classes = 1; classes <= 1000; classes += classes < 120 ? 1 : 97) {
        SheetLayout layout = SheetLayout.of(count, classes);
        assertEquals(classes, classes(layout).size(), layout.toString());
        assertTrue(layout.rows() * layout.columns() <= 1.5 * (count + 16) + classes + 10);
      }
    }
    assertEquals(1000, classes(SheetLayout.of(64, 5000)).size());
  }
}
