package studio.saddlepoint.latent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;

/**
 * Samples of which it is known how good they are.
 *
 * @param candidates all samples drawn
 * @param scores of each {@code (N)}, the larger the better; NaN is the worst
 */
public record RankedSamples(SeededCodes candidates, double[] scores) {
  private static final int BATCH = 64;

  /** Ranks what can be told to be good or bad. */
  @FunctionalInterface
  public interface Ranking {
    /**
     * Scores samples.
     *
     * @param candidates the samples
     * @param count how many
     * @return one for each, the larger the better
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    double[] scores(SampleCodes candidates, int count, Progress progress);

    /** Ranks samples. */
    default RankedSamples of(SeededCodes candidates, Progress progress) {
      return new RankedSamples(candidates, scores(candidates, candidates.count(), progress));
    }
  }

  /** Checks the lengths. */
  public RankedSamples {
    if (candidates.count() != scores.length) {
      throw new IllegalArgumentException(
          scores.length + " scores of " + candidates.count() + " samples");
    }
  }

  /** The ranking by the discriminator of the snapshot's step. */
  public static Ranking byDiscriminator(Snapshot snapshot) {
    return (candidates, count, progress) -> {
      double[] scores = new double[count];
      for (int from = 0; from < scores.length; from += BATCH) {
        progress.checkCancelled();
        progress.report("Judging samples", (double) from / scores.length);
        SampleCodes.Range some = candidates.range(from, Math.min(BATCH, scores.length - from));
        float[] logits =
            snapshot.judge(
                snapshot.pixels(some.z(), some.labels(), candidates.threshold()), some.labels());
        for (int i = 0; i < logits.length; i++) {
          scores[from + i] = logits[i];
        }
      }
      return scores;
    };
  }

  /**
   * The best of the first {@code count / share} samples, in the order in which they were drawn.
   * Classes keep their shares: samples are ranked among those of their class.
   *
   * @param count how many to keep
   * @param keep which share that is
   */
  public SampleCodes best(int count, KeepBest keep) {
    int drawn = keep.candidates(count);
    if (drawn > scores.length) {
      throw new IllegalArgumentException(
          "the best " + count + " of " + drawn + ", but there are " + scores.length);
    }
    int[] kept =
        best(Arrays.copyOf(scores, drawn), Arrays.copyOf(candidates.labels(), drawn), count);
    return new Chosen(candidates, keep, kept);
  }

  /**
   * The best samples, ascending by number, ranked among those of their class.
   *
   * @param scores of each {@code (N)}, the larger the better; NaN is the worst
   * @param labels class of each {@code (N)}
   * @param count how many to keep
   */
  public static int[] best(double[] scores, int[] labels, int count) {
    double[] place = placeAmongClass(scores, labels);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((one, other) -> Double.compare(place[one], place[other]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** Where each sample stands among those of its class: 0 for the best, to 1. */
  private static double[] placeAmongClass(double[] scores, int[] labels) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int label : labels) {
      sizes.merge(label, 1, Integer::sum);
    }
    Map<Integer, Integer> met = new HashMap<>();
    double[] place = new double[scores.length];
    IntStream.range(0, scores.length)
        .boxed()
        .sorted((one, other) -> Double.compare(goodness(scores[other]), goodness(scores[one])))
        .forEach(
            i -> {
              int label = labels[i];
              int rank = met.merge(label, 1, Integer::sum) - 1;
              place[i] = (double) rank / sizes.get(label);
            });
    return place;
  }

  private static double goodness(double score) {
    return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
  }

  /** Some of the samples, by their numbers, ascending. */
  private record Chosen(SeededCodes from, KeepBest keep, int[] kept) implements SampleCodes {
    @Override
    public long seed() {
      return from.seed();
    }

    @Override
    public double threshold() {
      return from.threshold();
    }

    @Override
    public Map<String, String> notes() {
      Map<String, String> notes = new LinkedHashMap<>(from.notes());
      notes.put("keep-best", Double.toString(keep.share()));
      notes.put("keep-best-by", keep.by().id());
      return notes;
    }

    @Override
    public Range range(int first, int count) {
      int[] some = Arrays.copyOfRange(kept, first, first + count);
      float[][] z = new float[count][];
      int[] labels = new int[count];
      for (int i = 0; i < count; i++) {
        z[i] = from.range(some[i], 1).z()[0];
        labels[i] = from.labels()[some[i]];
      }
      return new Range(z, labels, Arrays.stream(some).asLongStream().toArray());
    }
  }
}
