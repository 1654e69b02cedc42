package studio.saddlepoint.torch;

import static studio.saddlepoint.torch.Ops.call;
import static studio.saddlepoint.torch.Ops.fractions;
import static studio.saddlepoint.torch.Ops.numbers;
import static studio.saddlepoint.torch.Ops.one;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Layers of generative networks as functions, one operator each. All carry gradients. */
public final class LayerOps {
  /** Up to this side, two products of matrices are faster than a convolution of each channel. */
  private static final int SMALL = 64;

  private LayerOps() {}

  /**
   * A weight divided by an estimate of its spectral norm (Miyato et al. 2018, algorithm 1), which
   * power iterations on u, without a graph, bring closer; the gradient goes through the weight and
   * the norm, with u and v constant.
   *
   * @param weight of any shape; its outputs along {@code axis}
   * @param u (outputs), moved in place unless there are no iterations, which then takes it as it
   *     is, at unit length
   * @param axis 0, or 1 for a transposed convolution
   * @param epsilon the least length that is divided by
   * @return weight / sigma, sigma (), u (outputs) and v (the other axes together)
   */
  public static NDList spectralNorm(
      NDArray weight, NDArray u, int axis, int iterations, double epsilon) {
    return TorchEngine.operators()
        .run("spectral_norm", call(weight, u, numbers(iterations, axis), fractions(epsilon)));
  }

  /**
   * Batch norm with a scale and a shift for each example, x (N, C) or (N, C, H, W); the running
   * statistics are moved as by {@link Ops#batchNorm}.
   *
   * @param gamma scales (N, C)
   * @param beta shifts (N, C)
   * @param runningMean (C)
   * @param runningVariance (C)
   * @param momentum weight of the new batch
   */
  public static NDArray conditionalBatchNorm(
      NDArray x,
      NDArray gamma,
      NDArray beta,
      NDArray runningMean,
      NDArray runningVariance,
      boolean training,
      double momentum,
      double epsilon) {
    return one(
        "conditional_batch_norm",
        call(
            x,
            gamma,
            beta,
            runningMean,
            runningVariance,
            numbers(training ? 1 : 0),
            fractions(momentum, epsilon)));
  }

  /**
   * Each (n, c) over H, W to mean 0, variance 1; then a scale and a shift: for each channel, or for
   * each channel of each example (adaptive instance norm, Huang and Belongie 2017, equation 8).
   *
   * @param x (N, C, H, W)
   * @param gamma scale (C) or (N, C)
   * @param beta shift (C) or (N, C)
   */
  public static NDArray instanceNorm(NDArray x, NDArray gamma, NDArray beta, double epsilon) {
    return one("instance_norm", call(x, gamma, beta, fractions(epsilon)));
  }

  /** Each example of x (N, ...) to mean 0, variance 1; then gamma (...), beta (...). */
  public static NDArray layerNorm(NDArray x, NDArray gamma, NDArray beta, double epsilon) {
    return one("layer_norm", call(x, gamma, beta, fractions(epsilon)));
  }

  /** x / sqrt(mean over axis 1 of x^2 + epsilon), for (N, C) or (N, C, H, W). */
  public static NDArray pixelNorm(NDArray x, double epsilon) {
    return one("pixel_norm", call(x, fractions(epsilon)));
  }

  /**
   * Virtual batch norm (Salimans et al. 2016, section 3.4): the reference batch by its own
   * statistics per channel; every other example by those of the reference batch and itself.
   *
   * @param x (N, C) or (N, C, H, W), the reference batch first
   * @param references how many examples the reference batch has
   * @param gamma scale (C)
   * @param beta shift (C)
   */
  public static NDArray virtualBatchNorm(
      NDArray x, int references, NDArray gamma, NDArray beta, double epsilon) {
    return one("virtual_batch_norm", call(x, gamma, beta, numbers(references), fractions(epsilon)));
  }

  /**
   * How much the members of a group differ, as more channels (Karras et al. 2018, section 3):
   * sqrt(variance + 1e-8) over the group, its mean over channels and space.
   *
   * @param x (N, C, H, W); group j has the examples j, j + M, j + 2M, ... of M = N / group groups
   * @param group examples of a group, a divisor of N
   * @param features channels added, a divisor of C; each from its own share of the channels
   * @return (N, C + features, H, W)
   */
  public static NDArray minibatchDeviation(NDArray x, int group, int features) {
    return one("minibatch_stddev", call(x, numbers(group, features)));
  }

