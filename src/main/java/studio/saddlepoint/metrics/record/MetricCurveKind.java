package studio.saddlepoint.metrics.record;

import java.util.Locale;
import studio.saddlepoint.core.English;

/** The curves that can be measured. */
public enum MetricCurveKind {
  /** Precision and recall for several truncations. */
  TRUNCATION("Quality against variety", "Truncation %s") {
    @Override
    public String place(double x) {
      return Double.isInfinite(x) ? "none" : English.value(x).replaceFirst("\\.?0+$", "");
    }
  },
  /** Precision and recall for several shares of the best samples. */
  SHARE("The best share of the samples", "The best %s") {
    @Override
    public String place(double x) {
      return String.format(Locale.ROOT, "%.0f %%", 100 * x);
    }
  },
  /** FID for several numbers of samples. */
  SAMPLES("FID against samples", "%s samples") {
    @Override
    public String place(double x) {
      return String.format(Locale.ROOT, "%,d", Math.round(x));
    }
  };

  private final String title;
  private final String point;

  MetricCurveKind(String title, String point) {
    this.title = title;
    this.point = point;
  }

  /** Its name in files and among texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for a person. */
  public String title() {
    return title;
  }

  /** Where a point is, as short as it can be told: {@code 0.5}, {@code 50 %}, {@code 512}. */
  public abstract String place(double x);

  /** A point's name within a sentence: {@code Truncation 0.5}. */
  public String pointName(double x) {
    return English.of(point, place(x));
  }
}
