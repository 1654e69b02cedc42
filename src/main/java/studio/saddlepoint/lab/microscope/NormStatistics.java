package studio.saddlepoint.lab.microscope;

/**
 * What a batch norm takes of a batch, and what it has kept of those before.
 *
 * @param batchMean of each channel (C)
 * @param batchDeviation of each channel (C)
 * @param runningMean of each channel (C)
 * @param runningDeviation of each channel (C)
 */
public record NormStatistics(
    double[] batchMean, double[] batchDeviation, double[] runningMean, double[] runningDeviation) {
  /**
   * Compares a batch with the running statistics. The variance is the unbiased one, as the running
   * one is (Ioffe and Szegedy 2015, algorithm 2).
   *
   * @param entering (N, C, places), one example after the other
   * @param channels C
   * @param examples N
   * @param mean running one (C)
   * @param variance running one (C)
   */
  static NormStatistics of(
      float[] entering, int channels, int examples, float[] mean, float[] variance) {
    int places = entering.length / (channels * examples);
    double[] means = new double[channels];
    double[] deviations = new double[channels];
    double[] runningMeans = new double[channels];
    double[] runningDeviations = new double[channels];
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int n = 0; n < examples; n++) {
        for (int p = 0; p < places; p++) {
          sum += entering[(n * channels + c) * places + p];
        }
      }
      int count = examples * places;
      means[c] = sum / count;
      double squares = 0;
      for (int n = 0; n < examples; n++) {
        for (int p = 0; p < places; p++) {
          double from = entering[(n * channels + c) * places + p] - means[c];
          squares += from * from;
        }
      }
      deviations[c] = Math.sqrt(squares / Math.max(1, count - 1));
      runningMeans[c] = mean[c];
      runningDeviations[c] = Math.sqrt(variance[c]);
    }
    return new NormStatistics(means, deviations, runningMeans, runningDeviations);
  }

  /** How far the batch's means are from the running ones, in running deviations, on average. */
  public double shift() {
    double sum = 0;
    for (int c = 0; c < batchMean.length; c++) {
      sum += Math.abs(batchMean[c] - runningMean[c]) / Math.max(1e-12, runningDeviation[c]);
    }
    return sum / batchMean.length;
  }
}
