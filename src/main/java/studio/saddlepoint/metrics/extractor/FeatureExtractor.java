package studio.saddlepoint.metrics.extractor;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns images into features. Used by one thread at a time, but for {@link #byManyThreads}. */
public interface FeatureExtractor extends AutoCloseable {
  /**
   * What features depend on beside the images, safe as part of a file name: two extractors of the
   * same id give the same features.
   */
  String id();

  /** What a number was made with, for a person: {@code Strokes classifier}. */
  String label();

  /** Numbers in a feature, d. */
  int dimension();

  /**
   * Computes features of a batch.
   *
   * @param pixels images {@code (N, C, H, W)}, unsigned bytes; its length decides N
   * @return {@code (N, d)}
   * @throws studio.saddlepoint.core.StudioException if they cannot be computed
   */
  float[] features(byte[] pixels);

  /** Whether it may be used by several threads at once, being no network. */
  default boolean byManyThreads() {
    return false;
  }

  /** The classes that logits tell of, K names; empty where it knows no classes. */
  default List<String> classNames() {
    return List.of();
  }

  /**
   * Computes features and logits of a batch at once.
   *
   * @param pixels images {@code (N, C, H, W)}, unsigned bytes; its length decides N
   * @throws studio.saddlepoint.core.StudioException if they cannot be computed
   */
  default Extracted extract(byte[] pixels) {
    return new Extracted(features(pixels), new float[0]);
  }

  /**
   * Features of images that are not rounded to bytes. Their squared Euclidean distance is the
   * perceptual distance of path lengths.
   *
   * @param pixels images {@code (N, C, H, W)}, nominally -1 to 1
   * @return {@code (N, p)}; empty where only bytes can be looked at
   */
  default Optional<float[]> perceive(float[] pixels) {
    return Optional.empty();
  }

  /**
   * A function of the same kind that gradients pass through: of images {@code (N, C, H, W)},
   * nominally -1 to 1, it makes features {@code (N, p)}, those of {@link #perceive}. Empty where
   * there is none, such as where images are resized before the network.
   */
  default Optional<UnaryOperator<NDArray>> differentiable() {
    return Optional.empty();
  }

  /** How good it is, told with the numbers; empty where there is nothing to tell. */
  default String note() {
    return "";
  }

  /** What to bear in mind about its features, in sentences for a person. */
  default List<String> warnings() {
    return List.of();
  }

  @Override
  void close();
}
