package studio.saddlepoint.app.chart;

import java.util.Locale;
import studio.saddlepoint.app.Messages;

/** What charts are drawn over. */
public enum XAxis {
  STEP,
  IMAGES,
  EPOCH,
  TIME;

  /** Its name in the settings. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for a person. */
  public String title() {
    return Messages.text("chart.axis." + id());
  }

  /** The axis of a name; steps where there is none. */
  public static XAxis of(String id) {
    for (XAxis each : values()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return STEP;
  }
}
