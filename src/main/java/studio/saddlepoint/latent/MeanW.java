package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.WSpace;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * The mean of a generator's intermediate codes (Karras et al. 2019, appendix B): the running mean
 * that came with training, or over {@value #CODES} codes of uniform classes.
 */
final class MeanW {
  private static final int CODES = 10_240;
  private static final int BATCH = 512;
  private static final long SEED = 0x4d65616e57L;

  private MeanW() {}

  /**
   * The running mean that training has kept, or the mean over many codes where there is none.
   *
   * @return (D); of codes for each layer, over all of them
   */
  static float[] kept(Generator generator, NDManager manager) {
    return generator
        .meanW()
        .map(NDArray::toFloatArray)
        .filter(MeanW::moved)
        .orElseGet(() -> of(generator, manager));
  }

  /** A mean that no batch has moved yet is zero throughout. */
  private static boolean moved(float[] mean) {
    for (float each : mean) {
      if (each != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The mean over many codes.
   *
   * @return (D); of codes for each layer, over all of them
   */
  static float[] of(Generator generator, NDManager manager) {
    int classes = Math.max(1, generator.latent().classNames().size());
    return of(generator, manager, i -> i % classes);
  }

  /**
   * The mean over many codes of one class.
   *
   * @return (D); of codes for each layer, over all of them
   */
  static float[] ofClass(Generator generator, NDManager manager, int label) {
    return of(generator, manager, i -> label);
  }

  private static float[] of(Generator generator, NDManager manager, IntUnaryOperator label) {
    WSpace space = generator.w();
    double[] sum = new double[space.size()];
    for (int first = 0; first < CODES; first += BATCH) {
      float[] w = ArrayScopes.scoped(batch(generator, manager, first, label));
      for (int i = 0; i < w.length; i++) {
        sum[i % sum.length] += w[i];
      }
    }
    double count = (double) CODES * Math.max(1, space.layers());
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / count);
    }
    return mean;
  }

  private static Supplier<float[]> batch(
      Generator generator, NDManager manager, int first, IntUnaryOperator label) {
    int size = generator.latent().size();
    float[] codes =
        RenderPass.flat(LatentCodes.rows(first, BATCH, size, Double.POSITIVE_INFINITY, SEED));
    long[] labels = new long[BATCH];
    Arrays.setAll(labels, i -> label.applyAsInt(first + i));
    return () -> {
      NDArray z = manager.create(codes, new Shape(BATCH, size));
      ForwardContext context = generator.context(manager.create(labels), false);
      return generator.map(z, context).toFloatArray();
    };
  }
}
