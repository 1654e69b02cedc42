package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * libtorch's operators that DJL does not hand on, one method each. All carry gradients unless they
 * say otherwise.
 */
public final class Ops {
  private static final Map<List<Long>, NDArray> NUMBERS = new ConcurrentHashMap<>();
  private static final Map<List<Double>, NDArray> FRACTIONS = new ConcurrentHashMap<>();

  private Ops() {}

  /**
   * Convolution without bias.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Co, Ci, k, k)
   * @return (N, Co, (H + 2 padding - k) / stride + 1, ...)
   */
  public static NDArray conv2d(NDArray x, NDArray weight, int stride, int padding) {
    return convolved("conv2d", call(x, weight, numbers(stride, padding)));
  }

  /**
   * Convolution with bias.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Co, Ci, k, k)
   * @param bias (Co)
   */
  public static NDArray conv2d(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
    return groupedConv2d(x, weight, bias, stride, padding, 1);
  }

  /**
   * Convolution of groups of channels apart from each other, with bias.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Co, Ci / groups, k, k)
   * @param bias (Co)
   * @param groups a divisor of Ci and of Co
   * @return (N, Co, (H + 2 padding - k) / stride + 1, ...)
   */
  public static NDArray groupedConv2d(
      NDArray x, NDArray weight, NDArray bias, int stride, int padding, int groups) {
    if (GuardedConvolutions.needed() || LoweredConvolutions.on()) {
      return convolved("conv2d_biased", call(x, weight, bias, numbers(stride, padding, groups)));
    }
    return JniUtils.convolution(
        (PtNDArray) x,
        (PtNDArray) weight,
        (PtNDArray) bias,
        new Shape(stride, stride),
        new Shape(padding, padding),
        new Shape(1, 1),
        groups);
  }

  /**
   * Transposed convolution without bias.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Ci, Co, k, k)
   * @return (N, Co, (H - 1) stride - 2 padding + k + outputPadding, ...)
   */
  public static NDArray convTranspose2d(
      NDArray x, NDArray weight, int stride, int padding, int outputPadding) {
    return convolved("conv_transpose2d", call(x, weight, numbers(stride, padding, outputPadding)));
  }

  /**
   * Transposed convolution with bias.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Ci, Co, k, k)
   * @param bias (Co)
   */
  public static NDArray convTranspose2d(
      NDArray x, NDArray weight, NDArray bias, int stride, int padding, int outputPadding) {
    return convolved(
        "conv_transpose2d_biased", call(x, weight, bias, numbers(stride, padding, outputPadding)));
  }

  /**
   * Every pixel {@code scale} times in both directions: (N, C, H, W) to (N, C, scale H, scale W).
   */
  public static NDArray upsampleNearest(NDArray x, int scale) {
    return one("upsample_nearest", call(x, numbers(scale)));
  }

  /** Linear interpolation between half-pixel centres: (N, C, H, W) to (N, C, scale H, scale W). */
  public static NDArray upsampleBilinear(NDArray x, int scale) {
    return one("upsample_bilinear", call(x, numbers(scale)));
  }

  /**
   * Batch norm over all axes but the second, x (N, C) or (N, C, H, W). While training, the running
   * statistics are moved in place, the variance being the unbiased one.
   *
   * @param gamma scale (C)
   * @param beta shift (C)
   * @param runningMean (C)
   * @param runningVariance (C)
   * @param momentum weight of the new batch
   */
  public static NDArray batchNorm(
      NDArray x,
      NDArray gamma,
      NDArray beta,
      NDArray runningMean,
      NDArray runningVariance,
      boolean training,
      double momentum,
      double epsilon) {
    return JniUtils.batchNorm(
        (PtNDArray) x,
        (PtNDArray) runningMean,
        (PtNDArray) runningVariance,
        (PtNDArray) gamma,
        (PtNDArray) beta,
        training,
        momentum,
        epsilon);
  }

