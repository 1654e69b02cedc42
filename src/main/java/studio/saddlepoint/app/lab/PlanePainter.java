package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.plane.PlaneLook;

/** Paints one or two planes and their losses. */
final class PlanePainter {
  private static final double GAP = 16;

  /** Room for the numbers of an axis. */
  private static final double NUMBERS = 40;

  /** A pull of 1 is drawn as long as this, and none longer than {@link #LONGEST}. */
  private static final double PULL = 0.15;

  private static final double LONGEST = 0.4;

  /** Every so many points have their arrow drawn. */
  private static final int EVERY = 3;

  private final LabPen pen;
  private final List<PlaneMoment> way;
  private final PlaneShown shown;
  private final List<String> titles;

  private PlanePainter(LabPen pen, List<PlaneMoment> way, PlaneShown shown, List<String> titles) {
    this.pen = pen;
    this.way = way;
    this.shown = shown;
    this.titles = titles;
  }

  /**
   * Paints the last moment of a way.
   *
   * @param titles of the planes
   */
  static void paint(LabPen pen, List<PlaneMoment> way, PlaneShown shown, List<String> titles) {
    new PlanePainter(pen, way, shown, titles).paint();
  }

  /** Where a plane is: its left and top, and its side. */
  record Place(double left, double top, double side) {
    /** From left to right. */
    double x(double x) {
      return left + (x + PlaneLook.REACH) / (2 * PlaneLook.REACH) * side;
    }

    /** From the bottom to the top. */
    double y(double y) {
      return top + (PlaneLook.REACH - y) / (2 * PlaneLook.REACH) * side;
    }

    /** The point at a place of the drawing: x and y. */
    double[] point(double atX, double atY) {
      return new double[] {
        (atX - left) / side * 2 * PlaneLook.REACH - PlaneLook.REACH,
        PlaneLook.REACH - (atY - top) / side * 2 * PlaneLook.REACH
      };
    }
  }

  /**
   * Where a plane is drawn.
   *
   * @param index of the plane
   * @param count of planes
   * @param line height of a line of words
   */
  static Place place(int index, int count, double width, double height, double line) {
    double top = 1.5 * line;
    if (count == 1) {
      return new Place(0, top, Math.max(10, Math.min(height - top, 0.62 * width)));
    }
    double room = (width - GAP) / 2;
    double side = Math.max(10, Math.min(room, 0.78 * height - top));
    return new Place(index * (room + GAP), top, side);
  }

  private void paint() {
    PlaneMoment now = way.get(way.size() - 1);
    int count = Math.max(1, titles.size());
    for (int i = 0; i < Math.min(now.looks().size(), count); i++) {
      Place place = place(i, count, pen.width(), pen.height(), pen.line());
      plane(now.looks().get(i), place);
      if (count > 1) {
        pen.words(titles.get(i), place.left(), pen.line() / 2, pen.colours().ink());
        double top = place.top() + place.side() + 1.6 * pen.line();
        double right = place.left() + (pen.width() - GAP) / 2;
        losses(i, place.left() + NUMBERS, right - 4, top, pen.height() - 8);
      } else {
        double left = place.left() + place.side() + 3 * GAP;
        losses(0, left, pen.width() - 8, place.top() + pen.line(), 0.42 * pen.height());
        modes(left, pen.width() - 8, 0.42 * pen.height() + 3 * pen.line(), pen.height() - 20);
      }
    }
    if (count == 1) {
      double x =
          pen.legend(Messages.text("lab.plane.real"), 0, pen.line() / 2, pen.colours().real());
      x = pen.legend(Messages.text("lab.plane.fake"), x, pen.line() / 2, pen.colours().made());
      pen.legend(Messages.text("lab.plane.grid"), x, pen.line() / 2, pen.colours().mean());
    }
  }

  private void plane(PlaneLook look, Place place) {
    LabColours colours = pen.colours();
    pen.context().save();
    pen.context().beginPath();
    pen.context().rect(place.left(), place.top(), place.side(), place.side());
    pen.context().clip();
    if (shown.heat()) {
      Heat.paint(
          pen,
          look.heat(),
          look.side(),
          look.probability(),
          place.left(),
          place.top(),
          place.side());
    }
    if (shown.grid()) {
      grid(look, place);
    }
    for (int i = 0; i < look.real().length; i += 2) {
      pen.dot(
          place.x(look.real()[i]),
          place.y(look.real()[i + 1]),
          2.2,
          LabColours.faint(colours.real(), 0.8));
    }
    if (shown.pull()) {
      pulls(look, place);
    }
    for (int i = 0; i < look.fake().length; i += 2) {
      pen.dot(place.x(look.fake()[i]), place.y(look.fake()[i + 1]), 2.4, colours.made());
    }
    pen.context().restore();
    pen.context().setStroke(colours.grid());
    pen.context().setLineWidth(1);
    pen.context()
        .strokeRect(place.left() + 0.5, place.top() + 0.5, place.side() - 1, place.side() - 1);
  }

