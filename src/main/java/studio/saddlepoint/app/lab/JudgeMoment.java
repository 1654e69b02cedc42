package studio.saddlepoint.app.lab;

import java.util.Optional;
import studio.saddlepoint.lab.judge.JudgeLook;

/**
 * A checkpoint over the plane of the data.
 *
 * @param look at it; empty before the first
 */
record JudgeMoment(Optional<JudgeLook> look) {
  static final JudgeMoment NOTHING = new JudgeMoment(Optional.empty());

  /** The step of the checkpoint. */
  long step() {
    return look.map(JudgeLook::step).orElse(0L);
  }
}
