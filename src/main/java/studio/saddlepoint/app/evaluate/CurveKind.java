package studio.saddlepoint.app.evaluate;

import java.util.Locale;
import studio.saddlepoint.app.Messages;

/** The curves that can be measured. */
enum CurveKind {
  /** Precision and recall for several truncations. */
  TRUNCATION,
  /** Precision and recall for several shares of the best samples. */
  SHARE,
  /** FID for several numbers of samples. */
  SAMPLES;

  /** Its name in files and among texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for a person. */
  String title() {
    return Messages.text("curve." + key());
  }
}
