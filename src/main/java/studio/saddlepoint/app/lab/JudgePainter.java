package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.judge.JudgeLook;

/** Paints checkpoints of a run over the plane of its data. */
final class JudgePainter {
  private static final double GAP = 24;
  private static final int COLUMNS = 4;

  /** Room for the numbers of an axis. */
  private static final double NUMBERS = 44;

  private final LabPen pen;
  private final List<JudgeLook> way;
  private final JudgeLook now;

  private JudgePainter(LabPen pen, List<JudgeLook> way) {
    this.pen = pen;
    this.way = way;
    now = way.get(way.size() - 1);
  }

  /** Paints the last moment of a way; nothing where that has no look. */
  static void paint(LabPen pen, List<JudgeMoment> way) {
    List<JudgeLook> looks = way.stream().flatMap(each -> each.look().stream()).toList();
    if (!looks.isEmpty()) {
      new JudgePainter(pen, looks).paint();
    }
  }

  private void paint() {
    LabColours colours = pen.colours();
    double line = pen.line();
    double x = pen.legend(Messages.text("lab.judge.real"), 0, line / 2, colours.real());
    pen.legend(Messages.text("lab.judge.fake"), x, line / 2, colours.made());
    double top = 1.5 * line;
    double side = Math.max(10, Math.min(pen.height() - top - 1.2 * line, 0.6 * pen.width()));
    plane(0, top, side);
    pen.words(Messages.text("lab.judge.axis"), 0, top + side + 0.7 * line, colours.text());
    double left = side + GAP;
    double sheet = Math.min(pen.width() - left, 0.56 * pen.height());
    pen.words(
        Messages.text("lab.judge.sheet", English.of("%,d", now.step())),
        left,
        line / 2,
        colours.ink());
    double each = (sheet - top) / COLUMNS;
    for (int i = 0; i < now.pictures().size(); i++) {
      pen.picture(
          now.pictures().get(i),
          left + i % COLUMNS * each,
          top + i / COLUMNS * each,
          each - 3,
          each - 3);
    }
    judgements(left + NUMBERS, pen.width() - 8, sheet + 3 * line, pen.height() - 1.4 * line);
  }

  private static double place(double value, double start, double size) {
    return start + (value + JudgeLook.REACH) / (2 * JudgeLook.REACH) * size;
  }

  private void plane(double left, double top, double side) {
    LabColours colours = pen.colours();
    pen.context().save();
    pen.context().beginPath();
    pen.context().rect(left, top, side, side);
    pen.context().clip();
    Heat.paint(pen, now.heat(), now.side(), now.probability(), left, top, side);
    for (int i = 0; i < now.real().length; i += 2) {
      pen.dot(
          place(now.real()[i], left, side),
          place(-now.real()[i + 1], top, side),
          2.4,
          LabColours.faint(colours.real(), 0.8));
    }
    double[] x = new double[way.size()];
    double[] y = new double[way.size()];
    Color trail = LabColours.faint(colours.made(), 0.25);
    for (int i = 0; i < now.fake().length; i += 2) {
      for (int k = 0; k < x.length; k++) {
        x[k] = place(way.get(k).fake()[i], left, side);
        y[k] = place(-way.get(k).fake()[i + 1], top, side);
      }
      pen.curve(x, y, trail, 1);
    }
    for (int i = 0; i < now.fake().length; i += 2) {
      pen.dot(
          place(now.fake()[i], left, side),
          place(-now.fake()[i + 1], top, side),
          2.8,
          colours.made());
    }
    pen.context().restore();
    pen.context().setStroke(colours.grid());
    pen.context().setLineWidth(1);
    pen.context().strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
  }

  /** What D says of both kinds, over the steps. */
  private void judgements(double left, double right, double top, double bottom) {
    if (bottom - top < pen.line()) {
      return;
    }
    LabColours colours = pen.colours();
    double x =
        pen.legend(Messages.text("lab.judge.says.real"), left, top - pen.line(), colours.real());
    pen.legend(Messages.text("lab.judge.says.fake"), x, top - pen.line(), colours.made());
    double low = now.probability() ? 0 : Double.POSITIVE_INFINITY;
    double high = now.probability() ? 1 : Double.NEGATIVE_INFINITY;
    for (JudgeLook each : way) {
      low = Math.min(low, Math.min(each.ofReal(), each.ofFake()));
      high = Math.max(high, Math.max(each.ofReal(), each.ofFake()));
    }
    double range = Math.max(1e-9, high - low);
    pen.line(left, bottom, right, bottom, colours.grid(), 1);
    pen.line(left, top, right, top, colours.grid(), 1);
    pen.before(English.of("%.3g", high), left - 6, top, colours.text());
    pen.before(English.of("%.3g", low), left - 6, bottom, colours.text());
    series(JudgeLook::ofReal, left, right, low, range, top, bottom, colours.real());
    series(JudgeLook::ofFake, left, right, low, range, top, bottom, colours.made());
    pen.words("0", left, bottom + 0.7 * pen.line(), colours.text());
    pen.before(English.of("%,d", now.step()), right, bottom + 0.7 * pen.line(), colours.text());
  }

  private void series(
      ToDoubleFunction<JudgeLook> value,
      double left,
      double right,
      double low,
      double range,
      double top,
      double bottom,
      Color colour) {
    double[] x = new double[way.size()];
    double[] y = new double[way.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = left + (double) way.get(i).step() / Math.max(1, now.step()) * (right - left);
      y[i] = bottom - (value.applyAsDouble(way.get(i)) - low) / range * (bottom - top);
    }
    pen.curve(x, y, colour, 1.6);
    pen.mark(x[x.length - 1], y[y.length - 1], 3.5, colour);
  }
}
