package studio.saddlepoint.train.trial;

import studio.saddlepoint.train.trial.TrialPlan.Side;

/** Told how far the trainings of a trial are, on the thread that runs it. */
public interface TrialWatch {
  /** Nobody is told. */
  TrialWatch NOBODY =
      new TrialWatch() {
        @Override
        public void trained(Side side, int pair, double share) {
          // nobody
        }

        @Override
        public void measured(Side side, int pair, double fid) {
          // nobody
        }
      };

  /**
   * A training is under way.
   *
   * @param pair from 0
   * @param share of its steps that is made; at 1 it is being measured
   */
  void trained(Side side, int pair, double share);

  /**
   * A training is measured.
   *
   * @param pair from 0
   * @param fid NaN where it diverged
   */
  void measured(Side side, int pair, double fid);
}
