package studio.saddlepoint.metrics.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.SnapshotEncoder;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.torch.Autograd;

/**
 * Samples of a snapshot: latents by seed, classes uniform where the generator is conditional,
 * clusters as often as real pictures have them.
 */
public final class SnapshotImages implements LatentImages {
  private final Snapshot snapshot;
  private final double threshold;
  private final float[][] codes;
  private final int[] labels;

  /**
   * Draws the latents.
   *
   * @param snapshot makes the images
   * @param count number of images there will be
   * @param truncation threshold of the resampled truncated normal, or none
   * @param seed decides latents and classes
   */
  public SnapshotImages(Snapshot snapshot, int count, OptionalDouble truncation, long seed) {
    this(snapshot, count, codes(snapshot, count, truncation, seed));
  }

  /**
   * Samples of given latents.
   *
   * @param snapshot makes the images
   * @param count number of images there will be
   * @param codes of all of them
   */
  public SnapshotImages(Snapshot snapshot, int count, SampleCodes codes) {
    this(snapshot, codes, 0, count);
  }

  /**
   * Some samples of given latents.
   *
   * @param snapshot makes the images
   * @param codes of all of them
   * @param from which code is the first image's
   * @param count number of images there will be
   */
  public SnapshotImages(Snapshot snapshot, SampleCodes codes, int from, int count) {
    SampleCodes.Range all = codes.range(from, count);
    this.snapshot = snapshot;
    this.threshold = codes.threshold();
    this.codes = all.z();
    this.labels = all.labels();
  }

  /**
   * The latents of samples that are measured.
   *
   * @param count how many
   * @param truncation threshold of the resampled truncated normal, or none
   * @param seed decides latents and classes
   */
  public static SeededCodes codes(
      Snapshot snapshot, int count, OptionalDouble truncation, long seed) {
    return SeededCodes.of(
        snapshot,
        count,
        truncation.orElse(Double.POSITIVE_INFINITY),
        SampleClasses.drawn(snapshot),
        seed);
  }

  /** The class asked for at an index. */
  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public ImageShape shape() {
    return snapshot.shape();
  }

  @Override
  public float[] images(int from, int count) {
    float[][] chosen = Arrays.copyOfRange(codes, from, from + count);
    int[] classes = Arrays.copyOfRange(labels, from, from + count);
    return Autograd.without(() -> snapshot.pixels(chosen, classes, threshold));
  }

  @Override
  public float[][] draw(int count, long seed) {
    return LatentCodes.truncated(count, snapshot.latent().size(), threshold, seed);
  }

  @Override
  public int[] drawLabels(int count, long seed) {
    return SampleClasses.drawn(snapshot).labels(count, snapshot.latent().classNames().size(), seed);
  }

  @Override
  public Optional<SnapshotEncoder> encoder() {
    return snapshot.encoder();
  }

  @Override
  public WTruncation inW() {
    return snapshot.inW();
  }

  @Override
  public boolean knowLabels() {
    return snapshot.recipe().method().needsLabels();
  }

  @Override
  public boolean standingStatistics() {
    return snapshot.hasStatistics() && Double.isFinite(threshold);
  }

  @Override
  public float[][] map(float[][] chosen, int[] classes) {
    return Autograd.without(() -> snapshot.map(chosen, classes));
  }

  @Override
  public float[] synthesize(float[][] mapped, int[] classes) {
    return Autograd.without(() -> snapshot.synthesize(mapped, classes, threshold));
  }
}
