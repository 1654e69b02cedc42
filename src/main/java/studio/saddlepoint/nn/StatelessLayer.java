package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.function.UnaryOperator;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.script.ScriptText;

/** A layer without weights. */
public final class StatelessLayer extends Layer {
  private final String name;
  private final Kind kind;
  private final UnaryOperator<NDArray> function;
  private final UnaryOperator<NDArray> over;
  private final UnaryOperator<Shape> shape;
  private final Window window;
  private final Written written;

  private StatelessLayer(
      String name,
      UnaryOperator<NDArray> function,
      UnaryOperator<Shape> shape,
      Window window,
      Written written) {
    this.name = name;
    this.kind = Kind.OTHER;
    this.function = function;
    this.over = function;
    this.shape = shape;
    this.window = window;
    this.written = written;
  }

  /** A function of each number, which leaves shapes as they are. */
  private StatelessLayer(String name, Kind kind, UnaryOperator<NDArray> function, Written written) {
    this(name, kind, function, function, written);
  }

  /** Likewise, with a way that writes over its input; its gradients come from the output. */
  private StatelessLayer(
      String name,
      Kind kind,
      UnaryOperator<NDArray> function,
      UnaryOperator<NDArray> over,
      Written written) {
    this.name = name;
    this.kind = kind;
    this.function = function;
    this.over = over;
    this.shape = UnaryOperator.identity();
    this.window = Window.POINT;
    this.written = written;
  }

  /** What a layer without weights does to numbers. */
  private enum Kind {
    /** Bends each number by a curve: an activation. */
    BENDS,
    OTHER
  }

  /** The function as TorchScript, see {@link Layer#script}. */
  private interface Written {
    String script(ScriptPass pass, String x);

    /** An expression of the input, in the place of {@code %s}. */
    static Written as(String expression) {
      return (pass, x) -> pass.let(ScriptText.of(expression, x));
    }

    /** An operator of the archive. */
    static Written call(String operator, String numbers) {
      return (pass, x) -> pass.call(operator, x, numbers);
    }

    /** Not written down. */
    static String never(ScriptPass pass, String x) {
      throw new UnsupportedOperationException("no layer of a generator");
    }
  }

  /** max(x, 0). */
  public static StatelessLayer relu() {
    return new StatelessLayer(
        "ReLU", Kind.BENDS, Activation::relu, LayerOps::reluOver, Written.as("torch.relu(%s)"));
  }

  /** x where positive, slope x elsewhere. */
  public static StatelessLayer leakyRelu(double slope) {
    return new StatelessLayer(
        "leaky ReLU " + ScriptText.number(slope),
        Kind.BENDS,
        x -> Ops.leakyRelu(x, slope),
        x -> slope < 0 ? Ops.leakyRelu(x, slope) : LayerOps.leakyReluOver(x, slope),
        Written.as("torch.leaky_relu(%s, " + ScriptText.number(slope) + ")"));
  }

  /**
   * gain x where positive, gain slope x elsewhere; a gain of sqrt(2) keeps the variance (Karras et
   * al. 2020).
   */
  public static StatelessLayer leakyRelu(double slope, double gain) {
    return new StatelessLayer(
        "leaky ReLU " + ScriptText.number(slope),
        Kind.BENDS,
        x -> LayerOps.leakyRelu(x, slope, gain),
        Written.call("leaky_relu_gain", ScriptText.floats(slope, gain)));
  }

  /** x where positive, e^x - 1 elsewhere (Clevert et al. 2016). */
  public static StatelessLayer elu() {
    return new StatelessLayer(
        "ELU", Kind.BENDS, x -> Activation.elu(x, 1), Written.as("torch.elu(%s)"));
  }

  /** 1 / (1 + e^-x). */
  public static StatelessLayer sigmoid() {
    return new StatelessLayer(
        "sigmoid", Kind.BENDS, Activation::sigmoid, Written.as("torch.sigmoid(%s)"));
  }

  /** tanh(x). */
  public static StatelessLayer tanh() {
    return new StatelessLayer("tanh", Kind.BENDS, NDArray::tanh, Written.as("torch.tanh(%s)"));
  }

