package studio.saddlepoint.app.compare.model;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.Series;

/** A training whose curves are laid beside those of others. For the FX thread. */
public sealed interface ComparedRun permits OurRun, ForeignRun {
  /** What it is known by: its place on the disk. */
  String id();

  /** What a person calls it. */
  String title();

  /** What tells it from another one of the same title. */
  String mark();

  /** The names of its quantities. */
  List<String> keys();

  /**
   * A quantity over the steps.
   *
   * @param key one of {@link #keys()}
   */
  Optional<Series> series(String key);

  /**
   * Part of a quantity, with as many buckets as are there.
   *
   * @param columns how many are enough
   */
  Points points(String key, double fromStep, double toStep, int columns);

  /** The last step told of. */
  long lastStep();

  /** Where its steps lie on an axis; empty where that is not known, or not yet. */
  Optional<Places> places(XAxis axis);

  /** Whether it is still being read for the first time. */
  boolean loading();

  /** Looks at it no longer. */
  void close();
}
