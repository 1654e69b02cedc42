package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The context that a forward pass tells every layer beside its input. Values; a {@code with} gives
 * another pass.
 */
public final class ForwardContext {
  /** How far a batch moves running statistics while training. */
  private static final double MOMENTUM = 0.1;

  private static final ForwardContext TRAINING =
      new ForwardContext(true, MOMENTUM, null, null, 0, null);
  private static final ForwardContext EVALUATION =
      new ForwardContext(false, 0, null, null, 0, null);
  private static final ForwardContext STANDING = new ForwardContext(false, 1, null, null, 0, null);

  private final boolean training;
  private final double statisticsWeight;
  private final @Nullable NDArray classes;
  private final @Nullable NDArray style;
  private final int references;
  private final @Nullable NoiseSource noise;

  private ForwardContext(
      boolean training,
      double statisticsWeight,
      @Nullable NDArray classes,
      @Nullable NDArray style,
      int references,
      @Nullable NoiseSource noise) {
    this.training = training;
    this.statisticsWeight = statisticsWeight;
    this.classes = classes;
    this.style = style;
    this.references = references;
    this.noise = noise;
  }

  /** Where fresh noise comes from. */
  @FunctionalInterface
  public interface NoiseSource {
    /**
     * Standard normal numbers.
     *
     * @param like whose device and type they have
     * @param shape their shape
     */
    NDArray normal(NDArray like, Shape shape);
  }

  /**
   * A pass without anything more.
   *
   * @param training whether this is a step of training, in which statistics come from this batch
   *     (and move the running ones)
   */
  public static ForwardContext of(boolean training) {
    return training ? TRAINING : EVALUATION;
  }

  /**
   * A pass that gathers standing statistics (Brock et al. 2019, appendix D): batch norm takes this
   * batch's statistics as in training, and the running ones become them. All else is as in
   * evaluation.
   */
  public static ForwardContext standing() {
    return STANDING;
  }

  /**
   * With the classes of the batch.
   *
   * @param weights (N, K): one-hot, or shares of a mixture
   */
  public ForwardContext withClasses(NDArray weights) {
    return new ForwardContext(training, statisticsWeight, weights, style, references, noise);
  }

  /**
   * With the styles of the batch.
   *
   * @param styles (N, D)
   */
  public ForwardContext withStyle(NDArray styles) {
    return new ForwardContext(training, statisticsWeight, classes, styles, references, noise);
  }

  /**
   * With a reference batch, which is the first part of the input from here on.
   *
   * @param count how many examples
   */
  public ForwardContext withReferences(int count) {
    return new ForwardContext(training, statisticsWeight, classes, style, count, noise);
  }

  /** With fresh noise where layers add some; without, they add the same in each pass. */
  public ForwardContext withNoise(NoiseSource source) {
    return new ForwardContext(training, statisticsWeight, classes, style, references, source);
  }

  /** Whether this is a step of training. */
  public boolean training() {
    return training;
  }

  /** Whether batch norm takes this batch's statistics, which move the running ones. */
  public boolean batchStatistics() {
    return statisticsWeight > 0;
  }

  /** How far this batch moves running statistics, 0 to 1. */
  public double statisticsWeight() {
    return statisticsWeight;
  }

  /** Whether the classes are known. */
  public boolean hasClasses() {
    return classes != null;
  }

  /**
   * The classes (N, K): one-hot, or shares of a mixture.
   *
   * @throws IllegalStateException if nobody told them
   */
  public NDArray classes() {
    if (classes == null) {
      throw new IllegalStateException("A conditional layer needs a pass with classes");
    }
    return classes;
  }

  /**
   * The styles (N, D).
   *
   * @throws IllegalStateException if nobody told them
   */
  public NDArray style() {
    if (style == null) {
      throw new IllegalStateException("A styled layer needs a pass with styles");
    }
    return style;
  }

  /** How many of the first examples are the reference batch; 0 where there is none. */
  public int references() {
    return references;
  }

  /**
   * Noise of this pass.
   *
   * @param fixed what is taken where the pass has no source of fresh noise
   * @param shape of fresh noise
   */
  public NDArray noiseOr(NDArray fixed, Shape shape) {
    return noise == null ? fixed : noise.normal(fixed, shape);
  }
}
