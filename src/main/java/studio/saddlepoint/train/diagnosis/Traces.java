package studio.saddlepoint.train.diagnosis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of all steps of a training, kept in bounded memory: the newest as they are, all of
 * them as means of pieces, which double in length whenever there are too many. For one thread.
 */
public final class Traces {
  /** The newest values that are kept. */
  private static final int RECENT = 100;

  private static final int MOST_PIECES = 64;

  private final Map<String, Collected> byKey = new LinkedHashMap<>();

  /** Takes in what a step told. */
  public void add(Map<String, Double> values) {
    values.forEach((key, value) -> byKey.computeIfAbsent(key, any -> new Collected()).add(value));
  }

  /** Forgets all: the training went back, and its steps are told again. */
  public void clear() {
    byKey.clear();
  }

  /** Copies of them as they stand, by key. */
  public Map<String, Trace> now() {
    Map<String, Trace> copies = new LinkedHashMap<>();
    byKey.forEach((key, collected) -> copies.put(key, collected.now()));
    return copies;
  }

  /** What is kept of one key. */
  private static final class Collected {
    private final double[] recent = new double[RECENT];
    private final double[] sums = new double[MOST_PIECES];
    private long count;
    private int perPiece = 1;

    void add(double value) {
      int piece = (int) (count / perPiece);
      if (piece == MOST_PIECES) {
        for (int i = 0; i < MOST_PIECES / 2; i++) {
          sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
        Arrays.fill(sums, MOST_PIECES / 2, MOST_PIECES, 0);
        perPiece *= 2;
        piece = (int) (count / perPiece);
      }
      sums[piece] += value;
      recent[(int) (count % RECENT)] = value;
      count++;
    }

    Trace now() {
      int kept = (int) Math.min(count, RECENT);
      double[] newest = new double[kept];
      for (int i = 0; i < kept; i++) {
        newest[i] = recent[(int) ((count - kept + i) % RECENT)];
      }
      // the last piece counts only when it is whole
      double[] means = new double[(int) (count / perPiece)];
      for (int i = 0; i < means.length; i++) {
        means[i] = sums[i] / perPiece;
      }
      return new Trace(newest, means);
    }
  }
}
