package studio.saddlepoint.app.lab;

import java.util.List;
import studio.saddlepoint.lab.plane.PlaneLook;

/**
 * A moment of one or two planes.
 *
 * @param looks at each; none before the networks are made
 */
record PlaneMoment(List<PlaneLook> looks) {
  static final PlaneMoment NOTHING = new PlaneMoment(List.of());

  /** Steps made. */
  long step() {
    return looks.isEmpty() ? 0 : looks.get(0).step();
  }

  /** Whether one of them is lost. */
  boolean diverged() {
    return looks.stream().anyMatch(PlaneLook::diverged);
  }
}
