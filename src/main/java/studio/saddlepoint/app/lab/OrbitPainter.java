package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.orbit.OrbitState;
import studio.saddlepoint.lab.orbit.OrbitTheory;

/** Paints the way of the two players in their plane, and their distance to the equilibrium. */
final class OrbitPainter {
  private static final double FAINT = 0.5; // of the field, behind everything
  private static final int ARROWS = 9;

  /** A point of the way is as wide as this at least. */
  private static final double DOTS_FROM = 6;

  private static final double SMALLEST = 1e-6;

  private final LabPen pen;
  private final List<OrbitMoment> way;
  private final OrbitState now;

  private OrbitPainter(LabPen pen, List<OrbitMoment> way) {
    this.pen = pen;
    this.way = way;
    now = way.get(way.size() - 1).state();
  }

  /** Paints the way so far. */
  static void paint(LabPen pen, List<OrbitMoment> way) {
    new OrbitPainter(pen, way).paint();
  }

  /** The side of the square that the players move in. */
  private static double side(double width, double height) {
    return Math.min(height, 0.58 * width);
  }

  /**
   * Where in the players' plane a place of the drawing is.
   *
   * @return x and y; outside of the square something beyond the range
   */
  static double[] place(double x, double y, double width, double height, List<OrbitMoment> way) {
    double side = side(width, height);
    double range = range(way);
    return new double[] {
      (x / side * 2 - 1) * range, (1 - (y - (height - side) / 2) / side * 2) * range
    };
  }

  /** How far the square reaches: a round number beyond all of the way. */
  static double range(List<OrbitMoment> way) {
    double most = 1.2;
    for (OrbitMoment each : way) {
      OrbitState state = each.state();
      most = Math.max(most, Math.max(Math.abs(state.x()), Math.abs(state.y())) * 1.15);
    }
    double range = 1.5;
    while (range < most && range < 1e14) {
      range *= 2;
    }
    return range;
  }

  private void paint() {
    double side = side(pen.width(), pen.height());
    double range = range(way);
    double top = (pen.height() - side) / 2;
    plane(side, top, range);
    distances(side + 56, pen.width() - 20, 2.2 * pen.line(), pen.height() - 2 * pen.line());
  }

  private void plane(double side, double top, double range) {
    LabColours colours = pen.colours();
    double scale = side / (2 * range);
    double middleX = side / 2;
    double middleY = top + side / 2;
    pen.context().save();
    pen.context().beginPath();
    pen.context().rect(0, top, side, side);
    pen.context().clip();
    pen.line(0, middleY, side, middleY, colours.grid(), 1);
    pen.line(middleX, top, middleX, top + side, colours.grid(), 1);
    field(side, top, range);
    way(middleX, middleY, scale, OrbitState::x, OrbitState::y, colours.real());
    if (averages()) {
      way(middleX, middleY, scale, OrbitState::xMean, OrbitState::yMean, colours.mean());
      pen.mark(middleX + now.xMean() * scale, middleY - now.yMean() * scale, 5, colours.mean());
    }
    double x = middleX + now.x() * scale;
    double y = middleY - now.y() * scale;
    double reach = Math.min(0.35, 0.35 * range / Math.max(SMALLEST, now.distance()));
    pen.arrow(x, y, x - now.y() * reach * scale, y - now.x() * reach * scale, colours.made(), 2);
    pen.line(middleX - 7, middleY, middleX + 7, middleY, colours.ink(), 2);
    pen.line(middleX, middleY - 7, middleX, middleY + 7, colours.ink(), 2);
    pen.mark(x, y, 6, colours.real());
    pen.context().restore();
    pen.before("x", side - 8, middleY - pen.line() / 2, colours.text());
    pen.words("y", middleX + 8, top + side - pen.line() / 2, colours.text());
    pen.before(English.of("%s", number(range)), side - 8, middleY + pen.line() / 2, colours.text());
    legend(top);
  }

  private void legend(double top) {
    LabColours colours = pen.colours();
    double y = top + pen.line() / 2 + 2;
    double wide = 26 + pen.widthOf(Messages.text("lab.orbit.gradient"));
    int lines = averages() ? 3 : 2;
    pen.box(0, top, wide, lines * pen.line() + 6, LabColours.faint(colours.ground(), 0.85));
    pen.legend(Messages.text("lab.orbit.players"), 6, y, colours.real());
    pen.legend(Messages.text("lab.orbit.gradient"), 6, y + pen.line(), colours.made());
    if (averages()) {
      pen.legend(Messages.text("lab.orbit.mean"), 6, y + 2 * pen.line(), colours.mean());
    }
  }

  private boolean averages() {
    return way.get(way.size() - 1).rule().averaging() > 0;
  }

