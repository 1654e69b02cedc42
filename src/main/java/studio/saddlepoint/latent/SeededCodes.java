package studio.saddlepoint.latent;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Codes by seed, one after the other: sample i is the seed's draw i.
 *
 * @param size numbers in a code, Z
 * @param threshold of the resampled truncated normal, above 0; infinite for no truncation
 * @param seed decides the codes
 * @param labels the class of each sample; as long as there are samples, not to be changed
 */
public record SeededCodes(int size, double threshold, long seed, int[] labels)
    implements SampleCodes {
  /**
   * Codes for a generator.
   *
   * @param snapshot the generator
   * @param count how many samples there will be
   * @param threshold of the resampled truncated normal; infinite for no truncation
   * @param classes how classes are given
   * @param seed decides codes and classes
   */
  public static SeededCodes of(
      Snapshot snapshot, int count, double threshold, SampleClasses classes, long seed) {
    return new SeededCodes(
        snapshot.latent().size(),
        threshold,
        seed,
        classes.labels(count, snapshot.latent().classNames().size(), seed));
  }

  /** How many samples there are. */
  public int count() {
    return labels.length;
  }

  @Override
  public Map<String, String> notes() {
    return Double.isInfinite(threshold)
        ? Map.of()
        : Map.of("truncation", Double.toString(threshold));
  }

  @Override
  public Range range(int from, int count) {
    return new Range(
        LatentCodes.rows(from, count, size, threshold, seed),
        Arrays.copyOfRange(labels, from, from + count),
        LongStream.range(from, from + (long) count).toArray());
  }
}
