package studio.saddlepoint.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.nn.conv.Conv2d;
import studio.saddlepoint.nn.conv.ConvTranspose2d;
import studio.saddlepoint.nn.conv.DepthwiseSum;
import studio.saddlepoint.nn.conv.GroupedConv2d;
import studio.saddlepoint.nn.conv.GroupedResidual;
import studio.saddlepoint.nn.conv.LearntBasis;
import studio.saddlepoint.nn.conv.Linear;
import studio.saddlepoint.nn.conv.Pointwise;
import studio.saddlepoint.nn.conv.SelfAttention;
import studio.saddlepoint.nn.minibatch.MinibatchDeviation;
import studio.saddlepoint.nn.minibatch.MinibatchDiscrimination;
import studio.saddlepoint.nn.minibatch.VirtualBatchNorm;
import studio.saddlepoint.nn.minibatch.WithReference;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.nn.norm.ConditionalBatchNorm;
import studio.saddlepoint.nn.norm.InstanceNorm;
import studio.saddlepoint.nn.norm.LayerNorm;
import studio.saddlepoint.nn.style.AdaptiveInstanceNorm;
import studio.saddlepoint.nn.style.AdaptiveLayer;
import studio.saddlepoint.nn.style.Blur;
import studio.saddlepoint.nn.style.EqualizedConv2d;
import studio.saddlepoint.nn.style.EqualizedLinear;
import studio.saddlepoint.nn.style.ModulatedConv2d;
import studio.saddlepoint.nn.style.NoiseInjection;
import studio.saddlepoint.nn.style.StyledConv2d;
import studio.saddlepoint.nn.style.ToRgb;
import studio.saddlepoint.torch.TorchEngine;