  /**
   * How near the others of the batch are, as more features (Salimans et al. 2016, section 3.2).
   *
   * @param x (N, A)
   * @param tensor (A, B, C)
   * @return (N, A + B)
   */
  public static NDArray minibatchDiscrimination(NDArray x, NDArray tensor) {
    return one("minibatch_discrimination", call(x, tensor));
  }

  /**
   * Self-attention over positions (Zhang et al. 2019, equations 1 to 4): gamma o + x.
   *
   * @param x (N, C, H, W)
   * @param query (Cq, C)
   * @param key (Cq, C)
   * @param value (Cv, C)
   * @param out (C, Cv)
   * @param gamma (1)
   * @return the output (N, C, H, W) and the attention (N, H W, H W), whose rows sum to 1
   */
  public static NDList selfAttention(
      NDArray x, NDArray query, NDArray key, NDArray value, NDArray out, NDArray gamma) {
    return TorchEngine.operators().run("self_attention", call(x, query, key, value, out, gamma));
  }

  /**
   * Pixels by linear interpolation between four pixels of the same picture. Gradients of any order
   * go to x, which libtorch's own grid sampler does not give.
   *
   * @param x (N, C, H, W)
   * @param index int64 (N, H W): the upper left one of the four for each pixel, counted row by row
   * @param fractions (N, 2, H W), of x's type: how far each place is to the right of that one and
   *     below it, 0 to 1, and 0 where there is no pixel beyond; or no numbers at all where the
   *     pixels of the index are taken as they are
   * @return (N, C, H, W)
   */
  public static NDArray samplePixels(NDArray x, NDArray index, NDArray fractions) {
    return one("sample_pixels", call(x, index, fractions));
  }

  /** Means of {@code size} by {@code size} pixels: (N, C, H, W) to (N, C, H / size, W / size). */
  public static NDArray averagePool(NDArray x, int size) {
    return one("average_pool", call(x, numbers(size)));
  }

  /**
   * The largest of {@code size} by {@code size} pixels: (N, C, H, W) to (N, C, H / size, W / size).
   */
  public static NDArray maxPool(NDArray x, int size) {
    return one("max_pool", call(x, numbers(size)));
  }

  /**
   * Convolution, stride 1, with a kernel of its own for each example: the weight scaled by the
   * example's style along the input channels and, if demodulated, to unit length for each output
   * (Karras et al. 2020, equations 1 and 3).
   *
   * @param x (N, Ci, H, W)
   * @param weight (Co, Ci, k, k)
   * @param style (N, Ci)
   * @param epsilon added to the squared length
   * @return (N, Co, H + 2 padding - k + 1, ...)
   */
  public static NDArray modulatedConv2d(
      NDArray x, NDArray weight, NDArray style, int padding, boolean demodulate, double epsilon) {
    return Ops.convolved(
        "modulated_conv2d",
        call(x, weight, style, numbers(padding, demodulate ? 1 : 0), fractions(epsilon)));
  }

  /**
   * As {@link #modulatedConv2d}, demodulated, of x with a zero behind each number in both
   * directions, and without padding: what comes out is to be smoothed, see {@link #blur}.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Co, Ci, k, k)
   * @param style (N, Ci)
   * @param epsilon added to the squared length
   * @return (N, Co, 2 H - 2 + k, ...)
   */
  public static NDArray modulatedConv2dDoubling(
      NDArray x, NDArray weight, NDArray style, double epsilon) {
    return Ops.convolved("modulated_conv2d_doubling", call(x, weight, style, fractions(epsilon)));
  }

  /**
   * Enlarges by zeros in between, pads, smooths by a separable kernel and takes every so many
   * pixels (StyleGAN2's upfirdn).
   *
   * @param x (N, C, H, W)
   * @param taps one side of the kernel, scaled here to the sum 1
   * @param up each pixel becomes this many in both directions, zeros but the first
   * @param down every so many pixels are kept
   * @param before zeros added above and at the left
   * @param after zeros added below and at the right
   * @param gain factor of the kernel
   */
  public static NDArray blur(
      NDArray x, double[] taps, int up, int down, int before, int after, double gain) {
    if (Math.max(x.getShape().get(2), x.getShape().get(3)) * Math.max(1, up / down) <= SMALL) {
      Resampling line = new Resampling(taps, up, down, before, after, Math.sqrt(gain));
      return one("resample", call(x, line.rows(x), line.columns(x)));
    }
    return one("blur", call(x, fractions(taps), numbers(up, down, before, after), fractions(gain)));
  }