  /** A function of each number, not for generators, which are written down. */
  public static StatelessLayer elementwise(UnaryOperator<NDArray> function) {
    return new StatelessLayer("curve", Kind.BENDS, function, Written::never);
  }

  /** Each number times another one. */
  public static StatelessLayer scaled(double factor) {
    return new StatelessLayer(
        "scale",
        Kind.OTHER,
        x -> Scalars.mul(x, factor),
        Written.as("torch.mul(%s, " + ScriptText.number(factor) + ")"));
  }

  /** Nearest-neighbour enlargement of (N, C, H, W). */
  public static StatelessLayer upsample(int scale) {
    return new StatelessLayer(
        "nearest neighbours",
        x -> Ops.upsampleNearest(x, scale),
        s -> new Shape(s.get(0), s.get(1), s.get(2) * scale, s.get(3) * scale),
        Window.turned(scale, scale, 0),
        Written.call("upsample_nearest", ScriptText.ints(scale)));
  }

  /** Linear enlargement of (N, C, H, W). */
  public static StatelessLayer upsampleBilinear(int scale) {
    return new StatelessLayer(
        "bilinear",
        x -> Ops.upsampleBilinear(x, scale),
        s -> new Shape(s.get(0), s.get(1), s.get(2) * scale, s.get(3) * scale),
        Window.turned(2L * scale, scale, scale / 2),
        Written.call("upsample_bilinear", ScriptText.ints(scale)));
  }

  /** Each position to unit mean square over its channels (Karras et al. 2018, section 4.2). */
  public static StatelessLayer pixelNorm() {
    return new StatelessLayer(
        "pixel norm",
        Kind.OTHER,
        x -> LayerOps.pixelNorm(x, 1e-8),
        Written.call("pixel_norm", ScriptText.floats(1e-8)));
  }

  /** Means of {@code size} by {@code size} pixels of (N, C, H, W). */
  public static StatelessLayer averagePool(int size) {
    return new StatelessLayer(
        "average pool",
        x -> LayerOps.averagePool(x, size),
        s -> new Shape(s.get(0), s.get(1), s.get(2) / size, s.get(3) / size),
        Window.of(size, size, 0),
        Written.call("average_pool", ScriptText.ints(size)));
  }

  /** The largest of {@code size} by {@code size} pixels of (N, C, H, W). */
  public static StatelessLayer maxPool(int size) {
    return new StatelessLayer(
        "max pool",
        x -> LayerOps.maxPool(x, size),
        s -> new Shape(s.get(0), s.get(1), s.get(2) / size, s.get(3) / size),
        Window.of(size, size, 0),
        Written.call("max_pool", ScriptText.ints(size)));
  }

  /** Sums over space: (N, C, H, W) to (N, C). */
  public static StatelessLayer sumOverSpace() {
    return new StatelessLayer(
        "sum",
        x -> x.sum(new int[] {2, 3}),
        s -> new Shape(s.get(0), s.get(1)),
        Window.ALL,
        Written.as("torch.sum(%s, [2, 3])"));
  }

  /** Channels-last memory order from here on; shape and numbers stay. */
  public static StatelessLayer channelsLast() {
    return new StatelessLayer(
        "memory order",
        Kind.OTHER,
        Ops::channelsLast,
        Written.as("torch.contiguous(%s, memory_format=2)"));
  }

  /**
   * Another shape for each example.
   *
   * @param each the shape without the batch axis
   */
  public static StatelessLayer reshape(Shape each) {
    return new StatelessLayer(
        "reshape",
        x -> x.reshape(new Shape(x.getShape().get(0)).addAll(each)),
        s -> new Shape(s.get(0)).addAll(each),
        Window.ALL,
        (pass, x) -> pass.reshaped(x, each.getShape()));
  }

  /** What a person calls it. */
  public String name() {
    return name;
  }

  /** Whether it bends each number by a curve: an activation. */
  public boolean bends() {
    return kind == Kind.BENDS;
  }

  @Override
  public Window window() {
    return window;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return function.apply(x);
  }

  @Override
  public NDArray applyOver(NDArray x, ForwardContext context) {
    return over.apply(x);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return written.script(pass, x);
  }

  @Override
  protected Shape outputShape(Shape input) {
    return shape.apply(input);
  }
}