  /** Where the gradients of both point to, everywhere. */
  private void field(double side, double top, double range) {
    double cell = side / ARROWS;
    Color colour = LabColours.faint(pen.colours().text(), FAINT);
    for (int row = 0; row < ARROWS; row++) {
      for (int column = 0; column < ARROWS; column++) {
        double x = (column + 0.5) * cell;
        double y = top + (row + 0.5) * cell;
        double dx = (x - side / 2) / (side / 2);
        double dy = (side / 2 + top - y) / (side / 2);
        double length = 0.45 * cell;
        pen.arrow(x, y, x - dy * length, y - dx * length, colour, 1.2);
      }
    }
  }

  private void way(
      double middleX,
      double middleY,
      double scale,
      ToDoubleFunction<OrbitState> ofX,
      ToDoubleFunction<OrbitState> ofY,
      Color colour) {
    double[] x = new double[way.size()];
    double[] y = new double[way.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = middleX + ofX.applyAsDouble(way.get(i).state()) * scale;
      y[i] = middleY - ofY.applyAsDouble(way.get(i).state()) * scale;
    }
    pen.curve(x, y, LabColours.faint(colour, 0.7), 1.4);
    for (int i = 1; i < x.length; i++) {
      if (Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) > DOTS_FROM) {
        pen.dot(x[i], y[i], 2, colour);
      }
    }
  }

  /** The distance at each step, and theory's line from where the rule was last changed. */
  private void distances(double left, double right, double top, double bottom) {
    LabColours colours = pen.colours();
    pen.words(Messages.text("lab.orbit.over"), left - 40, pen.line(), colours.text());
    double most = now.distance();
    double least = now.distance();
    for (OrbitMoment each : way) {
      most = Math.max(most, each.state().distance());
      least = Math.min(least, least(each.state()));
    }
    int high = (int) Math.ceil(Math.log10(Math.max(SMALLEST, most)) - 1e-9);
    int low = Math.min(high - 1, (int) Math.floor(Math.log10(Math.max(SMALLEST, least)) + 1e-9));
    long first = way.get(0).state().step();
    double span = Math.max(20, now.step() - first);
    int every = Math.max(1, (high - low) / 6);
    for (int power = low; power <= high; power += every) {
      double y = height(Math.pow(10, power), low, high, top, bottom);
      pen.line(left, y, right, y, colours.grid(), 1);
      pen.before(number(Math.pow(10, power)), left - 6, y, colours.text());
    }
    pen.before(
        English.of("%,d", first + (long) span), right, bottom + pen.line() * 0.8, colours.text());
    pen.words(English.of("%,d", first), left, bottom + pen.line() * 0.8, colours.text());
    double[] x = new double[way.size()];
    double[] y = new double[way.size()];
    double[] ofMean = new double[way.size()];
    for (int i = 0; i < x.length; i++) {
      OrbitState state = way.get(i).state();
      x[i] = left + (state.step() - first) / span * (right - left);
      y[i] = height(state.distance(), low, high, top, bottom);
      ofMean[i] = height(state.meanDistance(), low, high, top, bottom);
    }
    if (averages()) {
      pen.curve(x, ofMean, colours.mean(), 1.6);
    }
    pen.curve(x, y, colours.real(), 2);
    theory(left, right, top, bottom, low, high, first, span);
    pen.mark(x[x.length - 1], y[y.length - 1], 5, colours.real());
  }

  private double least(OrbitState state) {
    return averages() ? Math.min(state.distance(), state.meanDistance()) : state.distance();
  }

  private void theory(
      double left,
      double right,
      double top,
      double bottom,
      int low,
      int high,
      long first,
      double span) {
    OrbitMoment last = way.get(way.size() - 1);
    OrbitMoment from = last;
    for (int i = way.size() - 1; i >= 0 && way.get(i).rule().equals(last.rule()); i--) {
      from = way.get(i);
    }
    if (last.rule().history() > 0) {
      return; // a power of the steps, which begins later
    }
    double factor = OrbitTheory.factor(last.rule());
    double steps = first + span - from.state().step();
    double start = from.state().distance();
    pen.context().save();
    pen.context().beginPath();
    pen.context().rect(left, top, right - left, bottom - top);
    pen.context().clip();
    pen.dashed(
        left + (from.state().step() - first) / span * (right - left),
        height(start, low, high, top, bottom),
        right,
        height(start * Math.pow(factor, steps), low, high, top, bottom),
        pen.colours().ink());
    pen.context().restore();
  }

  private static double height(double value, int low, int high, double top, double bottom) {
    double power = Math.log10(Math.max(1e-300, value));
    return bottom - (power - low) / Math.max(1, high - low) * (bottom - top);
  }

  private static String number(double value) {
    return value >= 0.01 && value < 10_000
        ? English.of(value < 1 ? "%.2f" : "%.4g", value).replaceAll("\\.?0+$", "")
        : English.of("%.0e", value);
  }
}
