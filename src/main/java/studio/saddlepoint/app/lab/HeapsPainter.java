package studio.saddlepoint.app.lab;

import java.util.Arrays;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.heap.EarthMover;
import studio.saddlepoint.lab.heap.HeapBars;
import studio.saddlepoint.lab.heap.HeapPair;
import studio.saddlepoint.lab.heap.JensenShannon;

/** Paints the two heaps, the earth that is carried, and both distances. */
final class HeapsPainter {
  /** The part of the line that is shown. */
  private static final double SEEN = 8;

  private static final double LEFT = 2;
  private static final double RIGHT = 2;

  private final LabPen pen;
  private final HeapsState state;
  private final HeapsCurves curves;
  private final HeapBars bars;
  private final EarthMover mover;

  private HeapsPainter(LabPen pen, HeapsState state, HeapsCurves curves) {
    this.pen = pen;
    this.state = state;
    this.curves = curves;
    bars = HeapBars.of(state.heaps());
    mover = EarthMover.of(bars);
  }

  /** Paints a moment. */
  static void paint(LabPen pen, HeapsState state, HeapsCurves curves) {
    new HeapsPainter(pen, state, curves).paint();
  }

  /** Where on the line a place of the drawing is. */
  static double place(double x, double width) {
    return (x - LEFT) / (width - LEFT - RIGHT) * 2 * SEEN - SEEN;
  }

  private void paint() {
    double line = pen.line();
    double height = pen.height();
    double heaps = Math.round(0.46 * height);
    double earth = Math.round(0.68 * height);
    legend(line);
    heaps(2 * line, heaps - line);
    axis(heaps - line, heaps - line / 2 + 2);
    earth(heaps + 1.2 * line, earth);
    double top = earth + 1.6 * line;
    double bottom = height - 1.6 * line;
    double middle = pen.width() / 2;
    plot(
        LEFT + 28,
        middle - 20,
        top,
        bottom,
        curves.divergence(),
        0.8,
        pen.colours().judge(),
        "lab.heaps.divergence",
        JensenShannon.MOST);
    plot(
        middle + 28,
        pen.width() - RIGHT - 8,
        top,
        bottom,
        curves.distance(),
        6.6,
        pen.colours().critic(),
        "lab.heaps.distance",
        Double.NaN);
  }

  private void legend(double line) {
    LabColours colours = pen.colours();
    double x = LEFT;
    x = pen.legend(Messages.text("lab.heaps.real"), x, line, colours.real());
    x = pen.legend(Messages.text("lab.heaps.made"), x, line, colours.made());
    x = pen.legend(Messages.text("lab.heaps.best"), x, line, colours.judge());
    pen.legend(Messages.text("lab.heaps.critic"), x, line, colours.critic());
  }

  private double x(double place) {
    return LEFT + (place + SEEN) / (2 * SEEN) * (pen.width() - LEFT - RIGHT);
  }

  private boolean seen(int bar) {
    return Math.abs(HeapBars.middle(bar)) < SEEN;
  }

  private void heaps(double top, double bottom) {
    LabColours colours = pen.colours();
    double most =
        Math.max(
            Arrays.stream(bars.real()).max().orElse(1),
            Arrays.stream(bars.generated()).max().orElse(1));
    double scale = (bottom - top) / (1.08 * most);
    double wide = x(HeapBars.WIDTH) - x(0) - 1;
    int settled = state.walk() == HeapsWalk.EARTH ? HeapsState.first(bars) + state.bars() : 0;
    for (int i = 0; i < HeapBars.COUNT; i++) {
      if (seen(i)) {
        double left = x(HeapBars.middle(i) - HeapBars.WIDTH / 2);
        double made = i < settled ? bars.real()[i] : bars.generated()[i];
        bar(left, bottom, wide, bars.real()[i] * scale, colours.real());
        bar(left, bottom, wide, made * scale, colours.made());
      }
    }
    pen.line(LEFT, bottom, pen.width() - RIGHT, bottom, colours.text(), 1);
    judges(top, bottom);
  }

  private void bar(double left, double bottom, double wide, double high, Color colour) {
    if (high > 0.3) {
      pen.box(left, bottom - high, wide, high, LabColours.faint(colour, 0.55));
    }
  }

