package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.ForwardContext;

/**
 * A network that judges pictures: a logit for each (a score without bounds for a Wasserstein
 * critic).
 */
public final class Discriminator implements AutoCloseable {
  private final Network network;
  private final Judge judge;
  private final int classes;

  Discriminator(Network network, Judge judge, int classes) {
    this.network = network;
    this.judge = judge;
    this.classes = classes;
  }

  /** A layer tree that knows the class of what it judges. */
  interface Judge {
    /** Judges x (N, C, H, W) with one-hot classes (N, K); those are empty where there are none. */
    DiscriminatorOutput judge(NDArray x, NDArray oneHot, ForwardContext context);

    /** How many pictures its reference batch has; 0 where it needs none. */
    int references();

    /** Sets the reference batch: x (R, C, H, W) with one-hot classes (R, K). */
    void setReference(NDArray x, NDArray oneHot);
  }

  /** Its weights. */
  public Network network() {
    return network;
  }

  /**
   * Judges pictures.
   *
   * @param x (N, C, H, W) in -1..1
   * @param labels (N) int64; not used where it is not conditional
   * @param training whether batch norm takes this batch's statistics
   */
  public DiscriminatorOutput judge(NDArray x, NDArray labels, boolean training) {
    return judge(x, labels, ForwardContext.of(training));
  }

  /**
   * As {@link #judge(NDArray, NDArray, boolean)}, with all that the pass tells.
   *
   * @param context with the resolution of x where it is not the largest
   */
  public DiscriminatorOutput judge(NDArray x, NDArray labels, ForwardContext context) {
    return judge.judge(x, oneHot(labels), context);
  }

  /**
   * The features that the logit is made of, by pictures alone: where classes join the pictures, as
   * of none.
   *
   * @param x (N, C, H, W) in -1..1
   * @param context with the resolution of x where it is not the largest
   * @return (N, F)
   * @throws IllegalStateException if it has none, as an autoencoder
   */
  public NDArray features(NDArray x, ForwardContext context) {
    long n = x.getShape().get(0);
    NDArray none = x.getManager().zeros(new Shape(n, classes));
    return judge
        .judge(x, none, context)
        .features()
        .orElseThrow(() -> new IllegalStateException("This discriminator has no features."))
        .reshape(n, -1);
  }

  /**
   * How many real pictures {@link #setReference} is to be given before the first step: its
   * reference batch for virtual batch norm; 0 where it needs none.
   */
  public int references() {
    return judge.references();
  }

  /**
   * Sets the reference batch. It is a buffer of the network, so checkpoints hold it.
   *
   * @param x (R, C, H, W) in -1..1
   * @param labels (R) int64; not used where it is not conditional
   */
  public void setReference(NDArray x, NDArray labels) {
    judge.setReference(x, oneHot(labels));
  }

  private NDArray oneHot(NDArray labels) {
    return classes == 0 ? labels : labels.oneHot(classes).toType(DataType.FLOAT32, false);
  }

  @Override
  public void close() {
    network.close();
  }
}