  private void grid(PlaneLook look, Place place) {
    int lines = look.lines();
    Color colour = LabColours.faint(pen.colours().mean(), 0.55);
    double[] x = new double[lines];
    double[] y = new double[lines];
    for (int i = 0; i < lines; i++) {
      for (int across = 0; across < 2; across++) {
        for (int k = 0; k < lines; k++) {
          int at = 2 * (across == 0 ? i * lines + k : k * lines + i);
          x[k] = place.x(look.grid()[at]);
          y[k] = place.y(look.grid()[at + 1]);
        }
        pen.curve(x, y, colour, 1);
      }
    }
  }

  private void pulls(PlaneLook look, Place place) {
    Color colour = LabColours.faint(pen.colours().ink(), 0.7);
    double scale = place.side() / (2 * PlaneLook.REACH);
    for (int i = 0; i < look.fake().length; i += 2 * EVERY) {
      double length = PULL * Math.hypot(look.pull()[i], look.pull()[i + 1]);
      double factor = PULL * Math.min(1, LONGEST / Math.max(1e-12, length)) * scale;
      double x = place.x(look.fake()[i]);
      double y = place.y(look.fake()[i + 1]);
      pen.arrow(x, y, x + look.pull()[i] * factor, y - look.pull()[i + 1] * factor, colour, 1.1);
    }
  }

  private void losses(int plane, double left, double right, double top, double bottom) {
    LabColours colours = pen.colours();
    double x =
        pen.legend(Messages.text("lab.plane.loss.d"), left, top - pen.line(), colours.judge());
    pen.legend(Messages.text("lab.plane.loss.g"), x, top - pen.line(), colours.made());
    ToDoubleFunction<PlaneLook> ofD = PlaneLook::lossOfDiscriminator;
    ToDoubleFunction<PlaneLook> ofG = PlaneLook::lossOfGenerator;
    double[] range = range(plane, ofD, ofG);
    frame(left, right, top, bottom, range);
    series(plane, ofD, left, right, top, bottom, range, colours.judge());
    series(plane, ofG, left, right, top, bottom, range, colours.made());
  }

  private void modes(double left, double right, double top, double bottom) {
    LabColours colours = pen.colours();
    double x =
        pen.legend(Messages.text("lab.plane.modes.share"), left, top - pen.line(), colours.real());
    pen.legend(Messages.text("lab.plane.off.share"), x, top - pen.line(), colours.critic());
    double[] range = {0, 1};
    frame(left, right, top, bottom, range);
    series(
        0,
        look -> (double) look.modes() / look.allModes(),
        left,
        right,
        top,
        bottom,
        range,
        colours.real());
    series(0, PlaneLook::off, left, right, top, bottom, range, colours.critic());
    String steps = English.of("%,d", way.get(way.size() - 1).step());
    pen.before(steps, right, bottom + pen.line() * 0.7, colours.text());
    pen.words("0", left, bottom + pen.line() * 0.7, colours.text());
  }

  private void frame(double left, double right, double top, double bottom, double[] range) {
    LabColours colours = pen.colours();
    pen.line(left, bottom, right, bottom, colours.grid(), 1);
    pen.line(left, top, right, top, colours.grid(), 1);
    pen.before(English.of("%.3g", range[1]), left - 6, top, colours.text());
    pen.before(English.of("%.3g", range[0]), left - 6, bottom, colours.text());
  }

  @SafeVarargs
  private double[] range(int plane, ToDoubleFunction<PlaneLook>... values) {
    double low = 0;
    double high = 1;
    for (PlaneMoment each : way) {
      for (ToDoubleFunction<PlaneLook> value : values) {
        double at =
            plane < each.looks().size() ? value.applyAsDouble(each.looks().get(plane)) : Double.NaN;
        if (Double.isFinite(at)) {
          low = Math.min(low, at);
          high = Math.max(high, at);
        }
      }
    }
    return new double[] {low, high};
  }

  private void series(
      int plane,
      ToDoubleFunction<PlaneLook> value,
      double left,
      double right,
      double top,
      double bottom,
      double[] range,
      Color colour) {
    double[] x = new double[way.size()];
    double[] y = new double[way.size()];
    double last = Math.max(1, way.get(way.size() - 1).step());
    for (int i = 0; i < x.length; i++) {
      PlaneMoment each = way.get(i);
      x[i] = left + each.step() / last * (right - left);
      double at =
          plane < each.looks().size() ? value.applyAsDouble(each.looks().get(plane)) : Double.NaN;
      y[i] = bottom - (at - range[0]) / (range[1] - range[0]) * (bottom - top);
    }
    pen.curve(x, y, colour, 1.6);
  }
}
