package studio.saddlepoint.latent;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** The way in which samples of a conditional generator are given their classes. */
@FunctionalInterface
public interface SampleClasses {
  /**
   * The class of each sample; more samples keep the classes of the first.
   *
   * @param count how many samples
   * @param classes how many classes the generator knows; 0 where it is not told the class
   * @param seed of the samples
   * @return {@code (N)}, zeros where there are no classes
   */
  int[] labels(int count, int classes, long seed);

  /** One class after the other: as many samples of each. */
  static SampleClasses inTurn() {
    return (count, classes, seed) ->
        IntStream.range(0, count).map(i -> classes == 0 ? 0 : i % classes).toArray();
  }

  /** Each drawn from all, evenly, by the seed: as evaluations do of classes. */
  static SampleClasses drawn() {
    return (count, classes, seed) ->
        new Random(seed ^ 0x5DEECE66DL).ints(count, 0, Math.max(1, classes)).toArray();
  }

  /** Each drawn from all, by the seed: evenly, or clusters as often as real pictures have them. */
  static SampleClasses drawn(Snapshot snapshot) {
    return snapshot
        .clusters()
        .map(KeptClusters::shares)
        .map(SampleClasses::drawnBy)
        .orElseGet(SampleClasses::drawn);
  }

  /**
   * Each drawn from all by the seed, some more often than others.
   *
   * @param shares of each class, (K)
   */
  private static SampleClasses drawnBy(double[] shares) {
    return (count, classes, seed) ->
        new Random(seed ^ 0x5DEECE66DL)
            .doubles(count)
            .mapToInt(
                each -> {
                  double left = each;
                  int label = 0;
                  while (label < shares.length - 1 && left >= shares[label]) {
                    left -= shares[label++];
                  }
                  return label;
                })
            .toArray();
  }

  /**
   * The same class for all.
   *
   * @param label its number
   */
  static SampleClasses only(int label) {
    return (count, classes, seed) -> {
      int[] labels = new int[count];
      Arrays.fill(labels, label);
      return labels;
    };
  }
}
