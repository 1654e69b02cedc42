package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * A small convolutional classifier: 4x4 convolutions of stride 2 down to 4 pixels, a layer of
 * {@value #FEATURES} features, and one that gives the logits.
 */
public final class ClassifierNetwork implements AutoCloseable {
  /** Numbers in the penultimate layer. */
  static final int FEATURES = 96;

  private static final int[] WIDTHS = {24, 48, 96, 96};
  private static final int KERNEL = 4;
  private static final int SMALLEST = 4;
  private static final int LANES = 16;
  private static final double SLOPE = 0.1;

  private final ImageShape shape;
  private final NDManager manager;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final int stages;

  private ClassifierNetwork(ImageShape shape, Device device) {
    this.shape = shape;
    this.manager = TorchEngine.manager(device);
    int found = 0;
    while (found < WIDTHS.length && shape.height() >> found > SMALLEST) {
      found++;
    }
    this.stages = found;
  }

  /**
   * New weights: normal, scaled to keep variances (He et al. 2015, equation 14), biases zero.
   *
   * @param shape of the images
   * @param classes number of logits, K
   * @param seed decides the weights
   * @param device where they lie
   */
  public static ClassifierNetwork create(ImageShape shape, int classes, long seed, Device device) {
    ClassifierNetwork network = new ClassifierNetwork(shape, device);
    Random random = new Random(seed);
    int channels = shape.channels();
    for (int i = 0; i < network.stages; i++) {
      network.draw("conv" + i, random, WIDTHS[i], channels, KERNEL, KERNEL);
      channels = WIDTHS[i];
    }
    int spots = (shape.height() >> network.stages) * (shape.width() >> network.stages);
    network.draw("features", random, FEATURES, (long) channels * spots);
    network.draw("logits", random, classes, FEATURES);
    return network;
  }

  /** The network of stored weights; see {@link #tensors}. */
  public static ClassifierNetwork of(
      ImageShape shape, Map<String, HostTensor> tensors, Device device) {
    ClassifierNetwork network = new ClassifierNetwork(shape, device);
    tensors.forEach(
        (name, tensor) -> network.put(name, tensor.floats(), new Shape(tensor.shape())));
    return network;
  }

  private void draw(String layer, Random random, long... shape) {
    long fanIn = 1;
    for (int i = 1; i < shape.length; i++) {
      fanIn *= shape[i];
    }
    double deviation = Math.sqrt(2 / (1 + SLOPE * SLOPE) / fanIn);
    float[] values = new float[Math.toIntExact(shape[0] * fanIn)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    put(layer + ".weight", values, new Shape(shape));
    put(layer + ".bias", new float[(int) shape[0]], new Shape(shape[0]));
  }

  private void put(String name, float[] values, Shape shape) {
    weights.put(name, ArrayScopes.outsideScopes(() -> ArrayScopes.of(manager, values, shape)));
  }

  /** All weights, as the optimizer takes them. */
  public List<NDArray> weights() {
    return new ArrayList<>(weights.values());
  }

  /** Makes the weights require gradients, or not. */
  public void requireGradients(boolean gradients) {
    weights.values().forEach(each -> Autograd.require(each, gradients));
  }

  /** The weights in main memory, by name. */
  public Map<String, HostTensor> tensors() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    weights.forEach(
        (name, array) ->
            tensors.put(name, HostTensor.of(array.toFloatArray(), array.getShape().getShape())));
    return tensors;
  }

  /** Images (N, C, H, W) of unsigned bytes as the network takes them, -1 to 1. */
  public NDArray input(byte[] pixels) {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xff) / 127.5f - 1;
    }
    return input(values);
  }

  /** Images (N, C, H, W) of -1 to 1 as the network takes them. */
  public NDArray input(float[] pixels) {
    int n = pixels.length / shape.pixels();
    return manager.create(pixels, new Shape(n, shape.channels(), shape.height(), shape.width()));
  }

  /** Labels (N) for the loss. */
  public NDArray labels(long[] labels) {
    return manager.create(labels);
  }

  /**
   * Features (N, {@value #FEATURES}) of images (N, C, H, W). The convolutions' channels are filled
   * up with zeros to a multiple of {@value #LANES}: with 24, oneDNN's kernels for AVX-512 read
   * memory that nobody has written, here and in gradients by images, and may find NaN there.
   */
  public NDArray features(NDArray x) {
    NDArray y = x;
    for (int i = 0; i < stages; i++) {
      NDArray weight = filled(weight("conv" + i + ".weight"), 0);
      NDArray bias = filled(weight("conv" + i + ".bias"), 0);
      y = Ops.leakyRelu(Ops.conv2d(y, i == 0 ? weight : filled(weight, 1), bias, 2, 1), SLOPE);
    }
    // Of small images, the last stage is one of those that are filled up.
    long channels = stages == 0 ? shape.channels() : WIDTHS[stages - 1];
    NDArray own = y.getShape().get(1) == channels ? y : y.get(new NDIndex(":, :" + channels));
    NDArray flat = own.reshape(own.getShape().get(0), -1);
    return Ops.leakyRelu(
        Ops.linear(flat, weight("features.weight"), weight("features.bias")), SLOPE);
  }

  /** With zeros up to a multiple of {@value #LANES} along an axis. */
  private static NDArray filled(NDArray weight, int axis) {
    long[] more = weight.getShape().getShape().clone();
    more[axis] = (LANES - more[axis] % LANES) % LANES;
    return more[axis] == 0
        ? weight
        : NDArrays.concat(new NDList(weight, weight.getManager().zeros(new Shape(more))), axis);
  }

  /** Logits (N, K) of features (N, {@value #FEATURES}). */
  public NDArray logits(NDArray features) {
    return Ops.linear(features, weight("logits.weight"), weight("logits.bias"));
  }

  /** The likeliest class of each image, of images (N, C, H, W) as unsigned bytes: (N). */
  long[] classes(byte[] pixels) {
    return ArrayScopes.withoutGradients(
        () -> logits(features(input(pixels))).argMax(1).toLongArray());
  }

  private NDArray weight(String name) {
    NDArray weight = weights.get(name);
    if (weight == null) {
      throw new IllegalStateException("The classifier has no weights " + name);
    }
    return weight;
  }

  @Override
  public void close() {
    manager.close();
  }
}
