package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.nn.minibatch.WithReference;
import studio.saddlepoint.nn.style.NoiseInjection;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;

/**
 * A network that turns latent codes into pictures, in two halves: z to w, and w to pictures. Where
 * it has no mapping network, w is z (in its prior's distribution), and its layers are told the
 * class beside it.
 */
public final class Generator implements AutoCloseable {
  private static final double SQRT_HALF = Math.sqrt(0.5);

  /** How much of the running mean of w stays with each batch (Karras et al. 2019, appendix B). */
  private static final double MEAN_DECAY = 0.995;

  private final Network network;
  private final LatentSpace latent;
  private final LatentPrior prior;
  private final ImageShape shape;
  private final RangeConversion range;

  Generator(
      Network network,
      LatentSpace latent,
      LatentPrior prior,
      ImageShape shape,
      PictureRange range) {
    this.network = network;
    this.prior = prior;
    this.latent = latent;
    this.shape = shape;
    this.range = new RangeConversion(range);
  }

  /** What it takes. */
  public LatentSpace latent() {
    return latent;
  }

  /** The space of w. */
  public WSpace w() {
    return network.layer() instanceof MappedGenerator mapped
        ? mapped.space()
        : new WSpace(0, latent.size());
  }

  /** Whether a network stands between z and w. */
  public boolean hasMapping() {
    return network.layer() instanceof MappedGenerator;
  }

  /** Whether layers add noise, see {@link ForwardContext#withNoise}. */
  public boolean hasNoise() {
    return addsNoise(network.layer());
  }

  /**
   * Refuses what follows gradients by codes where none go through the generator.
   *
   * @throws studio.saddlepoint.core.StudioException if it is a file that gives none
   */
  public void requireGradients() {
    requireGradients(network.layer());
  }

  /** Takes the mean of w that a generator's file tells, where it is a file that does. */
  public void keepScriptedMean() {
    if (network.layer() instanceof MappedGenerator mapped
        && mapped.synthesis() instanceof ScriptedSynthesis script) {
      script
          .meanW()
          .filter(mean -> mean.size() == mapped.mean().size())
          .ifPresent(mean -> Ops.copyInto(List.of(mapped.mean()), List.of(mean)));
    }
  }

  private static void requireGradients(Block layer) {
    if (layer instanceof ScriptedLayer script) {
      script.requireGradients();
    }
    layer.getChildren().values().forEach(Generator::requireGradients);
  }

  private static boolean addsNoise(Block layer) {
    return layer instanceof NoiseInjection
        || layer instanceof ScriptedSynthesis script && script.addsNoise()
        || layer.getChildren().values().stream().anyMatch(Generator::addsNoise);
  }

  /** What it makes, at its largest. */
  public ImageShape shape() {
    return shape;
  }

  /** Its weights. */
  public Network network() {
    return network;
  }

  /**
   * A pass that knows the classes.
   *
   * @param labels (N) int64; not used where the generator is not conditional
   * @param training whether batch norm takes this batch's statistics
   */
  public ForwardContext context(NDArray labels, boolean training) {
    return context(labels, ForwardContext.of(training));
  }

  /** As {@link #context(NDArray, boolean)}, of a pass with more. */
  public ForwardContext context(NDArray labels, ForwardContext more) {
    return latent.conditional()
        ? more.withClasses(
            labels.oneHot(latent.classNames().size()).toType(DataType.FLOAT32, false))
        : more;
  }

  /**
   * From z to w.
   *
   * @param z (N, latent size), normal
   * @param context with the classes where the generator is conditional
   * @return (N, L, D) or (N, D), as {@link #w} says
   */
  public NDArray map(NDArray z, ForwardContext context) {
    NDArray code = prior == LatentPrior.UNIFORM ? Scalars.mul(z, SQRT_HALF).erf() : z;
    return network.layer() instanceof MappedGenerator mapped
        ? mapped.map(withClasses(code, context), context.withoutClasses())
        : code;
  }

