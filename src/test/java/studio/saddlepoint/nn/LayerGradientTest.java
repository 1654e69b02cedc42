package studio.saddlepoint.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/** Gradients of every layer against central differences, in float64. */
class LayerGradientTest {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final int PROBES = 6;

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
                Arguments.of(
                        "transposed", new ConvTranspose2d(2, 3, 4, 2, 1, true, normal), picture),
                Arguments.of("linear", new Linear(5, 3, normal), row),
                Arguments.of("batch norm", new BatchNorm(2, normal.aroundOne()), picture),
                Arguments.of("batch norm dense", new BatchNorm(5, normal.aroundOne()), row),
                Arguments.of("leaky relu", Function.leakyRelu(0.2), picture),
                Arguments.of("tanh", Function.tanh(), row),
                Arguments.of("upsample", Function.upsample(2), picture),
                Arguments.of("channels last", Function.channelsLast(), picture),
                Arguments.of("reshape", Function.reshape(new Shape(72)), picture),
                Arguments.of(
                        "sequence",
                        new Sequence()
                                .add(Function.channelsLast())
                                .add(new Conv2d(2, 3, 4, 2, 1, false, normal))
                                .add(new BatchNorm(3, normal.aroundOne()))
                                .add(Function.relu())
                                .add(new ConvTranspose2d(3, 1, 4, 2, 1, true, normal))
                                .add(Function.tanh()),
                        picture));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void gradientsAgreeWithCentralDifferences(String name, Layer layer, Shape input) {
        Autograd.enable(true);
        try (NDManager manager = TorchEngine.manager(Device.cpu());
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            layer.initialize(manager, DataType.FLOAT64, input);
            Random random = new Random(3);
            NDArray x = random(manager, input, random);
            NDArray y = layer.apply(x, true);
            assertEquals(
                    y.getShape(), layer.getOutputShapes(new Shape[] {input})[0], name + " shape");
            NDArray direction = random(manager, y.getShape(), random);
            List<NDArray> of = new ArrayList<>(List.of(x));
            for (Pair<String, Parameter> each : layer.getParameters()) {
                if (each.getValue().requiresGradient()) {
                    of.add(each.getValue().getArray());
                }
            }
            List<NDArray> gradients = Autograd.gradients(y.mul(direction).sum(), of);
            for (int i = 0; i < of.size(); i++) {
                double[] gradient = gradients.get(i).toDoubleArray();
                for (int probe = 0; probe < PROBES; probe++) {
                    int at = random.nextInt(gradient.length);
                    double slope =
                            (value(layer, x, direction, of.get(i), at, STEP)
                                            - value(layer, x, direction, of.get(i), at, -STEP))
                                    / (2 * STEP);
                    assertEquals(
                            slope,
                            gradient[at],
                            TOLERANCE * Math.max(1, Math.abs(slope)),
                            name + " array " + i + " element " + at);
                }
            }
        }
    }

    private static double value(
            Layer layer, NDArray x, NDArray direction, NDArray moved, int at, double by) {
        double[] original = moved.toDoubleArray();
        double[] changed = original.clone();
        changed[at] += by;
        set(moved, changed);
        try {
            return layer.apply(x, true).mul(direction).sum().getDouble();
        } finally {
            set(moved, original);
        }
    }

    private static void set(NDArray array, double[] values) {
        NDArray source = array.getManager().create(values, array.getShape());
        Autograd.without(
                true,
                () -> {
                    Ops.copyInto(List.of(array), List.of(source));
                    return array;
                });
    }

    private static NDArray random(NDManager manager, Shape shape, Random random) {
        double[] values = random.doubles(shape.size(), -1, 1).toArray();
        return Autograd.require(manager.create(values, shape), true);
    }
}
