package studio.saddlepoint.app.chart;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;

/**
 * Where the steps of a run lie on a horizontal axis of another kind: straight lines between points
 * that are known. Both rise.
 */
public final class XScale {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  /** From one number on an axis to the next, in window units. */
  private static final double LABEL_ROOM = 64;

  /** Up to so many of a unit are told in it. */
  private static final double FEW = 3;

  private final XAxis axis;
  private final double[] steps;
  private final double[] places;
  private final String unit;

  /** Steps themselves. */
  public static final XScale STEPS =
      new XScale(XAxis.STEP, new double[] {0, 1}, new double[] {0, 1}, "");

  private XScale(XAxis axis, double[] steps, double[] places, String unit) {
    this.axis = axis;
    this.steps = steps;
    this.places = places;
    this.unit = unit;
  }

  /**
   * A scale through points, from 0 at step 0 on; after the last one it goes on as before it.
   *
   * @param steps rising, without 0
   * @param places images, epochs or seconds at these steps, not falling
   */
  public static XScale of(XAxis axis, double[] steps, double[] places) {
    double most = places.length == 0 ? 0 : places[places.length - 1];
    double unit = 1;
    String name = "";
    if (axis == XAxis.TIME) {
      boolean minutes = most > FEW * MINUTE;
      boolean hours = most > FEW * HOUR;
      unit = hours ? HOUR : minutes ? MINUTE : 1;
      name = hours ? " h" : minutes ? " min" : " s";
    }
    double[] at = new double[steps.length + 2];
    double[] are = new double[steps.length + 2];
    int size = 1;
    for (int i = 0; i < steps.length; i++) {
      double place = places[i] / unit;
      if (steps[i] > at[size - 1] && place >= are[size - 1]) {
        at[size] = steps[i];
        // Where nothing is gained, a little is: each place belongs to one step.
        are[size] = Math.max(place, are[size - 1] + 1e-9 * Math.max(1, place));
        size++;
      }
    }
    double rate = size == 1 ? 1 : are[size - 1] / at[size - 1];
    at[size] = at[size - 1] + 1e9;
    are[size] = are[size - 1] + 1e9 * rate;
    return new XScale(axis, Arrays.copyOf(at, size + 1), Arrays.copyOf(are, size + 1), name);
  }

  /** What it is a scale of. */
  public XAxis axis() {
    return axis;
  }

  /** Where a step lies. */
  public double at(double step) {
    return between(step, steps, places);
  }

  /** The step that lies at a place. */
  public double step(double place) {
    return between(place, places, steps);
  }

  /** Where steps lie. */
  double[] at(double[] all) {
    return axis == XAxis.STEP ? all : Arrays.stream(all).map(this::at).toArray();
  }

  private static double between(double x, double[] from, double[] to) {
    int found = Arrays.binarySearch(from, x);
    if (found >= 0) {
      return to[found];
    }
    int next = Math.max(1, Math.min(from.length - 1, -found - 1));
    double share = (x - from[next - 1]) / (from[next] - from[next - 1]);
    return to[next - 1] + share * (to[next] - to[next - 1]);
  }

  /** A place for a person, such as {@code Step 1,200} or {@code 3.25 h}. */
  public String words(double step) {
    double place = at(step);
    return switch (axis) {
      case STEP, IMAGES -> Messages.text("chart.at." + axis.id(), Texts.count(Math.round(place)));
      case EPOCH -> Messages.text("chart.at.epoch", String.format(Locale.ROOT, "%.2f", place));
      case TIME -> String.format(Locale.ROOT, unit.equals(" s") ? "%.1f" : "%.2f", place) + unit;
    };
  }

  /**
   * An axis with its numbers.
   *
   * @param width of the chart in window units
   */
  NumberAxis axis(double fromStep, double toStep, double width) {
    NumberAxis made = new NumberAxis();
    double from = at(fromStep);
    double to = at(toStep);
    boolean whole = axis == XAxis.STEP || axis == XAxis.IMAGES;
    double least = whole ? Math.max(1, Math.ulp(from)) : Math.max(1e-9, 8 * Math.ulp(from));
    made.setRange(from, Math.max(from + least, to));
    NumberFormat format =
        whole ? new StepFormat() : new UnitFormat(ValueFormat.of(new AxisRange(from, to)), unit);
    made.setNumberFormatOverride(format);
    double tick =
        PlotPainter.round(made.getRange().getLength() * LABEL_ROOM / Math.max(LABEL_ROOM, width));
    made.setTickUnit(new NumberTickUnit(whole ? Math.max(1, tick) : tick), false, true);
    return made;
  }
}
