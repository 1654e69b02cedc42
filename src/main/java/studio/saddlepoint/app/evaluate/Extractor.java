package studio.saddlepoint.app.evaluate;

import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.store.KnownWeights;

/** The kinds of feature extractors, in the form's order. */
enum Extractor {
  CLASSIFIER,
  INCEPTION,
  VGG,
  RANDOM,
  PIXELS,
  TORCH_SCRIPT;

  /** Its name for a person. */
  String title() {
    return Messages.text(key());
  }

  /** What it is good for, in a sentence or two. */
  String text() {
    return Messages.text(key() + ".text");
  }

  private String key() {
    return "evaluate.extractor." + name().toLowerCase(Locale.ROOT);
  }

  /** The weights that it needs and the program does not bring along. */
  Optional<KnownWeights> weights() {
    return switch (this) {
      case INCEPTION -> Optional.of(KnownWeights.INCEPTION);
      case VGG -> Optional.of(KnownWeights.VGG16);
      case CLASSIFIER, RANDOM, PIXELS, TORCH_SCRIPT -> Optional.empty();
    };
  }

  /** Whether a metric can be computed from its features. */
  boolean gives(Metric metric) {
    return !metric.needs(Metric.Need.CLASSES) || this == CLASSIFIER || this == INCEPTION;
  }
}