/** Gradients of every layer against central differences, in float64. */
class LayerGradientTest {
  private static final SplittableRandom R = new SplittableRandom(8);
  private static final NDManager NUMBERS = TorchEngine.manager(Device.cpu());

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  static Stream<Arguments> layers() {
    WeightInitializer normal = new WeightInitializer(new SplittableRandom(7), 0, 0.5);
    Shape picture = new Shape(3, 2, 6, 6);
    Shape row = new Shape(4, 5);
    return Stream.of(
        Arguments.of("conv2d", new Conv2d(2, 3, 4, 2, 1, true, normal), picture),
        Arguments.of("conv2d no bias", new Conv2d(2, 3, 3, 1, 1, false, normal), picture),
        Arguments.of("transposed", new ConvTranspose2d(2, 3, 4, 2, 1, true, normal), picture),
        Arguments.of("linear", new Linear(5, 3, normal), row),
        Arguments.of("batch norm", new BatchNorm(2, normal.aroundOne()), picture),
        Arguments.of("batch norm dense", new BatchNorm(5, normal.aroundOne()), row),
        Arguments.of("leaky relu", StatelessLayer.leakyRelu(0.2), picture),
        Arguments.of("tanh", StatelessLayer.tanh(), row),
        Arguments.of("upsample", StatelessLayer.upsample(2), picture),
        Arguments.of("average pooling", StatelessLayer.averagePool(2), picture),
        Arguments.of("max pooling", StatelessLayer.maxPool(2), picture),
        Arguments.of("leaky relu of a small slope", StatelessLayer.leakyRelu(0.01), picture),
        Arguments.of("sum over space", StatelessLayer.sumOverSpace(), picture),
        Arguments.of("elu", StatelessLayer.elu(), row),
        Arguments.of("sigmoid", StatelessLayer.sigmoid(), row),
        Arguments.of(
            "conditional batch norm",
            new Told(
                new ConditionalBatchNorm(2, 3, normal.aroundOne()),
                context -> context.withClasses(shares(3, 3))),
            picture),
        Arguments.of("instance norm", new InstanceNorm(2, normal.aroundOne()), picture),
        Arguments.of("layer norm", new LayerNorm(new Shape(2, 6, 6), normal.aroundOne()), picture),
        Arguments.of("self-attention", new SelfAttention(4, normal), new Shape(2, 4, 3, 3)),
        Arguments.of(
            "spectral norm",
            evaluated(
                new Sequence()
                    .add(new Conv2d(2, 3, 3, 1, 1, true, normal).spectral(R))
                    .add(new ConvTranspose2d(3, 2, 4, 2, 1, true, normal).spectral(R))
                    .add(new Conv2d(2, 5, 12, 1, 0, true, normal).spectral(R))
                    .add(new ConvTranspose2d(5, 2, 2, 1, 0, true, normal).spectral(R))
                    .add(StatelessLayer.reshape(new Shape(8)))
                    .add(new Linear(8, 3, normal).spectral(R))),
            picture),
        Arguments.of(
            "spectral attention",
            evaluated(new SelfAttention(4, normal).spectral(R)),
            new Shape(2, 4, 3, 3)),
        Arguments.of("minibatch deviation", new MinibatchDeviation(4, 1), picture),
        Arguments.of("minibatch discrimination", new MinibatchDiscrimination(5, 3, 2, normal), row),
        Arguments.of(
            "virtual batch norm",
            new WithReference(
                new Sequence()
                    .add(new Conv2d(2, 3, 4, 2, 1, false, normal))
                    .add(new VirtualBatchNorm(3, normal.aroundOne()))
                    .add(StatelessLayer.tanh())
                    .add(new MinibatchDeviation(4, 1)),
                new Shape(4, 2, 6, 6),
                normal),
            picture),
        Arguments.of(
            "virtual batch norm dense",
            new WithReference(
                new Sequence()
                    .add(new VirtualBatchNorm(5, normal.aroundOne()))
                    .add(new MinibatchDiscrimination(5, 3, 2, normal)),
                new Shape(3, 5),
                normal),
            row),
        Arguments.of("upsample bilinear", StatelessLayer.upsampleBilinear(2), picture),
        Arguments.of("leaky relu with gain", StatelessLayer.leakyRelu(0.2, 1.5), picture),
        Arguments.of("pixel norm", StatelessLayer.pixelNorm(), picture),
        Arguments.of("blur", Blur.same(new double[] {1, 3, 3, 1}), picture),
        Arguments.of("blur up", Blur.enlarging(new double[] {1, 3, 3, 1}, 2), picture),
        Arguments.of(
            "blur before a stride", Blur.beforeStride(new double[] {1, 3, 3, 1}, 2, 3), picture),
        Arguments.of("blur down", Blur.shrinking(new double[] {1, 2, 1}, 2), picture),
        Arguments.of("blur up by three", Blur.enlarging(new double[] {1, 2, 1}, 2), picture),
        Arguments.of("pointwise", new Pointwise(2, 3, true, normal), picture),
        Arguments.of("pointwise no bias", new Pointwise(2, 3, false, normal), picture),
        Arguments.of(
            "grouped conv2d", new GroupedConv2d(4, 6, 3, 2, normal), new Shape(2, 4, 5, 5)),
        Arguments.of("depthwise conv2d", new GroupedConv2d(2, 2, 3, 2, normal), picture),
        Arguments.of(
            "grouped residual",
            new GroupedResidual(
                2,
                6,
                3,
                () -> StatelessLayer.leakyRelu(0.2, 1.4),
                new GroupedResidual.FirstWeights(normal, normal, normal)),
            picture),
        Arguments.of("learnt basis", new LearntBasis(5, 3, 4, normal, normal), row),
        Arguments.of("depthwise sum", new DepthwiseSum(2, 6, normal), picture),
        Arguments.of("equalized linear", new EqualizedLinear(5, 3, 0.5, R), row),
        Arguments.of(
            "equalized conv2d no bias", new EqualizedConv2d(2, 3, 3, 1, 1, false, R), picture),
        Arguments.of("equalized conv2d", new EqualizedConv2d(2, 3, 4, 2, 1, R), picture),
        Arguments.of(
            "adaptive instance norm",
            new Told(
                new AdaptiveInstanceNorm(2, 4, R), context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of(
            "modulated conv2d",
            new Told(
                new ModulatedConv2d(2, 3, 3, 4, true, R),
                context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of(
            "modulated conv2d of few channels",
            new Told(
                new ModulatedConv2d(2, 2, 1, 4, false, R),
                context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of(
            "styled conv2d",
            new Told(
                new StyledConv2d(
                    new ModulatedConv2d(2, 3, 3, 4, true, R), 3, 6, StatelessLayer.tanh(), R),
                context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of(
            "styled conv2d that doubles",
            new Told(
                new StyledConv2d(
                    ModulatedConv2d.doubling(2, 3, new double[] {1, 3, 3, 1}, 4, R),
                    3,
                    12,
                    StatelessLayer.tanh(),
                    R),
                context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of(
            "to rgb",
            new Told(new ToRgb(2, 3, 4, R), context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of(
            "adaptive layer",
            new Told(
                new AdaptiveLayer(
                    new EqualizedConv2d(2, 3, 3, 1, 1, false, R),
                    3,
                    6,
                    4,
                    StatelessLayer.leakyRelu(0.2),
                    R),
                context -> context.withStyles(shares(3, 4))),
            picture),
        Arguments.of("noise injection", new NoiseInjection(2, 6, 6, true, R), picture),
        Arguments.of(
            "dropout",
            new Told(
                new Dropout(0.3),
                context -> context.withDropout((like, shape) -> shares(4, 5).reshape(shape))),
            row),
        Arguments.of("channels last", StatelessLayer.channelsLast(), picture),
        Arguments.of("reshape", StatelessLayer.reshape(new Shape(72)), picture),
        Arguments.of(
            "sequence",
            new Sequence()
                .add(StatelessLayer.channelsLast())
                .add(new Conv2d(2, 3, 4, 2, 1, false, normal))
                .add(new BatchNorm(3, normal.aroundOne()))
                .add(StatelessLayer.relu())
                .add(new ConvTranspose2d(3, 1, 4, 2, 1, true, normal))
                .add(StatelessLayer.tanh()),
            picture));
  }

  /** A layer in passes that tell it something. */
  private static final class Told extends Layer {
    private final Layer layer;
    private final UnaryOperator<ForwardContext> tell;

    Told(Layer layer, UnaryOperator<ForwardContext> tell) {
      this.layer = addChildBlock("layer", layer);
      this.tell = tell;
    }

    @Override
    public NDArray apply(NDArray x, boolean training) {
      return layer.apply(x, tell.apply(ForwardContext.of(training)));
    }

    @Override
    protected Shape outputShape(Shape input) {
      return layer.outputShape(input);
    }
  }

  /** Spectral norm's u stays only when it is not training. */
  private static Layer evaluated(Layer layer) {
    return new Told(layer, context -> ForwardContext.of(false));
  }

  /** Fixed numbers in 0..1, (rows, columns) float64. */
  private static NDArray shares(int rows, int columns) {
    double[] values = new Random(rows).doubles((long) rows * columns).toArray();
    return NUMBERS.create(values, new Shape(rows, columns));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void gradientsAgreeWithCentralDifferences(String name, Layer layer, Shape input) {
    GradientCheck.first(name, layer, input);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void penaltiesOfGradientsDifferentiateToo(String name, Layer layer, Shape input) {
    GradientCheck.second(name, layer, input);
  }
}