  /**
   * Dense layer with an equalized learning rate: x (W m / sqrt(I))^T + b m.
   *
   * @param x (N, I)
   * @param weight (O, I)
   * @param bias (O)
   * @param multiplier m
   */
  public static NDArray equalizedLinear(
      NDArray x, NDArray weight, NDArray bias, double multiplier) {
    return equalizedLinear(x, weight, bias, multiplier, 1);
  }

  /**
   * As {@link #equalizedLinear(NDArray, NDArray, NDArray, double)}, the weight times a gain, too.
   */
  public static NDArray equalizedLinear(
      NDArray x, NDArray weight, NDArray bias, double multiplier, double gain) {
    double scale = gain * multiplier / Math.sqrt(weight.getShape().get(1));
    return one("equalized_linear", call(x, weight, bias, fractions(scale, multiplier)));
  }

  /**
   * Convolution with an equalized learning rate: weight m / sqrt(Ci k k), bias m.
   *
   * @param x (N, Ci, H, W)
   * @param weight (Co, Ci, k, k)
   * @param bias (Co)
   * @param multiplier m
   */
  public static NDArray equalizedConv2d(
      NDArray x, NDArray weight, NDArray bias, int stride, int padding, double multiplier) {
    return equalizedConv2d(x, weight, bias, stride, padding, multiplier, 1);
  }

  /**
   * As {@link #equalizedConv2d(NDArray, NDArray, NDArray, int, int, double)}, the weight times a
   * gain, too.
   */
  public static NDArray equalizedConv2d(
      NDArray x,
      NDArray weight,
      NDArray bias,
      int stride,
      int padding,
      double multiplier,
      double gain) {
    return Ops.convolved(
        "equalized_conv2d",
        call(
            x,
            weight,
            bias,
            numbers(stride, padding),
            fractions(gain * equalizing(weight, multiplier), multiplier)));
  }

  /**
   * As {@link #equalizedConv2d(NDArray, NDArray, NDArray, int, int, double, double)}, without a
   * bias.
   */
  public static NDArray equalizedConv2d(
      NDArray x, NDArray weight, int stride, int padding, double multiplier, double gain) {
    return Ops.convolved(
        "equalized_conv2d_plain",
        call(
            x, weight, numbers(stride, padding), fractions(gain * equalizing(weight, multiplier))));
  }

  private static double equalizing(NDArray weight, double multiplier) {
    double fanIn = (double) weight.size() / weight.getShape().get(0);
    return multiplier / Math.sqrt(fanIn);
  }

  /**
   * x + weight noise.
   *
   * @param x (N, C, H, W)
   * @param noise (N, 1, H, W) or (1, 1, H, W)
   * @param weight (C) or (1)
   */
  public static NDArray addNoise(NDArray x, NDArray noise, NDArray weight) {
    return one("add_noise", call(x, noise, weight));
  }

  /** x (N, C, H, W) + bias (C). */
  public static NDArray addBias(NDArray x, NDArray bias) {
    return one("add_bias", call(x, bias));
  }

  /** gain x where positive, gain slope x elsewhere. */
  public static NDArray leakyRelu(NDArray x, double slope, double gain) {
    return one("leaky_relu_gain", call(x, fractions(slope, gain)));
  }

  /** max(x, 0) in the place of x, which its gradient does not need. */
  public static NDArray reluOver(NDArray x) {
    return one("relu_over", call(x));
  }

  /** x for x &gt; 0, slope x otherwise, in the place of x; the slope is not negative. */
  public static NDArray leakyReluOver(NDArray x, double slope) {
    return one("leaky_relu_over", call(x, fractions(slope)));
  }

  /** x + sigma noise, the noise of x's shape (instance noise, Sonderby et al. 2017). */
  public static NDArray instanceNoise(NDArray x, NDArray noise, double sigma) {
    return x.add(Scalars.mul(noise, sigma));
  }
}