  /**
   * From w to pictures.
   *
   * @param w (N, L, D) or (N, D), as {@link #w} says
   * @param context with the classes where the generator is conditional, and the resolution
   * @return (N, C, h, h) in -1..1, as large as the context's resolution or {@link #shape}; a
   *     network that does not grow makes its largest, of which small ones are means
   */
  public NDArray synthesize(NDArray w, ForwardContext context) {
    return range.toSigned(pixels(w, context));
  }

  /** As {@link #synthesize}, in the networks' own {@link #range}: what methods work on. */
  public NDArray pixels(NDArray w, ForwardContext context) {
    NDArray made = range.bound(logits(w, context));
    return context.resolution().map(now -> scaled(made, now)).orElse(made);
  }

  /**
   * From w to the numbers without bounds of which pixels are made.
   *
   * @param w (N, L, D) or (N, D), as {@link #w} says
   * @param context with the classes where the generator is conditional
   * @return (N, C, H, W); their sigmoid, or their tanh, are the pixels
   */
  public NDArray logits(NDArray w, ForwardContext context) {
    return network.layer() instanceof MappedGenerator mapped
        ? mapped.synthesize(w, context)
        : network.layer().apply(withClasses(w, context), context.withoutClasses());
  }

  /** The numbers that the networks take for a pixel. */
  public RangeConversion range() {
    return range;
  }

  /**
   * The running mean (D) of w over the codes that trained the generator, which truncation in w
   * draws towards; zero until it is first moved, empty without a mapping network.
   */
  public Optional<NDArray> meanW() {
    return network.layer() instanceof MappedGenerator mapped
        ? Optional.of(mapped.mean())
        : Optional.empty();
  }

  /**
   * Moves the running mean of w by a batch's codes; nothing without a mapping network.
   *
   * @param w (N, L, D) or (N, D), as {@link #map} gives them
   */
  public void moveMeanW(NDArray w) {
    meanW().ifPresent(mean -> moveMeanW(mean, w));
  }

  /**
   * Moves a running mean of w in place: 0.995 mean + 0.005 E w.
   *
   * @param mean (D)
   * @param w (N, L, D) or (N, D), whose rows of a code are the same
   */
  public static void moveMeanW(NDArray mean, NDArray w) {
    Autograd.without(
        () -> {
          NDArray rows = Autograd.detach(w).reshape(-1, mean.size());
          Ops.average(List.of(mean), List.of(rows.mean(new int[] {0})), MEAN_DECAY);
          return mean;
        });
  }

  /**
   * The weights by which codes are read before anything else happens to them (SeFa, Shen and Zhou
   * 2021, section 2.1): with a mapping network those that read w, otherwise those that read z.
   */
  public List<CodeWeight> codeWeights() {
    if (network.layer() instanceof MappedGenerator mapped) {
      return mapped.synthesis().styleWeights().stream()
          .map(each -> new CodeWeight(each.row(), each.matrix()))
          .toList();
    }
    NDIndex codeOnly = new NDIndex(":, :" + latent.size());
    return network.layer().inputWeights().stream()
        .map(matrix -> new CodeWeight(0, matrix.get(codeOnly)))
        .toList();
  }

  /**
   * The maps of an early stage of a generator without a mapping network.
   *
   * @param w (N, D)
   * @param context with the classes where the generator is conditional
   * @param stages after how many, at least 1
   * @return (N, F) or (N, F, h, h)
   */
  public NDArray activations(NDArray w, ForwardContext context, int stages) {
    return network.layer().applyStages(withClasses(w, context), context.withoutClasses(), stages);
  }

  private NDArray withClasses(NDArray code, ForwardContext context) {
    return latent.conditional() ? NDArrays.concat(new NDList(code, context.classes()), 1) : code;
  }

  private static NDArray scaled(NDArray made, Resolution to) {
    int size = Math.toIntExact(made.getShape().get(2));
    if (size == to.size()) {
      return made;
    }
    if (size % to.size() != 0) {
      throw new StudioException(
          "Pictures of " + size + " pixels cannot be made " + to.size() + " pixels large.");
    }
    return LayerOps.averagePool(made, size / to.size());
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
