package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.function.UnaryOperator;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;

/** A layer without weights. */
public final class StatelessLayer extends Layer {
  private final UnaryOperator<NDArray> function;
  private final UnaryOperator<Shape> shape;

  private StatelessLayer(UnaryOperator<NDArray> function, UnaryOperator<Shape> shape) {
    this.function = function;
    this.shape = shape;
  }

  /** max(x, 0). */
  public static StatelessLayer relu() {
    return new StatelessLayer(Activation::relu, UnaryOperator.identity());
  }

  /** x where positive, slope x elsewhere. */
  public static StatelessLayer leakyRelu(double slope) {
    return new StatelessLayer(x -> Ops.leakyRelu(x, slope), UnaryOperator.identity());
  }

  /**
   * gain x where positive, gain slope x elsewhere; a gain of sqrt(2) keeps the variance (Karras et
   * al. 2020).
   */
  public static StatelessLayer leakyRelu(double slope, double gain) {
    return new StatelessLayer(x -> LayerOps.leakyRelu(x, slope, gain), UnaryOperator.identity());
  }

  /** x where positive, e^x - 1 elsewhere (Clevert et al. 2016). */
  public static StatelessLayer elu() {
    return new StatelessLayer(x -> Activation.elu(x, 1), UnaryOperator.identity());
  }

  /** 1 / (1 + e^-x). */
  public static StatelessLayer sigmoid() {
    return new StatelessLayer(Activation::sigmoid, UnaryOperator.identity());
  }

  /** tanh(x). */
  public static StatelessLayer tanh() {
    return new StatelessLayer(NDArray::tanh, UnaryOperator.identity());
  }

  /** A function of each number. */
  public static StatelessLayer elementwise(UnaryOperator<NDArray> function) {
    return new StatelessLayer(function, UnaryOperator.identity());
  }

  /** Nearest-neighbour enlargement of (N, C, H, W). */
  public static StatelessLayer upsample(int scale) {
    return new StatelessLayer(
        x -> Ops.upsampleNearest(x, scale),
        s -> new Shape(s.get(0), s.get(1), s.get(2) * scale, s.get(3) * scale));
  }

  /** Linear enlargement of (N, C, H, W). */
  public static StatelessLayer upsampleBilinear(int scale) {
    return new StatelessLayer(
        x -> Ops.upsampleBilinear(x, scale),
        s -> new Shape(s.get(0), s.get(1), s.get(2) * scale, s.get(3) * scale));
  }

  /** Each position to unit mean square over its channels (Karras et al. 2018, section 4.2). */
  public static StatelessLayer pixelNorm() {
    return new StatelessLayer(x -> LayerOps.pixelNorm(x, 1e-8), UnaryOperator.identity());
  }

  /** Means of {@code size} by {@code size} pixels of (N, C, H, W). */
  public static StatelessLayer averagePool(int size) {
    return new StatelessLayer(
        x -> LayerOps.averagePool(x, size),
        s -> new Shape(s.get(0), s.get(1), s.get(2) / size, s.get(3) / size));
  }

  /** The largest of {@code size} by {@code size} pixels of (N, C, H, W). */
  public static StatelessLayer maxPool(int size) {
    return new StatelessLayer(
        x -> LayerOps.maxPool(x, size),
        s -> new Shape(s.get(0), s.get(1), s.get(2) / size, s.get(3) / size));
  }

  /** Sums over space: (N, C, H, W) to (N, C). */
  public static StatelessLayer sumOverSpace() {
    return new StatelessLayer(x -> x.sum(new int[] {2, 3}), s -> new Shape(s.get(0), s.get(1)));
  }

  /** Channels-last memory order from here on; shape and numbers stay. */
  public static StatelessLayer channelsLast() {
    return new StatelessLayer(Ops::channelsLast, UnaryOperator.identity());
  }

  /**
   * Another shape for each example.
   *
   * @param each the shape without the batch axis
   */
  public static StatelessLayer reshape(Shape each) {
    return new StatelessLayer(
        x -> x.reshape(new Shape(x.getShape().get(0)).addAll(each)),
        s -> new Shape(s.get(0)).addAll(each));
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return function.apply(x);
  }

  @Override
  protected Shape outputShape(Shape input) {
    return shape.apply(input);
  }
}
