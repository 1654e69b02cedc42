package studio.saddlepoint.app.explore;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.latent.LatentPoint;

/** The parts of the explorer that are rendered each on their own. */
enum Part {
  /** The large picture. */
  CURRENT,
  /** Both ends and the film strip between them. */
  PATH,
  /** The grid of variations around the current point. */
  VARIATIONS,
  /** The sheet of independent samples. */
  SAMPLES;

  static final int FRAMES = 9;
  static final int VARIATION_COUNT = 12;
  static final int SAMPLE_COUNT = 36;

  /** More classes than these do not fit side by side. */
  static final int MOST_COLUMNS = 16;

  static final int MOST_CLASSES = 100;
  static final int ROWS_OF_CLASSES = 6;

  /**
   * The points this part shows.
   *
   * @param state where the explorer stands
   * @param classes how many classes a sheet shows side by side, each row with one code; 0 for
   *     independent samples of the class chosen
   */
  List<LatentPoint> points(ExploreState state, int classes) {
    return switch (this) {
      case CURRENT -> List.of(state.current());
      case PATH -> state.path(FRAMES);
      case VARIATIONS -> state.variations(VARIATION_COUNT);
      case SAMPLES ->
          classes == 0
              ? state.samples(SAMPLE_COUNT)
              : state.samples(classes <= MOST_COLUMNS ? ROWS_OF_CLASSES : 1).stream()
                  .flatMap(code -> Collections.nCopies(shown(classes), code).stream())
                  .toList();
    };
  }

  /** The class of each of {@link #points}. */
  int[] labels(ExploreState state, int classes) {
    return IntStream.range(0, points(state, classes).size())
        .map(i -> this == SAMPLES && classes > 0 ? i % shown(classes) : state.label())
        .toArray();
  }

  /** How many columns the part's pictures have; 0 where any number will do. */
  int columns(int classes) {
    return this == SAMPLES && classes <= MOST_COLUMNS ? classes : 0;
  }

  /** How many classes stand side by side, or below each other. */
  static int shown(int classes) {
    return Math.min(MOST_CLASSES, classes);
  }
}
