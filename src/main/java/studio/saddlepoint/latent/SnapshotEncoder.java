package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.Supplier;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Elbo;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.Posterior;
import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.recipe.method.VaeSettings;

/**
 * The encoder of a snapshot, beside the snapshot's decoder: pictures to codes, and how likely
 * pictures are. Its weights are those of the step itself, also beside an averaged decoder.
 */
public final class SnapshotEncoder {
  private final FrozenEncoder encoder;
  private final Generator decoder;
  private final NDManager manager;
  private final VaeSettings settings;
  private final Work work;

  /** How arrays are computed: one thread at a time, all freed afterwards. */
  @FunctionalInterface
  interface Work {
    float[] compute(Supplier<float[]> work);
  }

  SnapshotEncoder(
      FrozenEncoder encoder,
      Generator decoder,
      NDManager manager,
      VaeSettings settings,
      Work work) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.manager = manager;
    this.settings = settings;
    this.work = work;
  }

  /** Length of a code. */
  public int size() {
    return decoder.latent().size();
  }

  /** What the decoder's pixels mean. */
  public VaeSettings settings() {
    return settings;
  }

  /**
   * Finds the codes of pictures: the means of their distributions.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @param labels one class for each picture; not used where it is not conditional
   * @return a code for each
   */
  public float[][] encode(float[] pixels, int[] labels) {
    int n = labels.length;
    if (n == 0) {
      return new float[0][];
    }
    float[] all = work.compute(() -> posterior(pixels, labels).mean().toFloatArray());
    int size = all.length / n;
    float[][] codes = new float[n][];
    Arrays.setAll(codes, i -> Arrays.copyOfRange(all, i * size, (i + 1) * size));
    return codes;
  }

  /**
   * Lower bounds of the log likelihood of pictures by importance sampling (Burda et al. 2016,
   * equation 8): they rise with the number of codes to log p(x).
   *
   * @param pixels (N, C, H, W) in -1..1
   * @param labels one class for each picture; not used where it is not conditional
   * @param noise of each code of each picture, standard normal: K of (N, Z)
   * @return in nats, one for each picture; of pixels in 0..1
   */
  public float[] bounds(float[] pixels, int[] labels, float[][] noise) {
    return work.compute(() -> importanceBound(pixels, labels, noise).toFloatArray());
  }

  private NDArray importanceBound(float[] pixels, int[] labels, float[][] noise) {
    Posterior posterior = posterior(pixels, labels);
    NDArray classes = classes(labels);
    RangeConversion range = decoder.range();
    NDArray x = range.toUnit(range.ofSigned(pictures(pixels, labels.length)));
    NDList weights = new NDList();
    for (float[] some : noise) {
      NDArray drawn = manager.create(some, posterior.mean().getShape());
      NDArray z = posterior.sample(drawn);
      NDArray logits = range.unitLogits(decoder.logits(z, decoder.context(classes, false)));
      weights.add(
          Elbo.logLikelihood(settings, x, logits)
              .add(Elbo.codeWeights(z, posterior.logVariance(), drawn)));
    }
    return Elbo.importanceBound(NDArrays.stack(weights));
  }

  private Posterior posterior(float[] pixels, int[] labels) {
    NDArray x = decoder.range().ofSigned(pictures(pixels, labels.length));
    return encoder.encode(x, classes(labels));
  }

  private NDArray pictures(float[] pixels, int n) {
    ImageShape shape = decoder.shape();
    return manager.create(pixels, new Shape(n, shape.channels(), shape.height(), shape.width()));
  }

  private NDArray classes(int[] labels) {
    return manager.create(Arrays.stream(labels).asLongStream().toArray());
  }
}
