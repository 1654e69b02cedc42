package studio.saddlepoint.app.trial;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.saddlepoint.train.trial.TrialPlan.Side;
import studio.saddlepoint.train.trial.TrialWatch;

/** How far each training of a trial is; written by the trial's thread, read by any. */
final class TrialArms implements TrialWatch {
  private final Map<Key, Arm> arms = new ConcurrentHashMap<>();

  private record Key(Side side, int pair) {}

  /**
   * One training.
   *
   * @param share of its steps that is made
   * @param fid what it was measured with, NaN where it diverged; empty before
   */
  record Arm(double share, Optional<Double> fid) {}

  /** A training; empty before it has begun. */
  Optional<Arm> arm(Side side, int pair) {
    return Optional.ofNullable(arms.get(new Key(side, pair)));
  }

  @Override
  public void trained(Side side, int pair, double share) {
    arms.put(new Key(side, pair), new Arm(share, Optional.empty()));
  }

  @Override
  public void measured(Side side, int pair, double fid) {
    arms.put(new Key(side, pair), new Arm(1, Optional.of(fid)));
  }
}