  /** x W^T + b for x (N, I), weight (O, I), bias (O). */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, (PtNDArray) bias);
  }

  /** Rows of a table (K, D) by index (N) int64: (N, D); the table's gradient is dense. */
  public static NDArray embedding(NDArray table, NDArray rows) {
    return JniUtils.embedding((PtNDArray) rows, (PtNDArray) table, false);
  }

  /** x for x &gt; 0, slope x otherwise. */
  public static NDArray leakyRelu(NDArray x, double slope) {
    return JniUtils.leakyRelu((PtNDArray) x, slope);
  }

  /** log(1 + e^x), exact for logits of any size: -log sigmoid(-x). */
  public static NDArray softplus(NDArray x) {
    return one("log_sigmoid", call(x.neg())).neg();
  }

  /**
   * Cross entropy of logits, each by itself: softplus(logits) - x logits.
   *
   * @param x what they should tell, 0 to 1; of the same shape
   */
  public static NDArray binaryCrossEntropy(NDArray logits, NDArray x) {
    return one("binary_cross_entropy", call(logits, x));
  }

  /**
   * The same array with channels innermost in memory, which convolutions are faster in; its shape
   * stays (N, C, H, W).
   */
  public static NDArray channelsLast(NDArray x) {
    return one("channels_last", call(x));
  }

  /** Eigenvalues of a symmetric matrix (d, d), ascending (d). */
  public static NDArray symmetricEigenvalues(NDArray matrix) {
    return one("eigvalsh", call(matrix));
  }

  /**
   * Eigenvalues, ascending (d), and eigenvectors in columns (d, d) of a symmetric matrix (d, d).
   */
  public static NDList symmetricEigen(NDArray matrix) {
    return TorchEngine.operators().run("eigh", call(matrix));
  }

  /**
   * The lower triangular factor (d, d) of a symmetric positive definite matrix (d, d), and a whole
   * number (): 0, or otherwise the order of the first leading minor that is not positive, the
   * factor then being of no use.
   */
  public static NDList cholesky(NDArray matrix) {
    return TorchEngine.operators().run("cholesky", call(matrix));
  }

  /** Adds the rows' products in place: to (d, d) += x^T x, for x (n, d). */
  public static void addGram(NDArray to, NDArray x) {
    inPlace("add_gram", new OperatorArchive.Call().with(List.of(to)).with(x));
  }

  /** Mean cross entropy of logits (N, K) with labels (N) int64, a scalar. */
  public static NDArray crossEntropy(NDArray logits, NDArray labels) {
    return one("cross_entropy", call(logits, labels));
  }

  /** The L2 norm of all arrays together, a scalar. */
  public static NDArray norm(List<NDArray> arrays) {
    return one("norm", new OperatorArchive.Call().with(arrays));
  }

  /** Copies values in place; shapes must match pair by pair. Call it without graphs. */
  public static void copyInto(List<NDArray> to, List<NDArray> from) {
    inPlace("copy_into", new OperatorArchive.Call().with(to).with(from));
  }

  /**
   * One Adam step in place (Kingma and Ba 2015, algorithm 1; epsilon after bias correction). On the
   * processor libtorch moves all parameters in one call; its kernel walks through memory, so
   * gradients of another memory order are brought into the parameter's first, and a parameter whose
   * means lie in another order is moved operator by operator, as on a GPU.
   *
   * @param first running means of the gradients
   * @param second running means of their squares
   * @param step number of this step, from 1
   */
  public static void adam(
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<NDArray> first,
      List<NDArray> second,
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      long step) {
    update(
        "adam",
        parameters,
        gradients,
        List.of(first, second),
        learningRate,
        beta1,
        beta2,
        epsilon,
        step);
  }

  /** One RMSProp step in place: s = alpha s + (1 - alpha) g^2; p -= lr g / (sqrt(s) + epsilon). */
  public static void rmsProp(
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<NDArray> squares,
      double learningRate,
      double alpha,
      double epsilon) {
    update("rmsprop", parameters, gradients, List.of(squares), learningRate, alpha, epsilon);
  }

  /** One step of gradient descent with momentum in place: b = momentum b + g; p -= lr b. */
  public static void sgd(
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<NDArray> buffers,
      double learningRate,
      double momentum) {
    update("sgd", parameters, gradients, List.of(buffers), learningRate, momentum);
  }

  /** Moves running means in place: average = decay average + (1 - decay) weight. */
  public static void average(List<NDArray> averages, List<NDArray> weights, double decay) {
    try (NDArray factor = doubles(averages.get(0), decay)) {
      inPlace("ema", new OperatorArchive.Call().with(averages).with(weights).with(factor));
    }
  }

  /** Clamps every value to [-bound, bound] in place. */
  public static void clamp(List<NDArray> parameters, double bound) {
    try (NDArray number = doubles(parameters.get(0), bound)) {
      inPlace("clamp_all", new OperatorArchive.Call().with(parameters).with(number));
    }
  }

  private static void update(
      String method,
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<List<NDArray>> state,
      double... settings) {
    OperatorArchive.Call call = new OperatorArchive.Call().with(parameters).with(gradients);
    state.forEach(call::with);
    try (NDArray numbers = doubles(parameters.get(0), settings)) {
      inPlace(method, call.with(numbers));
    }
  }

  /**
   * Runs a method that writes into its arguments; the handles it returns of them are dropped at
   * once.
   */
  private static void inPlace(String method, OperatorArchive.Call call) {
    TorchEngine.operators().run(method, call).close();
  }

  static OperatorArchive.Call call(NDArray... arrays) {
    OperatorArchive.Call call = new OperatorArchive.Call();
    for (NDArray each : arrays) {
      call.with(each);
    }
    return call;
  }

  /** As {@link #one}, by the convolutions that this thread computes with. */
  static NDArray convolved(String method, OperatorArchive.Call call) {
    return LoweredConvolutions.operators().run(method, call).get(0);
  }

  static NDArray one(String method, OperatorArchive.Call call) {
    return TorchEngine.operators().run(method, call).get(0);
  }

  /** Scalars travel as a float64 array on the CPU, so that reading them never waits for a GPU. */
  private static NDArray doubles(NDArray like, double... values) {
    return like.getManager().create(values, new Shape(values.length)).toDevice(Device.cpu(), false);
  }

  /** Whole numbers travel as int64 arrays on the CPU, made once. */
  static NDArray numbers(long... values) {
    List<Long> key = java.util.Arrays.stream(values).boxed().toList();
    return NUMBERS.computeIfAbsent(
        key, k -> ArrayScopes.outsideScopes(() -> TorchEngine.constants().create(values)));
  }

  /**
   * Scalars that layers always use, such as epsilons, travel as float64 arrays on the CPU, made
   * once.
   */
  static NDArray fractions(double... values) {
    List<Double> key = java.util.Arrays.stream(values).boxed().toList();
    return FRACTIONS.computeIfAbsent(
        key, k -> ArrayScopes.outsideScopes(() -> TorchEngine.constants().create(values)));
  }
}
