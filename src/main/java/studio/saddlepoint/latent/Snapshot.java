package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
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
  private final SharedWeights weights;
  private boolean closed;

  private Snapshot(
      long step, boolean averaged, Recipe recipe, TrainedOn trainedOn, SharedWeights weights) {
    this.step = step;
    this.averaged = averaged;
    this.recipe = recipe;
    this.trainedOn = trainedOn;
    this.weights = weights;
  }

  /**
   * A kept checkpoint's generator.
   *
   * @param run where it is kept
   * @param checkpoint which one
   * @param averaged whether to take the averaged weights (EMA) or those of the step itself
   */
  public static Snapshot load(RunFolder run, SavedCheckpoint checkpoint, boolean averaged) {
    return of(run.load(checkpoint), averaged, LearntData.of(run));
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
    NDManager manager = TorchEngine.manager(TorchEngine.device(recipe.training().device()));
    try {
      Generator generator =
          Architectures.generator(
              recipe, latent(recipe, trainedOn), shape(recipe, trainedOn), manager);
      NetworkTensors.restore(
          averaged ? "average." : "generator.", generator.network().state(), checkpoint);
      return new Snapshot(
          checkpoint.step(),
          averaged,
          recipe,
          trainedOn,
          new SharedWeights(manager, generator, checkpoint));
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
    return String.format(
        java.util.Locale.ENGLISH, "step %,d, %s", step, averaged ? "averaged" : "raw");
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

  /** What it makes. */
  public ImageShape shape() {
    return weights.generator().shape();
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
      pictures.add(Pictures.of(pixels, i, shape()));
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
            () -> weights.generator().synthesize(mapped(z, labels), false).toFloatArray());
  }

  /**
   * Only the first half of the way: from z and class to w (see {@link Generator#map}).
   *
   * @param z one latent vector for each picture
   * @param labels one class for each picture; not used where the generator is not conditional
   * @return one w for each
   */
  public float[][] map(float[][] z, int[] labels) {
    if (z.length == 0) {
      return new float[0][];
    }
    float[] all = compute(() -> mapped(z, labels).toFloatArray());
    int size = all.length / z.length;
    float[][] w = new float[z.length][];
    Arrays.setAll(w, i -> Arrays.copyOfRange(all, i * size, (i + 1) * size));
    return w;
  }

  /**
   * Only the second half of the way: from w to pictures as numbers.
   *
   * @param w one for each picture, each as long as those of {@link #map}
   * @param threshold what the vectors were truncated at, above 0; infinite where they were not
   * @return (N, C, H, W) in -1..1
   */
  public float[] synthesize(float[][] w, double threshold) {
    return w.length == 0
        ? new float[0]
        : compute(threshold, () -> weights.generator().synthesize(rows(w), false).toFloatArray());
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

  /** Whether the discriminator of the step is here, too. */
  public boolean judges() {
    return weights.discriminator().isPresent();
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

  private NDArray mapped(float[][] z, int[] labels) {
    NDArray classes = weights.manager().create(Arrays.stream(labels).asLongStream().toArray());
    return weights.generator().map(rows(z), classes);
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
          if (closed) {
            throw new IllegalStateException("The snapshot of " + label() + " is closed");
          }
          Autograd.enable(false);
          return studio.saddlepoint.torch.ArrayScopes.scoped(work);
        });
  }

  private NDArray rows(float[][] each) {
    return weights.manager().create(flat(each), new Shape(each.length, each[0].length));
  }

  static float[] flat(float[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
    }
    return all;
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
          weights.hold();
          return Optional.of(new Snapshot(step, averaged, recipe, trainedOn, weights));
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
