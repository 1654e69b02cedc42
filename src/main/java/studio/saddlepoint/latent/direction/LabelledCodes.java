package studio.saddlepoint.latent.direction;

import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * Codes of two kinds.
 *
 * @param codes {@code (N, D)}
 * @param positive whether each has the attribute, {@code (N)}
 */
public record LabelledCodes(float[][] codes, boolean[] positive) {
  /** Fewer of a kind say nothing of it. */
  private static final int LEAST = 5;

  /** Checks that there are some of either kind. */
  public LabelledCodes {
    if (codes.length != positive.length) {
      throw new IllegalArgumentException(codes.length + " codes, " + positive.length + " labels");
    }
    int with = count(positive);
    if (with < LEAST || codes.length - with < LEAST) {
      throw new StudioException(
          English.of(
              "Of %,d pictures %,d have what was asked for, so no direction can be told from them: at least %d must have it, and %d not. Draw more pictures, or ask for another class.",
              codes.length, with, LEAST, LEAST));
    }
  }

  /**
   * Codes by a number that each has: those in the upper third have the attribute, those in the
   * lower third do not; the third between is left out, for it tells little of the direction.
   *
   * @param codes {@code (N, D)}
   * @param values {@code (N)}
   */
  public static LabelledCodes outerThirds(float[][] codes, double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int third = order.length / 3;
    float[][] chosen = new float[2 * third][];
    boolean[] positive = new boolean[2 * third];
    for (int i = 0; i < third; i++) {
      chosen[i] = codes[order[i]];
      chosen[third + i] = codes[order[order.length - 1 - i]];
      positive[third + i] = true;
    }
    return new LabelledCodes(chosen, positive);
  }

  /** Numbers of a code, D. */
  int size() {
    return codes[0].length;
  }

  /** How many have the attribute. */
  int positives() {
    return count(positive);
  }

  private static int count(boolean[] positive) {
    return (int) IntStream.range(0, positive.length).filter(i -> positive[i]).count();
  }
}
