package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.torch.Autograd;

/** A case being computed: what an operation reads from, and puts its outputs into. */
final class GoldenRun {
  private final GoldenCase given;
  private final Map<String, GoldenArray> arrays;
  private final NDManager manager;
  private final Map<String, GoldenArray> computed = new LinkedHashMap<>();

  GoldenRun(GoldenCase given, Map<String, GoldenArray> arrays, NDManager manager) {
    this.given = given;
    this.arrays = arrays;
    this.manager = manager;
  }

  NDManager manager() {
    return manager;
  }

  /** A number of the case's settings. */
  double number(String arg) {
    return given.args().get(arg).getAsDouble();
  }

  /** A list of numbers of the case's settings. */
  double[] numbers(String arg) {
    return given.args().get(arg).getAsJsonArray().asList().stream()
        .mapToDouble(JsonElement::getAsDouble)
        .toArray();
  }

  /** A whole number of the case's settings. */
  int whole(String arg) {
    return given.args().get(arg).getAsInt();
  }

  /** A yes or no of the case's settings. */
  boolean flag(String arg) {
    return given.args().get(arg).getAsBoolean();
  }

  /** A word of the case's settings. */
  String text(String arg) {
    return given.args().get(arg).getAsString();
  }

  /** Whether the case has this setting. */
  boolean given(String arg) {
    return given.args().has(arg);
  }

  /** Whether the case has this input or output. */
  boolean has(String name) {
    return arrays.containsKey(name);
  }

  /** Names of the case's arrays, inputs and outputs, in their order. */
  List<String> names() {
    return List.copyOf(arrays.keySet());
  }

  /** An input, or an expected output, as it is stored. */
  GoldenArray stored(String name) {
    GoldenArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(given.id() + " has no array " + name);
    }
    return array;
  }

  /** An input as float32 or int64, new with each call. */
  NDArray array(String name) {
    GoldenArray array = stored(name);
    Shape shape = new Shape(array.shape());
    return array.whole()
        ? manager.create(array.longs(), shape)
        : manager.create(array.floats(), shape);
  }

  /** An input that requires gradients. */
  NDArray parameter(String name) {
    return Autograd.require(array(name), true);
  }

  /** Gives an output. */
  void put(String name, NDArray array) {
    NDArray doubles = array.toType(DataType.FLOAT64, true);
    computed.put(
        name, new GoldenArray(array.getShape().getShape(), doubles.toDoubleArray(), false));
  }

  /** Gives an output as one row of numbers. */
  void put(String name, double... values) {
    computed.put(name, new GoldenArray(new long[] {values.length}, values, false));
  }

  /** Gives an output of many axes by its numbers in C order. */
  void put(String name, double[] values, long[] shape) {
    computed.put(name, new GoldenArray(shape, values, false));
  }

  /** Gives an output that has a tolerance of its own: an expected one, when it is near enough. */
  void putWithin(String name, double value, double tolerance) {
    double expected = stored(name).values()[0];
    put(name, Math.abs(value - expected) <= tolerance ? expected : value);
  }

  /**
   * Gives the outputs {@code <prefix><name>}: gradients of a scalar.
   *
   * @param scalar to differentiate; its graph stays
   * @param of what to differentiate by; those without such an output are left out
   */
  void putGradients(String prefix, NDArray scalar, Map<String, NDArray> of) {
    List<String> names = new ArrayList<>();
    List<NDArray> wanted = new ArrayList<>();
    of.forEach(
        (name, array) -> {
          if (has(prefix + name)) {
            names.add(name);
            wanted.add(array);
          }
        });
    List<NDArray> gradients = Autograd.gradientsRetaining(scalar, wanted);
    for (int i = 0; i < names.size(); i++) {
      put(prefix + names.get(i), gradients.get(i));
    }
  }

  /** Gives a layer's output {@code y} and the gradients of {@code sum(y * grad_y)}. */
  void putLayer(NDArray y, Map<String, NDArray> inputs) {
    put("y", y);
    putGradients("grad_", y.mul(array("grad_y")).sum(), inputs);
  }

  Map<String, GoldenArray> computed() {
    return computed;
  }
}
