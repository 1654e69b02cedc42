package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.minibatch.WithReference;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.torch.Scalars;

/** A network that turns latent codes into pictures, in two halves: z to w, and w to picture. */
public final class Generator implements AutoCloseable {
  private static final double SQRT_HALF = Math.sqrt(0.5);

  private final Network network;
  private final LatentSpace latent;
  private final LatentPrior prior;
  private final ImageShape shape;

  Generator(Network network, LatentSpace latent, LatentPrior prior, ImageShape shape) {
    this.network = network;
    this.prior = prior;
    this.latent = latent;
    this.shape = shape;
  }

  /** What it takes. */
  public LatentSpace latent() {
    return latent;
  }

  /** What it makes. */
  public ImageShape shape() {
    return shape;
  }

  /** Its weights. */
  public Network network() {
    return network;
  }

  /**
   * From z and class to w. Here w is z itself, or what z is in the uniform distribution in -1..1,
   * followed by the one-hot class where the generator is conditional.
   *
   * @param z (N, latent size), normal
   * @param labels (N) int64; not used where the generator is not conditional
   * @return (N, w size)
   */
  public NDArray map(NDArray z, NDArray labels) {
    NDArray code = prior == LatentPrior.UNIFORM ? Scalars.mul(z, SQRT_HALF).erf() : z;
    if (!latent.conditional()) {
      return code;
    }
    NDArray oneHot = labels.oneHot(latent.classNames().size()).toType(DataType.FLOAT32, false);
    return NDArrays.concat(new NDList(code, oneHot), 1);
  }

  /**
   * From w to pictures.
   *
   * @param w (N, w size)
   * @param training whether batch norm takes this batch's statistics
   * @return (N, C, H, W) in -1..1
   */
  public NDArray synthesize(NDArray w, boolean training) {
    return network.layer().apply(w, training);
  }

  /**
   * From w to pictures, while the {@link #statistics} become those of this batch.
   *
   * @param w (N, w size), N at least 2
   * @return (N, C, H, W) in -1..1, made with this batch's statistics
   */
  public NDArray synthesizeStanding(NDArray w) {
    return network.layer().apply(w, ForwardContext.standing());
  }

  /**
   * Means and variances that batch norm takes outside training; they depend on which codes were
   * seen. Empty where the network has none.
   */
  public List<NDArray> statistics() {
    return network.layer().statistics();
  }

  /**
   * The codes that virtual batch norm sees with every batch, (R, latent size + K), in the place of
   * w; empty where the network has none.
   */
  public Optional<NDArray> references() {
    return network.layer() instanceof WithReference layer
        ? Optional.of(layer.reference())
        : Optional.empty();
  }

  /** What codes are drawn from, and mapped to, before the network sees them. */
  public LatentPrior prior() {
    return prior;
  }

  @Override
  public void close() {
    network.close();
  }
}
