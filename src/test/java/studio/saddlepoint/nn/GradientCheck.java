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
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Gradients of a layer at its input and all its weights against central differences, in float64, at
 * a few numbers of each array.
 */
public final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-6;
  private static final int PROBES = 6;

  private GradientCheck() {}

  /** A scalar made of a layer's output. */
  private interface Measure {
    NDArray of(Layer layer, NDArray x, NDArray direction);
  }

  /** Gradients of a weighed sum of the output. */
  public static void first(String name, Layer layer, Shape input) {
    check(name, layer, input, GradientCheck::sum);
  }

  /** Gradients of a penalty on the gradient at the input. */
  public static void second(String name, Layer layer, Shape input) {
    check(
        name,
        layer,
        input,
        (l, x, direction) -> {
          NDArray slope = Autograd.differentiableGradients(sum(l, x, direction), List.of(x)).get(0);
          // the product makes it depend on x even where the layer is linear
          return slope.mul(slope).mul(x.mul(x).add(1)).sum();
        });
  }

  private static NDArray sum(Layer layer, NDArray x, NDArray direction) {
    return layer.apply(x, true).mul(direction).sum();
  }

  private static void check(String name, Layer layer, Shape input, Measure measure) {
    Autograd.enable(true);
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      layer.initialize(manager, DataType.FLOAT64, input);
      Random random = new Random(3);
      NDArray x = random(manager, input, random);
      NDArray y = layer.apply(x, true);
      assertEquals(y.getShape(), layer.getOutputShapes(new Shape[] {input})[0], name + " shape");
      NDArray direction = random(manager, y.getShape(), random);
      List<NDArray> of = new ArrayList<>(List.of(x));
      for (Pair<String, Parameter> each : layer.getParameters()) {
        if (each.getValue().requiresGradient()) {
          of.add(each.getValue().getArray());
          shake(each.getValue().getArray(), random);
        }
      }
      List<NDArray> gradients = Autograd.gradients(measure.of(layer, x, direction), of);
      for (int i = 0; i < of.size(); i++) {
        double[] gradient = gradients.get(i).toDoubleArray();
        for (int probe = 0; probe < PROBES; probe++) {
          int at = random.nextInt(gradient.length);
          double[] original = of.get(i).toDoubleArray();
          double above = moved(of.get(i), original, at, STEP, measure, layer, x, direction);
          double below = moved(of.get(i), original, at, -STEP, measure, layer, x, direction);
          double slope = (above - below) / (2 * STEP);
          assertEquals(
              slope,
              gradient[at],
              TOLERANCE * Math.max(1, Math.abs(slope)),
              name + " array " + i + " element " + at);
        }
      }
    }
  }

  /** Weights that begin at zero, such as biases, would hide mistakes. */
  private static void shake(NDArray array, Random random) {
    double[] values = array.toDoubleArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += random.nextDouble(-0.3, 0.3);
    }
    set(array, values);
  }

  private static double moved(
      NDArray array,
      double[] original,
      int at,
      double by,
      Measure measure,
      Layer layer,
      NDArray x,
      NDArray direction) {
    double[] changed = original.clone();
    changed[at] += by;
    set(array, changed);
    try {
      return measure.of(layer, x, direction).getDouble();
    } finally {
      set(array, original);
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
    // what is made of Java's numbers uses their memory, which is freed with the object that made it
    try (NDArray borrowed = manager.create(values, shape)) {
      return Autograd.require(borrowed.duplicate(), true);
    }
  }
}
