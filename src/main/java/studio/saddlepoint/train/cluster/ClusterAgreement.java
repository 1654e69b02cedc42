package studio.saddlepoint.train.cluster;

/**
 * How well clusters agree with classes that they were made without (Manning, Raghavan and Schütze
 * 2008, section 16.3).
 *
 * @param nmi normalised mutual information, 0 to 1: what one tells of the other, by the mean of
 *     both entropies (equation 16.2; Strehl and Ghosh 2002 take their geometric mean). 0 where
 *     either tells nothing apart
 * @param purity share of pictures that are of the class that most of their cluster are of (equation
 *     16.1); more clusters alone raise it
 */
record ClusterAgreement(double nmi, double purity) {
  /**
   * Compares clusters with classes.
   *
   * @param clusters of each picture, 0 to K - 1
   * @param classes of each picture; those below 0 are left out
   */
  static ClusterAgreement of(int[] clusters, int[] classes) {
    int most = 0;
    int kinds = 0;
    int count = 0;
    for (int i = 0; i < clusters.length; i++) {
      if (classes[i] >= 0) {
        most = Math.max(most, clusters[i] + 1);
        kinds = Math.max(kinds, classes[i] + 1);
        count++;
      }
    }
    int[][] both = new int[most][kinds];
    int[] ofCluster = new int[most];
    int[] ofClass = new int[kinds];
    for (int i = 0; i < clusters.length; i++) {
      if (classes[i] >= 0) {
        both[clusters[i]][classes[i]]++;
        ofCluster[clusters[i]]++;
        ofClass[classes[i]]++;
      }
    }
    double information = 0;
    double pure = 0;
    for (int k = 0; k < most; k++) {
      double largest = 0;
      for (int c = 0; c < kinds; c++) {
        double p = (double) both[k][c] / count;
        double alone = (double) ofCluster[k] / count * ofClass[c] / count;
        largest = Math.max(largest, p);
        information += p == 0 ? 0 : p * Math.log(p / alone);
      }
      pure += largest;
    }
    double clustered = entropy(ofCluster, count);
    double classified = entropy(ofClass, count);
    double mean = (clustered + classified) / 2;
    boolean apart = clustered > 0 && classified > 0;
    return new ClusterAgreement(
        apart ? Math.max(0, Math.min(1, information / mean)) : 0, Math.min(1, pure));
  }

  private static double entropy(int[] counts, int all) {
    double sum = 0;
    for (int each : counts) {
      double p = (double) each / all;
      sum -= p == 0 ? 0 : p * Math.log(p);
    }
    return sum;
  }
}
