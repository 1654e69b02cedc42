package studio.saddlepoint.app.evaluate.model;

import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.Comparison;

/** A choice of what samples are compared with. */
public sealed interface RealChoice {
  /** The run's own training data. */
  RealChoice TRAIN = new Own(Split.TRAIN);

  /** A part of the run's own data set. */
  record Own(Split split) implements RealChoice {}

  /** Something else. */
  record Other(Comparison.Real real) implements RealChoice {}
}
