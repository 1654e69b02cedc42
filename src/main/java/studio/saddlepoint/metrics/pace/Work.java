package studio.saddlepoint.metrics.pace;

import java.util.Locale;

/** A part of an evaluation, in the order in which they come. */
public enum Work {
  /** The data set is opened; its images are prepared already, as a rule. */
  OPENING,
  /** The classifier learns the data set, once. */
  LEARNING,
  /** Real images are turned into features. */
  REAL,
  /** The real side of Fréchet distances is prepared. */
  PREPARING,
  /** The best samples are chosen among all that are drawn. */
  CHOOSING,
  /** Images are generated and turned into features. */
  SAMPLES,
  /** The Fréchet distance and its interval. */
  DISTANCE,
  /** A comparison of features by one metric. */
  COMPARING,
  /** All that compares images pair by pair. */
  NEIGHBOURS,
  /** Held-out images are looked at and compared. */
  HELD_OUT,
  /** Path length in z. */
  PATHS_Z,
  /** Path length in w. */
  PATHS_W,
  /** The likelihood of real images. */
  LIKELIHOOD;

  /** Its name in what is kept. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
