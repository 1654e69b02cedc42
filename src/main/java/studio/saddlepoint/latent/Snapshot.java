package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.WSpace;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.imported.ImportedGenerator;
import studio.saddlepoint.run.imported.Trust;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * A generator's weights frozen at a step. May be asked from any thread; it works on one request at
 * a time. The thread that asks does not build graphs afterwards.
 */
public final class Snapshot implements AutoCloseable {
  private final long step;
  private final boolean averaged;
  private final Recipe recipe;
  private final TrainedOn trainedOn;
  private final Optional<Resolution> resolution;
  private final Optional<KeptClusters> clusters;
  private final SharedWeights weights;
  private final RenderSettings settings;
  private boolean closed;

  private Snapshot(
      long step,
      boolean averaged,
      Recipe recipe,
      TrainedOn trainedOn,
      Optional<Resolution> resolution,
      Optional<KeptClusters> clusters,
      SharedWeights weights,
      RenderSettings settings) {
    this.step = step;
    this.averaged = averaged;
    this.recipe = recipe;
    this.trainedOn = trainedOn;
    this.resolution = resolution;
    this.clusters = clusters;
    this.weights = weights;
    this.settings = settings;
  }

  /**
   * A kept checkpoint's generator.
   *
   * @param run where it is kept
   * @param checkpoint which one
   * @param averaged whether to take the averaged weights (EMA) or those of the step itself
   */
  public static Snapshot load(RunFolder run, SavedCheckpoint checkpoint, boolean averaged) {
    Optional<ImportedGenerator> imported = ImportedGenerator.of(run.path());
    return imported.isPresent()
        ? imported(run.load(checkpoint), imported.get())
        : of(run.load(checkpoint), averaged, LearntData.of(run));
  }

  /** A generator that came as a file: its code runs, where a person has allowed it. */
  private static Snapshot imported(Checkpoint checkpoint, ImportedGenerator file) {
    return of(
        checkpoint,
        false,
        TrainedOn.of(checkpoint, Optional.empty()),
        manager -> file.open(manager, Trust.here()));
  }

  /**
   * A checkpoint's generator.
   *
   * @param checkpoint with the tensors {@code generator.*} or {@code average.*}, and {@code
   *     discriminator.*} where it is to judge, too
   * @param averaged whether to take the averaged weights (EMA) or those of the step itself
   */
  public static Snapshot of(Checkpoint checkpoint, boolean averaged) {
    return of(checkpoint, averaged, Optional.empty());
  }

  private static Snapshot of(Checkpoint checkpoint, boolean averaged, Optional<LearntData> kept) {
    Recipe recipe = checkpoint.recipe();
    TrainedOn trainedOn = TrainedOn.of(checkpoint, kept);
    return of(
        checkpoint,
        averaged,
        trainedOn,
        manager ->
            Architectures.generator(
                recipe, latent(recipe, trainedOn), shape(recipe, trainedOn), manager));
  }

