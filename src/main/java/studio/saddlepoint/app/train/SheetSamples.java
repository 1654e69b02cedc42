package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.event.Event;

/**
 * The single samples of a sheet, in the order in which they were drawn.
 *
 * @param all none where the sheet is not parted as this version does it
 */
record SheetSamples(List<Sample> all) {
  private static final int GAP = 2;

  /**
   * A sample.
   *
   * @param picture the picture itself
   * @param block in which part of the sheet
   * @param row in the part
   * @param column in the part
   * @param label its class; 0 where there are none
   * @param name of its class; empty where that is not known
   */
  record Sample(Picture picture, int block, int row, int column, int label, String name) {}

  /** Parts a sheet. */
  static SheetSamples of(ClassSheet sheet, Event.Sheet told) {
    int blocks = sheet.blocks().size();
    int rows = told.rows() / blocks;
    int columns = sheet.columns();
    Picture first = sheet.blocks().get(0).picture();
    if (rows < 1
        || rows * blocks != told.rows()
        || (first.width() + GAP) % columns != 0
        || (first.height() + GAP) % rows != 0) {
      return new SheetSamples(List.of());
    }
    List<Sample> all = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      int shown = blocks == 1 ? columns : Math.min(columns, told.classes() - block * columns);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < shown; column++) {
          all.add(sample(sheet, told, block, row, column, rows));
        }
      }
    }
    return new SheetSamples(all);
  }

  private static Sample sample(
      ClassSheet sheet, Event.Sheet told, int block, int row, int column, int rows) {
    ClassSheet.Block part = sheet.blocks().get(block);
    int width = (part.picture().width() + GAP) / sheet.columns();
    int height = (part.picture().height() + GAP) / rows;
    int place = block * sheet.columns() + column;
    return new Sample(
        cut(part.picture(), column * width, row * height, width - GAP, height - GAP),
        block,
        row,
        column,
        told.classes() == 0 ? 0 : place % told.classes(),
        part.names().isEmpty() ? "" : part.names().get(column));
  }

  private static Picture cut(Picture from, int left, int top, int width, int height) {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(from.argb(), (top + y) * from.width() + left, argb, y * width, width);
    }
    return new Picture(width, height, argb);
  }

  /**
   * Which sample is at a place of a part.
   *
   * @param x pixels from the part's left edge
   * @param y pixels from its top edge
   */
  OptionalInt at(int block, double x, double y) {
    return IntStream.range(0, all.size())
        .filter(
            i -> {
              Sample each = all.get(i);
              int width = each.picture().width();
              int height = each.picture().height();
              return each.block() == block
                  && within(x, each.column() * (width + GAP), width)
                  && within(y, each.row() * (height + GAP), height);
            })
        .findFirst();
  }

  /** With the gap behind it, so that no click between two samples is lost. */
  private static boolean within(double place, int from, int length) {
    return place >= from && place < from + length + GAP;
  }
}
