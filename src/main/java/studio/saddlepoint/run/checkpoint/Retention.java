package studio.saddlepoint.run.checkpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule by which checkpoints stay when a new one was saved: the newest three, to resume from,
 * and up to ten spread over the whole run, to look back at. The run so far is cut into equal parts
 * and the first checkpoint of each part stays. The parts' length is a power of two steps: when the
 * run outgrows ten parts every two become one, whose first checkpoint is one that stayed before. So
 * the spread is the same whether a run was trained in one go or resumed many times.
 */
public final class Retention {
  /** Checkpoints at the end of the run that always stay. */
  public static final int NEWEST = 3;

  /** The most checkpoints spread over the run. */
  public static final int SPREAD = 10;

  private Retention() {}

  /**
   * The steps whose checkpoints stay, at most {@link #NEWEST} + {@link #SPREAD}.
   *
   * @param steps of all checkpoints, in ascending order
   */
  static Set<Long> staying(List<Long> steps) {
    Set<Long> staying = new HashSet<>();
    if (steps.isEmpty()) {
      return staying;
    }
    long part = 1;
    while (steps.get(steps.size() - 1) / part >= SPREAD) {
      part *= 2;
    }
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean first = taken.add(steps.get(i) / part);
      if (first || i >= steps.size() - NEWEST) {
        staying.add(steps.get(i));
      }
    }
    return staying;
  }
}