  /** The best discriminator from 0 at the bottom to 1 at the top, and the best critic's heights. */
  private void judges(double top, double bottom) {
    LabColours colours = pen.colours();
    double[] best = JensenShannon.bestDiscriminator(bars.real(), bars.generated());
    double[] critic = mover.bestCritic();
    double[] x = new double[HeapBars.COUNT];
    double[] ofBest = new double[HeapBars.COUNT];
    double[] ofCritic = new double[HeapBars.COUNT];
    double highest = 1;
    double lowest = -1;
    for (int i = 0; i < x.length; i++) {
      if (seen(i)) {
        highest = Math.max(highest, critic[i]);
        lowest = Math.min(lowest, critic[i]);
      }
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = seen(i) ? x(HeapBars.middle(i)) : Double.NaN;
      ofBest[i] = bottom - best[i] * (bottom - top) * 0.96;
      ofCritic[i] = bottom - (critic[i] - lowest) / (highest - lowest) * (bottom - top) * 0.96;
    }
    pen.curve(x, ofCritic, colours.critic(), 1.8);
    pen.curve(x, ofBest, colours.judge(), 2.2);
  }

  private void axis(double bottom, double words) {
    for (int place = -6; place <= 6; place += 2) {
      pen.line(x(place), bottom, x(place), bottom + 4, pen.colours().text(), 1);
      pen.middle(Integer.toString(place), x(place), words + 8, pen.colours().text());
    }
  }

  private void earth(double top, double bottom) {
    LabColours colours = pen.colours();
    double words = top + pen.line() / 2;
    pen.words(Messages.text("lab.heaps.earth"), LEFT, words, colours.text());
    double middle = (top + pen.line() + bottom) / 2;
    double most = (bottom - top - pen.line()) / 2;
    double wide = x(HeapBars.WIDTH) - x(0) - 1;
    int first = HeapsState.first(bars);
    int until = state.walk() == HeapsWalk.EARTH ? first + state.bars() : HeapBars.COUNT;
    for (int i = 0; i < Math.min(until, HeapBars.COUNT); i++) {
      double high = mover.carried()[i] * most;
      if (seen(i) && Math.abs(high) > 0.3) {
        Color colour = LabColours.faint(colours.mean(), 0.8);
        double left = x(HeapBars.middle(i) - HeapBars.WIDTH / 2);
        pen.box(left, Math.min(middle, middle - high), wide, Math.abs(high), colour);
      }
    }
    pen.line(LEFT, middle, pen.width() - RIGHT, middle, colours.grid(), 1);
    if (state.walk() == HeapsWalk.EARTH && until < HeapBars.COUNT) {
      double at = x(HeapBars.middle(until) - HeapBars.WIDTH / 2);
      pen.dashed(at, 2 * pen.line(), at, bottom, colours.ink());
    }
  }

  private void plot(
      double left,
      double right,
      double top,
      double bottom,
      double[] values,
      double most,
      Color colour,
      String key,
      double limit) {
    LabColours colours = pen.colours();
    pen.words(Messages.text(key + ".over"), left, top - pen.line() * 0.6, colours.text());
    double[] x = new double[values.length];
    double[] y = new double[values.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = across(curves.places()[i], left, right);
      y[i] = bottom - values[i] / most * (bottom - top);
    }
    pen.line(left, bottom, right, bottom, colours.text(), 1);
    pen.before("0", left - 6, bottom, colours.text());
    if (Double.isNaN(limit)) {
      pen.before("6", left - 6, bottom - 6 / most * (bottom - top), colours.text());
    } else {
      double high = bottom - limit / most * (bottom - top);
      pen.dashed(left, high, right, high, colours.text());
      pen.before("0.69", left - 4, high, colours.text());
    }
    for (int place = -6; place <= 6; place += 3) {
      double at = across(place, left, right);
      pen.middle(Integer.toString(place), at, bottom + pen.line() * 0.7, colours.text());
    }
    pen.curve(x, y, colour, 2);
    double now = value(values);
    double at = across(state.heaps().place(), left, right);
    pen.mark(at, bottom - now / most * (bottom - top), 5, colour);
    double point = bottom - now / most * (bottom - top);
    boolean high = point < top + pen.line();
    double words = point + (high ? 0.9 : -0.8) * pen.line();
    String told = English.of("%.3f", now);
    if (at > (left + right) / 2) {
      pen.before(told, at - 8, words, colours.ink());
    } else {
      pen.words(told, at + 8, words, colours.ink());
    }
  }

  private static double across(double place, double left, double right) {
    return left + (place + HeapPair.FARTHEST) / (2 * HeapPair.FARTHEST) * (right - left);
  }

  /** The value where the heap stands: exact, not that of the nearest point of the curve. */
  private double value(double[] values) {
    return values == curves.distance()
        ? mover.distance()
        : JensenShannon.divergence(bars.real(), bars.generated());
  }
}
