package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.Locale;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.lab.microscope.Enlarged;
import studio.saddlepoint.lab.microscope.Field;
import studio.saddlepoint.lab.microscope.Side;

/** Paints a layer, and beside it what a unit sees, sheets, or kinds of upsampling. */
final class MicroscopePainter {
  private static final double GAP = 24;
  private static final int COLUMNS = 4;

  /** Share of the width that the layer itself has. */
  private static final double LAYER = 0.54;

  private final LabPen pen;
  private final MicroscopeShown shown;

  private MicroscopePainter(LabPen pen, MicroscopeShown shown) {
    this.pen = pen;
    this.shown = shown;
  }

  /** Paints what was found. */
  static void paint(LabPen pen, MicroscopeShown shown) {
    MicroscopePainter painter = new MicroscopePainter(pen, shown);
    LayerPainter.paint(pen, shown, LAYER * pen.width() - GAP);
    switch (shown.beside()) {
      case FIELD -> painter.field();
      case NORM -> painter.sheets();
      case ENLARGING -> painter.enlarged();
    }
  }

  /** Where the picture of a field is: its left and top, and its side. */
  record Place(double left, double top, double side) {}

  /**
   * Where the picture of a field is.
   *
   * @param line height of a line of words
   */
  static Place place(double width, double height, double line) {
    double left = LAYER * width;
    double top = 1.6 * line;
    return new Place(left, top, Math.max(16, Math.min(width - left, height - top - 2.4 * line)));
  }

  private void field() {
    Field field = shown.look().field();
    LabColours colours = pen.colours();
    Place place = place(pen.width(), pen.height(), pen.line());
    boolean made = shown.side() == Side.GENERATOR;
    pen.words(
        Messages.text(made ? "lab.microscope.changes" : "lab.microscope.sees"),
        place.left(),
        pen.line() / 2,
        colours.ink());
    Picture picture = field.picture();
    pen.picture(picture, place.left(), place.top(), place.side(), place.side());
    double cell = place.side() / picture.width();
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        double strength = field.strength()[row * picture.width() + column];
        if (strength > 0) {
          pen.box(
              place.left() + column * cell,
              place.top() + row * cell,
              cell,
              cell,
              LabColours.faint(colours.made(), 0.15 + 0.7 * Math.sqrt(strength)));
        }
      }
    }
    if (field.known()) {
      pen.frame(
          place.left() + field.columns().first() * cell,
          place.top() + field.rows().first() * cell,
          field.columns().size() * cell,
          field.rows().size() * cell,
          colours.real());
    }
    double y = place.top() + place.side() + 0.8 * pen.line();
    double x =
        pen.legend(Messages.text("lab.microscope.by.theory"), place.left(), y, colours.real());
    pen.legend(
        Messages.text(made ? "lab.microscope.by.nudge" : "lab.microscope.by.gradient"),
        x,
        y,
        colours.made());
  }

  private void sheets() {
    double left = LAYER * pen.width();
    if (shown.sheets().isEmpty()) {
      pen.words(
          Messages.text("lab.microscope.sheets.none"),
          left,
          pen.height() / 2,
          pen.colours().text());
      return;
    }
    double wide = pen.width() - left;
    double high = pen.height() / 2;
    sheet("running", shown.sheets().get().running(), left, 0, wide, high);
    sheet("batch", shown.sheets().get().batch(), left, high, wide, high);
  }

  private void sheet(
      String name, List<Picture> pictures, double left, double top, double wide, double high) {
    pen.words(
        Messages.text("lab.microscope.sheet." + name),
        left,
        top + pen.line() / 2,
        pen.colours().ink());
    int columns = 2 * COLUMNS;
    int rows = (pictures.size() + columns - 1) / columns;
    double side = Math.min(wide / columns, (high - 1.6 * pen.line()) / rows);
    for (int i = 0; i < pictures.size(); i++) {
      pen.picture(
          pictures.get(i),
          left + i % columns * side,
          top + 1.4 * pen.line() + i / columns * side,
          side - 2,
          side - 2);
    }
  }

  private void enlarged() {
    double left = LAYER * pen.width();
    double wide = pen.width() - left;
    int rows = Math.max(1, shown.enlarged().size());
    double high = pen.height() / rows;
    double words =
        shown.enlarged().stream().mapToDouble(each -> pen.widthOf(name(each.way()))).max().orElse(0)
            + 12;
    double most = shown.enlarged().stream().mapToDouble(Enlarged::energy).max().orElse(1);
    for (int i = 0; i < shown.enlarged().size(); i++) {
      Enlarged each = shown.enlarged().get(i);
      double top = i * high;
      double side = Math.min(high - 6, wide / (2 * COLUMNS));
      int count = (int) Math.max(1, Math.min(COLUMNS, (wide - words) / (side + 2)));
      for (int k = 0; k < count; k++) {
        pen.picture(each.pictures().get(k), left + k * (side + 2), top, side, side);
      }
      double x = left + count * (side + 2) + 10;
      double room = pen.width() - x - pen.widthOf("00.00 %") - 8;
      pen.words(name(each.way()), x, top + side / 2 - pen.line() / 2, pen.colours().ink());
      double y = top + side / 2 + pen.line() / 2;
      pen.box(x, y - 4, room, 8, pen.colours().grid());
      pen.box(x, y - 4, room * each.energy() / most, 8, pen.colours().made());
      pen.words(MicroscopeWords.share(each.energy()), x + room + 6, y, pen.colours().ink());
    }
  }

  /** What a way of enlarging is called. */
  static String name(Enlarged.Way way) {
    return Messages.text("lab.microscope.way." + way.name().toLowerCase(Locale.ROOT));
  }

  /** A number beside an axis. */
  static String number(double value) {
    return English.of("%.2g", value);
  }
}