  /**
   * A checkpoint's generator of any networks.
   *
   * @param made makes them, with any weights
   */
  static Snapshot of(
      Checkpoint checkpoint,
      boolean averaged,
      TrainedOn trainedOn,
      Function<NDManager, Generator> made) {
    Recipe recipe = checkpoint.recipe();
    Optional<Resolution> resolution = KeptResolution.of(checkpoint);
    Optional<KeptClusters> clusters = KeptClusters.of(checkpoint);
    NDManager manager = TorchEngine.manager(TorchEngine.device(recipe.training().device()));
    try {
      Generator generator = made.apply(manager);
      NetworkTensors.restore(
          averaged ? "average." : recipe.method().kind().players().maker() + ".",
          generator.network().state(),
          checkpoint);
      return new Snapshot(
          checkpoint.step(),
          averaged,
          recipe,
          trainedOn,
          resolution,
          clusters,
          new SharedWeights(manager, generator, checkpoint),
          RenderSettings.PLAIN);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static LatentSpace latent(Recipe recipe, TrainedOn data) {
    return new LatentSpace(recipe.generator().latentSize(), data.classNames());
  }

  private static ImageShape shape(Recipe recipe, TrainedOn data) {
    int size = recipe.data().size();
    return new ImageShape(data.channels().orElse(1), size, size);
  }

  /** All that is known of the data set that it was trained on. */
  public TrainedOn trainedOn() {
    return trainedOn;
  }

  /** What a person calls it, such as "step 1,500, averaged". */
  public String label() {
    if (recipe.generator().architecture() == Architecture.IMPORTED) {
      return "imported";
    }
    return String.format(
        java.util.Locale.ENGLISH, "step %,d, %s", step, averaged ? "averaged" : "raw");
  }

  /** The clusters that are its classes; empty where those are the data's, or not made yet. */
  public Optional<KeptClusters> clusters() {
    return clusters;
  }

  /** The step it is from. */
  public long step() {
    return step;
  }

  /** Whether it holds the averaged weights. */
  public boolean averaged() {
    return averaged;
  }

  /** The recipe as it stood at that step. */
  public Recipe recipe() {
    return recipe;
  }

  /** What it takes. */
  public LatentSpace latent() {
    return weights.generator().latent();
  }

  /** The space of w. */
  public WSpace w() {
    return weights.generator().w();
  }

  /** What it makes: as large as the resolution that it stands at. */
  public ImageShape shape() {
    ImageShape largest = weights.generator().shape();
    return resolution
        .map(now -> new ImageShape(largest.channels(), now.size(), now.size()))
        .orElse(largest);
  }

  /** The resolution that it stands at; empty for the largest, at which nothing fades. */
  public Optional<Resolution> resolution() {
    return resolution;
  }

  /**
   * Makes pictures.
   *
   * @param z one latent vector for each picture
   * @param labels one class for each picture; not used where the generator is not conditional
   * @param threshold what the vectors were truncated at, above 0, which decides the statistics of
   *     batch norm (see {@link #prepare}); infinite where they were not
   * @return one picture for each
   */
  public List<Picture> render(float[][] z, int[] labels, double threshold) {
    float[] pixels = pixels(z, labels, threshold);
    List<Picture> pictures = new ArrayList<>(z.length);
    for (int i = 0; i < z.length; i++) {
      pictures.add(PictureConversion.of(pixels, i, shape()));
    }
    return pictures;
  }

  /**
   * Makes pictures as numbers.
   *
   * @param z one latent vector for each picture
   * @param labels one class for each picture; not used where the generator is not conditional
   * @param threshold what the vectors were truncated at, above 0; infinite where they were not
   * @return (N, C, H, W) in -1..1
   */
  public float[] pixels(float[][] z, int[] labels, double threshold) {
    return z.length == 0
        ? new float[0]
        : compute(
            threshold,
            () -> {
              RenderPass pass = pass();
              ForwardContext context = pass.context(labels);
              return weights
                  .generator()
                  .synthesize(pass.mapped(z, labels, context), context)
                  .toFloatArray();
            });
  }

  /**
   * Only the first half of the way: from z and class to w (see {@link Generator#map}), truncated
   * and shifted where the snapshot is.
   *
   * @param z one latent vector for each picture
   * @param labels one class for each picture; not used where the generator is not conditional
   * @return one w for each: its layers' codes one after the other, as long as {@link #w} says
   */
  public float[][] map(float[][] z, int[] labels) {
    if (z.length == 0) {
      return new float[0][];
    }
    float[] all =
        compute(
            () -> {
              RenderPass pass = pass();
              return pass.mapped(z, labels, pass.context(labels)).toFloatArray();
            });
    return RenderPass.rows(all, z.length);
  }

  /**
   * The mean of w (Karras et al. 2019, appendix B): the running mean that training has kept; where
   * there is none, that over many codes of uniform classes, the same for each snapshot.
   *
   * @return (D); of w with codes for each layer, over all of them
   */
  public float[] meanW() {
    return compute(() -> weights.meanW().clone());
  }

  /** The first half of the way for one class, without truncation or shifts. */
  public ToW half(int label) {
    return new ToW() {
      @Override
      public CodeSizes sizes() {
        return codeSizes();
      }

      @Override
      public float[] map(float[] z) {
        return compute(
            () -> {
              RenderPass pass = pass();
              return pass.mappedPlainly(new float[][] {z}, pass.context(new int[] {label}))
                  .toFloatArray();
            });
      }
    };
  }

  /** How long its codes are. */
  public CodeSizes codeSizes() {
    return new CodeSizes(latent().size(), w());
  }

  /**
   * Codes in w with the truncation and the shifts of this snapshot.
   *
   * @param w not truncated, as long as those of {@link #map}
   * @param labels one class for each
   */
  public float[][] finish(float[][] w, int[] labels) {
    return w.length == 0
        ? w
        : RenderPass.rows(
            compute(() -> pass().finished(RenderPass.flat(w), labels).toFloatArray()), w.length);
  }

  /**
   * The same snapshot with truncation in w: its codes are drawn towards their mean (Karras et al.
   * 2019, appendix B). For somebody else, who closes it; see {@link #share}.
   *
   * @param psi 0 for the mean itself, 1 for the codes as they are
   * @param cutoff styled layers that are drawn, from the first; negative for all
   * @throws StudioException if there is no mapping network: such truncation only shrinks z, see
   *     {@link #render} for what truncates it
   */
  public Snapshot truncatedInW(double psi, int cutoff) {
    return truncated(new WTruncation(psi, Math.max(WTruncation.ALL, cutoff)));
  }

  /**
   * The same snapshot with truncation in w, see {@link #truncatedInW}; as it is where codes stay as
   * they are. For somebody else, who closes it.
   *
   * @throws StudioException if there is no mapping network to truncate behind
   */
  public Snapshot truncated(WTruncation wanted) {
    if (!wanted.none() && !weights.generator().hasMapping()) {
      throw new StudioException(
          "This generator has no mapping network, so w is z: truncate by a threshold of z.");
    }
    return with(wanted.none() ? settings : settings.with(wanted));
  }

  /** How its codes are truncated in w. */
  public WTruncation inW() {
    return settings.inW();
  }

  /** Whether a network stands between z and w, so that codes can be truncated in w. */
  public boolean hasMapping() {
    return weights.generator().hasMapping();
  }

  /**
   * The same snapshot with other noise in its layers; what has none stays as it is. For somebody
   * else, who closes it; see {@link #share}.
   *
   * @param seed decides fresh noise; each pass draws on from it
   */
  public Snapshot withNoise(LayerNoise wanted, long seed) {
    return with(settings.with(PassNoise.of(wanted, seed)));
  }

  /**
   * The same snapshot whose codes are shifted along directions: in z before they are mapped, in w
   * after they were truncated. For somebody else, who closes it; see {@link #share}.
   *
   * @throws StudioException if a direction is of another generator
   */
  public Snapshot shifted(List<Shift> shifts) {
    shifts.forEach(shift -> shift.require(codeSizes()));
    return with(settings.with(shifts));
  }

  /**
   * The same snapshot that is asked for some of another class, too; of no effect where the
   * generator is not conditional. For somebody else, who closes it; see {@link #share}.
   */
  public Snapshot mixed(ClassMix mix) {
    return with(settings.with(mix));
  }

  /** The directions that its codes are shifted along. */
  public List<Shift> shifts() {
    return settings.shifts();
  }

  /** The second class that it is asked for. */
  public ClassMix mix() {
    return settings.mix();
  }

  private Snapshot with(RenderSettings other) {
    return weights.locked(
        () -> {
          requireOpen();
          return shared(other);
        });
  }

  /** To be called while the weights are locked. */
  private Snapshot shared(RenderSettings other) {
    weights.hold();
    return new Snapshot(step, averaged, recipe, trainedOn, resolution, clusters, weights, other);
  }

  /** The noise that its layers add. */
  public LayerNoise noise() {
    return settings.noise().kind();
  }

  /** Whether layers add noise at all. */
  public boolean hasNoise() {
    return weights.generator().hasNoise();
  }

  /**
   * The size that each styled layer works at, from the coarsest; of those alone that have a part in
   * pictures of {@link #shape}. Empty where layers have no codes of their own.
   */
  public List<Integer> styledSizes() {
    int largest = shape().height();
    List<Integer> known = recipe.generator().architecture().styledSizes(recipe.data().size());
    return known.size() == w().layers()
        ? known.stream().filter(size -> size <= largest).toList()
        : Collections.nCopies(w().layers(), largest);
  }

  /**
   * Only the second half of the way: from w to pictures as numbers.
   *
   * @param w one for each picture, each as long as those of {@link #map}
   * @param labels one class for each picture; not used where the generator is not conditional
   * @param threshold what the vectors were truncated at, above 0; infinite where they were not
   * @return (N, C, H, W) in -1..1
   */
  public float[] synthesize(float[][] w, int[] labels, double threshold) {
    return w.length == 0
        ? new float[0]
        : compute(
            threshold,
            () ->
                weights
                    .generator()
                    .synthesize(
                        weights.manager().create(RenderPass.flat(w), w().shape(w.length)),
                        pass().context(labels))
                    .toFloatArray());
  }

  /**
   * The gradient by codes of a number that follows from their pictures. Truncation does not count;
   * shifts do not either.
   *
   * @param space which codes are given
   * @param codes one (Z), or (L D) or (D), for each picture
   * @param labels one class for each picture; not used where the generator is not conditional
   * @param of makes a scalar of pictures (N, C, H, W) in -1..1; graphs are built meanwhile
   */
  public CodeGradient differentiate(
      Space space, float[][] codes, int[] labels, Function<NDArray, NDArray> of) {
    return compute(Double.POSITIVE_INFINITY, () -> pass().differentiate(space, codes, labels, of));
  }

  /**
   * As {@link #differentiate(Space, float[][], int[], Function)}, with noise that layers are given,
   * by which is differentiated, too.
   *
   * @param noise as {@link #keptNoise} gives it, for each picture; none for what layers keep
   */
  public PassGradient differentiate(
      Space space,
      float[][] codes,
      int[] labels,
      List<NoiseMap> noise,
      Function<NDArray, NDArray> of) {
    return compute(
        Double.POSITIVE_INFINITY, () -> pass().differentiate(space, codes, labels, noise, of));
  }

  /**
   * Numbers that follow from the pictures of codes. Truncation and shifts do not count.
   *
   * @param space which codes are given
   * @param codes one (Z), or (L D) or (D), for each picture
   * @param labels one class for each picture; not used where the generator is not conditional
   * @param noise as {@link #keptNoise} gives it, for each picture; none for what layers keep
   * @param of makes numbers of pictures (N, C, H, W) in -1..1
   */
  public float[] measure(
      Space space,
      float[][] codes,
      int[] labels,
      List<NoiseMap> noise,
      Function<NDArray, NDArray> of) {
    return compute(Double.POSITIVE_INFINITY, () -> pass().measure(space, codes, labels, noise, of));
  }

  /**
   * The noise that layers keep, of one picture, in the order in which a pass asks for it; empty
   * where no layer adds any.
   */
  public List<NoiseMap> keptNoise(int label) {
    return hasNoise() ? compute(() -> pass().keptNoise(label)) : List.of();
  }

  /**
   * Whether truncated codes need statistics of their own (batch norm, virtual batch norm); others
   * have nothing to {@link #prepare}.
   */
  public boolean hasStatistics() {
    return weights.statistics().any();
  }

  /** Whether pictures at a threshold need nothing more to be prepared. */
  public boolean prepared(double threshold) {
    return weights.locked(() -> weights.statistics().ready(threshold));
  }

  /**
   * Gathers the standing statistics of a threshold by one small piece of work, so that whoever else
   * needs the snapshot waits for no more than that. Pictures at a threshold that is not prepared
   * wait for all of it.
   *
   * @param threshold above 0; infinite needs nothing
   * @return whether it is prepared
   */
  public boolean prepare(double threshold) {
    return compute(() -> weights.statistics().gather(threshold));
  }

  /** The thresholds between which statistics are interpolated, ascending, the last infinite. */
  public static double[] ladder() {
    return StandingStatistics.LADDER.clone();
  }

  /** Whether the discriminator of the step is here, too, and can judge what is made. */
  public boolean judges() {
    return weights.discriminator().isPresent() && shape().equals(weights.generator().shape());
  }

  /**
   * How real the discriminator of the step finds pictures.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @param labels one class for each picture; not used where the discriminator is not conditional
   * @return a logit for each, or a critic's score; the larger the more real
   * @throws IllegalStateException if it is not here
   */
  public float[] judge(float[] pixels, int[] labels) {
    FrozenDiscriminator judge = weights.discriminator().orElseThrow(IllegalStateException::new);
    return labels.length == 0 ? new float[0] : compute(() -> judge.judge(pixels, shape(), labels));
  }

  /** The encoder of the step, where its method has one (VAE). */
  public Optional<SnapshotEncoder> encoder() {
    return weights
        .encoder()
        .map(
            found ->
                new SnapshotEncoder(
                    found,
                    weights.generator(),
                    weights.manager(),
                    recipe.method().vae(),
                    this::compute));
  }

  /** The weights that read codes first: of w where there is a mapping network, otherwise of z. */
  public List<FirstWeight> firstWeights() {
    return compute(() -> weights.generator().codeWeights().stream().map(FirstWeight::of).toList());
  }

  /**
   * The maps of an early stage of a generator without a mapping network, as rows.
   *
   * @param z one latent vector for each
   * @param labels one class for each; not used where the generator is not conditional
   * @param stages after how many stages, at least 1
   * @return one row for each, (N, F)
   */
  public float[][] activations(float[][] z, int[] labels, int stages) {
    if (z.length == 0) {
      return new float[0][];
    }
    float[] all =
        compute(
            Double.POSITIVE_INFINITY,
            () -> {
              RenderPass pass = pass();
              ForwardContext context = pass.context(labels);
              return weights
                  .generator()
                  .activations(pass.mapped(z, labels, context), context, stages)
                  .toFloatArray();
            });
    return RenderPass.rows(all, z.length);
  }

  /**
   * Looks into the networks themselves, while no other thread works with them.
   *
   * @param work its result must not be, or hold, an array; leaves weights and statistics as they
   *     are
   */
  public <T> T inside(Function<FrozenNetworks, T> work) {
    return compute(
        Double.POSITIVE_INFINITY,
        () ->
            work.apply(
                new FrozenNetworks(
                    weights.generator(),
                    judges()
                        ? weights.discriminator().map(FrozenDiscriminator::discriminator)
                        : Optional.empty(),
                    weights.manager(),
                    resolution)));
  }

  /** Does something with the generator itself, while no other thread works with it. */
  <T> T withGenerator(Function<Generator, T> work) {
    return compute(Double.POSITIVE_INFINITY, () -> work.apply(weights.generator()));
  }

  private RenderPass pass() {
    return new RenderPass(weights, resolution, settings);
  }

  private <T> T compute(double threshold, Supplier<T> work) {
    return compute(
        () -> {
          weights.statistics().apply(threshold);
          return work.get();
        });
  }

  private <T> T compute(Supplier<T> work) {
    return weights.locked(
        () -> {
          requireOpen();
          Autograd.enable(false);
          return ArrayScopes.scoped(work);
        });
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The snapshot of " + label() + " is closed");
    }
  }

  /**
   * The same snapshot for somebody else, who closes it; the weights are freed when all are closed.
   * Nothing where this one is closed already.
   */
  public Optional<Snapshot> share() {
    return weights.locked(
        () -> {
          if (closed) {
            return Optional.<Snapshot>empty();
          }
          return Optional.of(shared(settings));
        });
  }

  @Override
  public void close() {
    weights.locked(
        () -> {
          if (!closed) {
            closed = true;
            weights.release();
          }
          return true;
        });
  }
}
