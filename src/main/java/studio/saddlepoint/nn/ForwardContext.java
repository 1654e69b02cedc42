package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The context that a forward pass tells every layer beside its input: whether it is training, the
 * classes, the styles, the reference batch, the noise and the resolution. Values; a {@code with}
 * gives another pass.
 */
public final class ForwardContext {
  /** How far a batch moves running statistics while training. */
  private static final double MOMENTUM = 0.1;

  private static final ForwardContext TRAINING = new ForwardContext(true, MOMENTUM);
  private static final ForwardContext EVALUATION = new ForwardContext(false, 0);
  private static final ForwardContext STANDING = new ForwardContext(false, 1);
  private static final ForwardContext BY_BATCH = new ForwardContext(false, 0, true);

  private final boolean training;
  private final double statisticsWeight;
  private final boolean batchStatistics;
  private @Nullable NDArray classes;
  private @Nullable NDArray styles;
  private int references;
  private Noise noise = (kept, shape) -> kept;
  private @Nullable Resolution resolution;
  private @Nullable NoiseSource dropout;
  private @Nullable LayerObserver observer;

  private ForwardContext(boolean training, double statisticsWeight) {
    this(training, statisticsWeight, statisticsWeight > 0);
  }

  private ForwardContext(boolean training, double statisticsWeight, boolean batchStatistics) {
    this.training = training;
    this.statisticsWeight = statisticsWeight;
    this.batchStatistics = batchStatistics;
  }

  private ForwardContext(ForwardContext other) {
    training = other.training;
    statisticsWeight = other.statisticsWeight;
    batchStatistics = other.batchStatistics;
    classes = other.classes;
    styles = other.styles;
    references = other.references;
    noise = other.noise;
    resolution = other.resolution;
    dropout = other.dropout;
    observer = other.observer;
  }

  /** The noise that layers add. */
  @FunctionalInterface
  private interface Noise {
    /** Noise of a shape, or what broadcasts to it; {@code kept} is what the layer keeps. */
    @Nullable NDArray of(NDArray kept, Shape shape);
  }

  /** Where random numbers come from. */
  @FunctionalInterface
  public interface NoiseSource {
    /**
     * Random numbers.
     *
     * @param like whose device and type they have
     * @param shape their shape
     */
    NDArray of(NDArray like, Shape shape);
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
   * A pass as in evaluation, in which batch norm takes this batch's statistics and leaves the
   * running ones as they are.
   */
  public static ForwardContext byBatch() {
    return BY_BATCH;
  }

  /** With somebody who watches the layers. */
  public ForwardContext watchedBy(LayerObserver who) {
    ForwardContext made = new ForwardContext(this);
    made.observer = who;
    return made;
  }

  /** Lets a layer that is held by another compute, before the eyes of whoever watches. */
  public NDArray through(Layer layer, NDArray x) {
    NDArray y = layer.apply(x, this);
    return observer == null ? y : observer.passed(layer, x, y);
  }

  /** As {@link #through}, where nobody needs the input any more, unless somebody watches. */
  public NDArray over(Layer layer, NDArray x) {
    return observer == null ? layer.applyOver(x, this) : through(layer, x);
  }

  /**
   * With the classes of the batch.
   *
   * @param weights (N, K): one-hot, or shares of a mixture
   */
  public ForwardContext withClasses(NDArray weights) {
    ForwardContext made = new ForwardContext(this);
    made.classes = weights;
    return made;
  }

  /** Without classes, where they are told otherwise. */
  public ForwardContext withoutClasses() {
    ForwardContext made = new ForwardContext(this);
    made.classes = null;
    return made;
  }

  /**
   * With the styles of the batch: the intermediate codes w.
   *
   * @param w (N, D), one style for all layers, or (N, L, D), one for each styled layer
   */
  public ForwardContext withStyles(NDArray w) {
    ForwardContext made = new ForwardContext(this);
    made.styles = w;
    return made;
  }

  /**
   * As a styled layer sees it: {@link #style} is the layer's own.
   *
   * @param layer which of the L styled layers, from 0
   */
  public ForwardContext atStyle(int layer) {
    NDArray all = styles();
    return all.getShape().dimension() == 2
        ? this
        : withStyles(all.get(new NDIndex(":, " + layer + ", :")));
  }

  /**
   * With a reference batch, which is the first part of the input from here on.
   *
   * @param count how many examples
   */
  public ForwardContext withReferences(int count) {
    ForwardContext made = new ForwardContext(this);
    made.references = count;
    return made;
  }

  /**
   * With fresh noise where layers add some; without, they add the same in each pass.
   *
   * @param source of standard normal numbers
   */
  public ForwardContext withNoise(NoiseSource source) {
    ForwardContext made = new ForwardContext(this);
    made.noise = source::of;
    return made;
  }

  /**
   * With what dropout drops, which it does in passes of training alone.
   *
   * @param source of uniform numbers in 0..1
   */
  public ForwardContext withDropout(NoiseSource source) {
    ForwardContext made = new ForwardContext(this);
    made.dropout = source;
    return made;
  }

  /** Without any noise where layers add some. */
  public ForwardContext withoutNoise() {
    ForwardContext made = new ForwardContext(this);
    made.noise = (kept, shape) -> null;
    return made;
  }

  /** At a resolution, for networks that grow; without, they make and judge their largest. */
  public ForwardContext withResolution(Resolution now) {
    ForwardContext made = new ForwardContext(this);
    made.resolution = now;
    return made;
  }

  /** Whether this is a step of training. */
  public boolean training() {
    return training;
  }

  /** Whether batch norm takes this batch's statistics. */
  public boolean batchStatistics() {
    return batchStatistics;
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
   * The style (N, D) of the layer that asks, see {@link #atStyle}.
   *
   * @throws IllegalStateException if nobody told styles, or which layer's
   */
  public NDArray style() {
    NDArray found = styles();
    if (found.getShape().dimension() != 2) {
      throw new IllegalStateException("Of " + found.getShape() + " no layer's style was chosen");
    }
    return found;
  }

  private NDArray styles() {
    if (styles == null) {
      throw new IllegalStateException("A styled layer needs a pass with styles");
    }
    return styles;
  }

  /**
   * Uniform numbers in 0..1 that say what is dropped.
   *
   * @param like whose device and type they have
   * @param shape their shape
   * @throws IllegalStateException if nobody told where they come from
   */
  public NDArray dropout(NDArray like, Shape shape) {
    if (dropout == null) {
      throw new IllegalStateException("Dropout needs a pass with random numbers");
    }
    return dropout.of(like, shape);
  }

  /** How many of the first examples are the reference batch; 0 where there is none. */
  public int references() {
    return references;
  }

  /** The resolution; empty for the largest. */
  public Optional<Resolution> resolution() {
    return Optional.ofNullable(resolution);
  }

  /**
   * Noise of this pass; empty where it is switched off.
   *
   * @param kept what the layer keeps, and takes where the pass has no source of fresh noise
   * @param shape of fresh noise
   */
  public Optional<NDArray> noise(NDArray kept, Shape shape) {
    return Optional.ofNullable(noise.of(kept, shape));
  }
}
