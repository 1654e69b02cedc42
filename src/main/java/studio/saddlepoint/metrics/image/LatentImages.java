package studio.saddlepoint.metrics.image;

import java.util.Optional;
import studio.saddlepoint.latent.SnapshotEncoder;
import studio.saddlepoint.latent.WTruncation;

/** Images of latent codes that may be chosen, made in two halves: z to w, and w to image. */
public interface LatentImages extends ImageSource {
  /** Whether norms take statistics of truncated codes. */
  default boolean standingStatistics() {
    return false;
  }

  /** How codes are truncated where the generator has mapped them. */
  default WTruncation inW() {
    return WTruncation.NONE;
  }

  /** Whether the training that they come from was given labels. */
  default boolean knowLabels() {
    return false;
  }

  /** What finds codes of images; empty where the generator has no encoder beside it. */
  default Optional<SnapshotEncoder> encoder() {
    return Optional.empty();
  }

  /**
   * Draws codes z as those of the images are drawn.
   *
   * @return {@code (N, Z)}
   */
  float[][] draw(int count, long seed);

  /**
   * Draws classes as those of the images are drawn.
   *
   * @return {@code (N)}; zeros where there are no classes
   */
  int[] drawLabels(int count, long seed);

  /**
   * From z and class to w, which is z itself where the generator has no network between.
   *
   * @param codes {@code (N, Z)}
   * @param labels {@code (N)}
   * @return {@code (N, W)}
   */
  float[][] map(float[][] codes, int[] labels);

  /**
   * From w to images.
   *
   * @param mapped {@code (N, W)}
   * @param labels {@code (N)}
   * @return {@code (N, C, H, W)}, nominally -1 to 1
   */
  float[] synthesize(float[][] mapped, int[] labels);
}
