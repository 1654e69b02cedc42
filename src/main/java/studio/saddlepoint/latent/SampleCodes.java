package studio.saddlepoint.latent;

import java.util.Map;

/**
 * The latent codes of a row of samples, numbered from 0. Which codes these are is decided here
 * alone: whoever draws the samples asks for one range after the other, from the first on and
 * without gaps, and takes what comes.
 */
public interface SampleCodes {
  /**
   * Some of the codes.
   *
   * @param z codes {@code (N, Z)}
   * @param labels the class of each {@code (N)}; zeros where there are no classes
   * @param indices which draw of the seed each code is {@code (N)}, from 0: the sample's own
   *     number, unless some draws were passed over
   */
  record Range(float[][] z, int[] labels, long[] indices) {}

  /** What all draws begin with. */
  long seed();

  /** What they are truncated at; infinite where they are not. */
  double threshold();

  /**
   * How the codes were chosen besides the seed, by key, for the notes in a file: such as {@code
   * truncation} with its threshold.
   */
  default Map<String, String> notes() {
    return Map.of();
  }

  /**
   * The next codes.
   *
   * @param from number of the first sample
   * @param count how many, N
   */
  Range range(int from, int count);
}
