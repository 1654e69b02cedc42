package studio.saddlepoint.metrics.human;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds how long a picture has to be seen to be told from others: each right answer makes the
 * exposure shorter, each wrong one longer by three times as much. Such a weighted staircase settles
 * where three of four answers are right (Kaernbach 1991, "Simple adaptive testing with the weighted
 * up-down method"), half-way between guessing and knowing.
 */
public final class Staircase {
  /** Where it begins, in milliseconds, and its bounds: those of HYPE-time. */
  public static final int START = 500;

  /** The shortest exposure. */
  public static final int SHORTEST = 100;

  /** The longest exposure. */
  public static final int LONGEST = 1000;

  /** What a right answer takes away; about one picture of a screen at 60 Hz. */
  static final int STEP = 20;

  private int millis = START;

  /** How long the next picture is to be shown, in milliseconds. */
  public int millis() {
    return millis;
  }

  /** Takes an answer in. */
  public void answered(boolean right) {
    millis = Math.max(SHORTEST, Math.min(LONGEST, millis + (right ? -STEP : 3 * STEP)));
  }

  /** The exposure used most often, as HYPE-time reports it; the shortest of those. */
  static int mode(int[] exposures) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int each : exposures) {
      counts.merge(each, 1, Integer::sum);
    }
    int best = exposures[0];
    for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
      int more = each.getValue() - counts.get(best);
      if (more > 0 || more == 0 && each.getKey() < best) {
        best = each.getKey();
      }
    }
    return best;
  }
}
