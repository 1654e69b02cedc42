package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.event.Event;

/**
 * A sample sheet with what its columns show.
 *
 * @param picture all of it
 * @param columns pictures in a row
 * @param blocks parts of it, one below the other, each with its own classes; at least one
 */
record ClassSheet(Picture picture, int columns, List<Block> blocks) {
  /** Pixels between the pictures of a sheet. */
  private static final int GAP = 2;

  /**
   * Rows of the same classes.
   *
   * @param picture the rows
   * @param names of the columns; none where they are not known or there are no classes
   */
  record Block(Picture picture, List<String> names) {}

  /**
   * Parts a sheet.
   *
   * @param sheet what the log tells of it; what does not fit the picture is passed over
   * @param classNames of the run's data set, by label; empty where they are not known
   */
  static ClassSheet of(Event.Sheet sheet, Picture picture, List<String> classNames) {
    int columns = Math.max(1, sheet.columns());
    int rows = Math.max(1, sheet.rows());
    int classes = sheet.classes();
    if (classes <= columns) {
      // Earlier versions began again where there are fewer classes than columns.
      int shown = classes > 0 ? classes : classNames.size();
      return new ClassSheet(
          picture, columns, List.of(new Block(picture, names(classNames, 0, columns, shown))));
    }
    int count = (classes + columns - 1) / columns;
    int pitch = (picture.height() + GAP) / rows;
    int samples = rows / count;
    if (samples < 1 || samples * count * pitch - GAP > picture.height()) {
      return new ClassSheet(picture, columns, List.of(new Block(picture, List.of())));
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(
          new Block(
              rows(picture, i * samples * pitch, samples * pitch - GAP),
              names(classNames, i * columns, columns, classes)));
    }
    return new ClassSheet(picture, columns, blocks);
  }

  /**
   * How many letters, whole words, all names begin with: of "class 1" and "class 2" the ends tell
   * which is which, and there is little room for them.
   */
  int sameBeginning() {
    List<String> all =
        blocks.stream()
            .flatMap(each -> each.names().stream())
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    if (all.size() < 2) {
      return 0;
    }
    String first = all.get(0);
    for (int length = first.length() - 1; length > 0; length--) {
      String beginning = first.substring(0, length);
      boolean words = !Character.isLetterOrDigit(first.charAt(length - 1));
      if (words
          && all.stream()
              .allMatch(each -> each.length() > beginning.length() && each.startsWith(beginning))) {
        return length;
      }
    }
    return 0;
  }

  private static List<String> names(List<String> all, int first, int columns, int classes) {
    if (classes == 0 || all.size() < classes) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int label = classes <= columns ? i % classes : first + i;
      names.add(label < classes ? all.get(label) : "");
    }
    return names;
  }

  private static Picture rows(Picture picture, int top, int height) {
    int width = picture.width();
    return new Picture(
        width, height, Arrays.copyOfRange(picture.argb(), top * width, (top + height) * width));
  }
}
