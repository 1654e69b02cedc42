package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.torch.Ops;

/**
 * A generator's running statistics for truncated codes (standing statistics, Brock et al. 2019,
 * appendix D). Those that training left are of untruncated codes: batch norm would take truncated
 * ones for a dull batch and draw every picture near the mean one. So they are gathered anew, over
 * {@value #CODES} codes of uniform classes, at the thresholds of a fixed ladder; between two of
 * them they are interpolated along the variance of the truncated normal distribution, as the
 * variances of the first layer go. Untruncated codes keep the statistics that training left.
 *
 * <p>Not safe for several threads: its snapshot lets one in at a time.
 */
final class StandingStatistics {
  /** Codes by which statistics are gathered. */
  static final int CODES = 2048;

  /** Codes of one batch, and of one piece of work. */
  static final int BATCH = 64;

  /** The ladder; below its first step statistics are gathered at the threshold itself. */
  static final double[] LADDER = {
    0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, Double.POSITIVE_INFINITY
  };

  private static final long SEED = 0x5374616e64696e67L;

  private final Generator generator;
  private final NDManager manager;
  private final List<NDArray> arrays;
  private final List<float[]> stored;
  private final float[] references;
  private final Map<Double, List<float[]>> gathered = new HashMap<>();

  /** Those on the way: several who gather in turns do not take each other's away. */
  private final Map<Double, Gathering> gathering = new HashMap<>();

  /** What the generator's arrays hold now; NaN where they are of no threshold. */
  private double applied = Double.POSITIVE_INFINITY;

  /**
   * Nothing gathered yet.
   *
   * @param generator whose statistics are moved from threshold to threshold
   * @param manager whose device it lives on
   */
  StandingStatistics(Generator generator, NDManager manager) {
    this.generator = generator;
    this.manager = manager;
    this.arrays = generator.statistics();
    this.stored = read(arrays);
    this.references = generator.references().map(NDArray::toFloatArray).orElse(new float[0]);
  }

  /** Whether thresholds change anything but the codes. */
  boolean any() {
    return !arrays.isEmpty() || references.length > 0;
  }

  /** Whether {@link #apply} has nothing left to gather. */
  boolean ready(double threshold) {
    return missing(threshold) == null;
  }

  /**
   * Gathers by one batch towards what a threshold needs.
   *
   * @return whether it is ready
   */
  boolean gather(double threshold) {
    Double next = missing(threshold);
    if (next == null) {
      return true;
    }
    Gathering current = gathering.computeIfAbsent(next, Gathering::new);
    current.batch();
    if (current.done == CODES) {
      gathered.put(next, current.means());
      gathering.remove(next);
    }
    return ready(threshold);
  }

  /**
   * Puts the statistics of a threshold into the generator, gathering what is missing.
   *
   * @param threshold of the codes to come, above 0; infinite for untruncated ones
   */
  void apply(double threshold) {
    if (threshold == applied) {
      return;
    }
    while (!gather(threshold)) {
      // one batch after the other
    }
    write(arrays, statistics(threshold));
    generator.references().ifPresent(each -> write(List.of(each), List.of(references(threshold))));
    applied = threshold;
  }

  private @Nullable Double missing(double threshold) {
    if (arrays.isEmpty() || Double.isInfinite(threshold)) {
      return null;
    }
    for (double step : around(threshold)) {
      if (!gathered.containsKey(step)) {
        return step;
      }
    }
    return null;
  }

  /** The steps of the ladder below and above, or the threshold alone where it is one or lower. */
  private static double[] around(double threshold) {
    int found = Arrays.binarySearch(LADDER, threshold);
    if (found >= 0 || threshold < LADDER[0]) {
      return new double[] {threshold};
    }
    int above = -found - 1;
    return new double[] {LADDER[above - 1], LADDER[above]};
  }

  private List<float[]> statistics(double threshold) {
    if (arrays.isEmpty() || Double.isInfinite(threshold)) {
      return stored;
    }
    double[] around = around(threshold);
    List<float[]> low = gathered.get(around[0]);
    List<float[]> high = gathered.get(around[around.length - 1]);
    if (low == high) {
      return low;
    }
    double from = TruncatedNormal.variance(around[0]);
    double to = TruncatedNormal.variance(around[1]);
    double share = (TruncatedNormal.variance(threshold) - from) / (to - from);
    List<float[]> between = new ArrayList<>(low.size());
    for (int i = 0; i < low.size(); i++) {
      between.add(LatentCodes.lerp(low.get(i), high.get(i), share));
    }
    return between;
  }

  /**
   * Virtual batch norm's reference codes, each number beyond the threshold drawn again: a reference
   * batch of the codes that it is the reference of.
   */
  private float[] references(double threshold) {
    float[] drawn = references.clone();
    if (Double.isInfinite(threshold)) {
      return drawn;
    }
    boolean uniform = generator.prior() == LatentPrior.UNIFORM;
    int latent = generator.latent().size();
    int columns = latent + generator.latent().classNames().size();
    double bound = uniform ? TruncatedNormal.erf(threshold / Math.sqrt(2)) : threshold;
    for (int i = 0; i < drawn.length; i++) {
      if (i % columns < latent && Math.abs(drawn[i]) > bound) {
        double again = new NormalStream(SEED, i).normalWithin(threshold);
        drawn[i] = (float) (uniform ? TruncatedNormal.erf(again / Math.sqrt(2)) : again);
      }
    }
    return drawn;
  }

  private static List<float[]> read(List<NDArray> arrays) {
    return arrays.stream().map(NDArray::toFloatArray).toList();
  }

  private void write(List<NDArray> to, List<float[]> values) {
    List<NDArray> from = new ArrayList<>(to.size());
    for (int i = 0; i < to.size(); i++) {
      from.add(manager.create(values.get(i), to.get(i).getShape()));
    }
    if (!to.isEmpty()) {
      Ops.copyInto(to, from);
    }
  }

  /** Statistics of one threshold on the way: the mean of those of all batches so far. */
  private final class Gathering {
    private final float[][] codes;
    private final List<double[]> sums;
    private int done;

    Gathering(double threshold) {
      this.codes = LatentCodes.truncated(CODES, generator.latent().size(), threshold, SEED);
      this.sums = stored.stream().map(each -> new double[each.length]).toList();
    }

    void batch() {
      int classes = Math.max(1, generator.latent().classNames().size());
      long[] labels = new long[BATCH];
      Arrays.setAll(labels, i -> (done + i) % classes);
      float[] flat = RenderPass.flat(Arrays.copyOfRange(codes, done, done + BATCH));
      NDArray z = manager.create(flat, new Shape(BATCH, generator.latent().size()));
      applied = Double.NaN;
      ForwardContext context = generator.context(manager.create(labels), ForwardContext.standing());
      generator.synthesize(generator.map(z, context), context);
      List<float[]> found = read(arrays);
      for (int i = 0; i < found.size(); i++) {
        for (int j = 0; j < found.get(i).length; j++) {
          sums.get(i)[j] += found.get(i)[j];
        }
      }
      done += BATCH;
    }

    List<float[]> means() {
      double batches = (double) CODES / BATCH;
      return sums.stream().map(each -> divided(each, batches)).toList();
    }

    private static float[] divided(double[] sum, double by) {
      float[] mean = new float[sum.length];
      for (int i = 0; i < sum.length; i++) {
        mean[i] = (float) (sum[i] / by);
      }
      return mean;
    }
  }
}
