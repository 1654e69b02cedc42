package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Smooths (N, C, H, W) by a separable kernel, alone or while its size changes, so that neither
 * jagged nor checkered patterns arise (Zhang 2019; pads and gains as in StyleGAN2).
 */
public final class Blur extends Layer {
  private final double[] taps;
  private final int up;
  private final int down;
  private final int before;
  private final int after;
  private final double gain;

  private Blur(double[] taps, int up, int down, int before, int after) {
    this(taps, up, down, before, after, (double) up * up);
  }

  private Blur(double[] taps, int up, int down, int before, int after, double gain) {
    this.gain = gain;
    this.taps = taps.clone();
    this.up = up;
    this.down = down;
    this.before = before;
    this.after = after;
  }

  /**
   * Keeps the size.
   *
   * @param taps one side of the kernel, such as 1, 3, 3, 1; their sum does not matter
   */
  public static Blur same(double[] taps) {
    return new Blur(taps, 1, 1, taps.length / 2, (taps.length - 1) / 2);
  }

  /** Makes pictures {@code scale} times as large in both directions. */
  public static Blur enlarging(double[] taps, int scale) {
    int t = taps.length;
    return new Blur(taps, scale, 1, (t + scale - 1) / 2, (t - scale) / 2);
  }

  /** Makes pictures {@code scale} times as small in both directions. */
  public static Blur shrinking(double[] taps, int scale) {
    int t = taps.length;
    return new Blur(taps, 1, scale, (t - scale + 1) / 2, (t - scale) / 2);
  }

  /**
   * Smooths before a convolution without padding whose stride makes pictures smaller: with it, each
   * output lies in the middle of the pixels that it stands for.
   *
   * @param taps one side of the kernel
   * @param stride of the convolution
   * @param kernel of the convolution
   */
  public static Blur beforeStride(double[] taps, int stride, int kernel) {
    int padding = taps.length - stride + kernel - 1;
    return new Blur(taps, 1, 1, (padding + 1) / 2, padding / 2);
  }

  /**
   * Smooths behind a transposed convolution without padding, whose stride makes pictures larger:
   * the same as {@link #enlarging} before a convolution, but for the edges, with less work.
   *
   * @param taps one side of the kernel
   * @param stride of the convolution
   * @param kernel of the convolution
   */
  public static Blur afterStride(double[] taps, int stride, int kernel) {
    int padding = taps.length - stride - kernel + 1;
    return new Blur(
        taps,
        1,
        1,
        (padding + 1) / 2 + stride - 1,
        padding / 2 + stride - 1,
        (double) stride * stride);
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return LayerOps.blur(x, taps, up, down, before, after, gain);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String line = pass.let("torch.tensor(" + ScriptText.floats(taps) + ")");
    return pass.call(
        "blur", x, line, ScriptText.ints(up, down, before, after), ScriptText.floats(gain));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), in.get(1), out(in.get(2)), out(in.get(3)));
  }

  private long out(long size) {
    return (size * up + before + after - taps.length) / down + 1;
  }
}
