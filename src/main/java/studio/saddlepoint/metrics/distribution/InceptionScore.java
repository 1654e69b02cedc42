package studio.saddlepoint.metrics.distribution;

/**
 * Inception score (Salimans et al. 2016, section 4): {@code exp} of the mean divergence of the
 * class probabilities of an image from those of all images of a split, in float64.
 *
 * @param mean over the splits
 * @param deviation over the splits, divided by their number
 */
public record InceptionScore(double mean, double deviation) {
  /** Splits, as the authors chose. */
  public static final int SPLITS = 10;

  /** Collects probabilities row by row; holds sums alone. */
  public static final class Accumulator {
    private final long count;
    private final int classes;
    private final double[][] sums;
    private final double[] negativeEntropies;
    private final long[] rows;
    private long filled;
    private int split;

    /**
     * No rows yet.
     *
     * @param count rows that there will be, N
     * @param classes probabilities in a row, K
     * @param splits split i has the rows {@code floor(i N / splits)} and on
     */
    public Accumulator(long count, int classes, int splits) {
      this.count = count;
      this.classes = classes;
      this.sums = new double[splits][classes];
      this.negativeEntropies = new double[splits];
      this.rows = new long[splits];
    }

    /**
     * Adds images by their logits.
     *
     * @param logits {@code (n, K)}
     */
    public void addLogits(float[] logits) {
      double[] row = new double[classes];
      for (int from = 0; from < logits.length; from += classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
          largest = Math.max(largest, logits[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
          row[c] = Math.exp(logits[from + c] - largest);
          sum += row[c];
        }
        for (int c = 0; c < classes; c++) {
          row[c] /= sum;
        }
        add(row);
      }
    }

    /**
     * Adds an image.
     *
     * @param probabilities {@code (K)}, sum 1
     */
    public void add(double[] probabilities) {
      while (split < rows.length - 1 && filled >= (split + 1) * count / rows.length) {
        split++;
      }
      for (int c = 0; c < classes; c++) {
        double p = probabilities[c];
        sums[split][c] += p;
        negativeEntropies[split] += p > 0 ? p * Math.log(p) : 0;
      }
      rows[split]++;
      filled++;
    }

    /** The score of all rows, when they are complete. */
    public InceptionScore score() {
      if (filled != count) {
        throw new IllegalStateException(filled + " of " + count + " rows");
      }
      double[] scores = new double[rows.length];
      for (int i = 0; i < scores.length; i++) {
        double divergence = negativeEntropies[i] / rows[i];
        for (double sum : sums[i]) {
          double p = sum / rows[i];
          divergence -= p > 0 ? p * Math.log(p) : 0;
        }
        scores[i] = Math.exp(Math.max(0, divergence)); // a divergence is never below 0
      }
      return new InceptionScore(Statistics.mean(scores), Statistics.deviation(scores));
    }
  }
}
