package studio.saddlepoint.metrics.attribute;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.direction.AttributeJudge;
import studio.saddlepoint.metrics.extractor.ClassifierNetwork;
import studio.saddlepoint.metrics.store.MetricCache;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.torch.ArrayScopes;

/** A network that tells classes and measures of pictures: a classifier with further outputs. */
public final class AttributeNetwork implements AttributeJudge, AutoCloseable {
  private static final String MEAN = "measures.mean";
  private static final String DEVIATION = "measures.deviation";

  private final String dataName;
  private final List<Attribute> attributes;
  private final ClassifierNetwork network;
  private final AttributeTargets.Moments moments;
  private final int classes;
  private final NDArray mean;
  private final NDArray deviation;

  /**
   * A judge; it closes the network.
   *
   * @param dataName the data set's name
   * @param attributes what the network tells, classes first
   * @param moments of the measures that it tells at unit deviation
   */
  AttributeNetwork(
      String dataName,
      List<Attribute> attributes,
      ClassifierNetwork network,
      AttributeTargets.Moments moments) {
    this.dataName = dataName;
    this.attributes = List.copyOf(attributes);
    this.network = network;
    this.moments = moments;
    this.classes =
        (int) attributes.stream().filter(each -> each.kind() == Attribute.Kind.CLASS).count();
    NDManager manager = network.weights().get(0).getManager();
    this.mean = row(manager, moments.mean());
    this.deviation = row(manager, moments.deviation());
  }

  private static NDArray row(NDManager manager, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return ArrayScopes.outsideScopes(
        () -> ArrayScopes.of(manager, floats, new Shape(1, floats.length)));
  }

  /** The judge of stored weights; see {@link #tensors}. */
  static AttributeNetwork of(
      String dataName,
      List<Attribute> attributes,
      ImageShape shape,
      Map<String, HostTensor> stored,
      Device device) {
    Map<String, HostTensor> weights = new LinkedHashMap<>(stored);
    HostTensor mean = weights.remove(MEAN);
    HostTensor deviation = weights.remove(DEVIATION);
    if (mean == null || deviation == null) {
      throw new IllegalStateException("The judge of " + dataName + " has no measures");
    }
    return new AttributeNetwork(
        dataName,
        attributes,
        ClassifierNetwork.of(shape, weights, device),
        new AttributeTargets.Moments(MetricCache.doubles(mean), MetricCache.doubles(deviation)));
  }

  /** The weights in main memory, by name. */
  Map<String, HostTensor> tensors() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>(network.tensors());
    tensors.put(MEAN, MetricCache.doubles(moments.mean(), moments.mean().length));
    tensors.put(DEVIATION, MetricCache.doubles(moments.deviation(), moments.deviation().length));
    return tensors;
  }

  /** Judges images (N, C, H, W) of unsigned bytes: (N, K), one after the other. */
  float[] judge(byte[] pixels) {
    return ArrayScopes.withoutGradients(() -> judge(network.input(pixels)).toFloatArray());
  }

  @Override
  public String name() {
    return dataName;
  }

  @Override
  public List<Attribute> attributes() {
    return attributes;
  }

  @Override
  public NDArray judge(NDArray pixels) {
    NDArray here = pixels.toDevice(mean.getDevice(), false);
    NDArray told = network.logits(network.features(here));
    if (classes == attributes.size()) {
      return centred(told);
    }
    NDArray measures = told.get(new NDIndex(":, " + classes + ":")).mul(deviation).add(mean);
    return classes == 0
        ? measures
        : NDArrays.concat(
            new NDList(centred(told.get(new NDIndex(":, :" + classes))), measures), 1);
  }

  @Override
  public double[][] judge(float[] pixels, int count) {
    float[] all = ArrayScopes.withoutGradients(() -> judge(network.input(pixels)).toFloatArray());
    int width = attributes.size();
    double[][] rows = new double[count][width];
    for (int i = 0; i < all.length; i++) {
      rows[i / width][i % width] = all[i];
    }
    return rows;
  }

  /** Logits less their mean, which changes no probability. */
  private static NDArray centred(NDArray logits) {
    return logits.sub(logits.mean(new int[] {1}, true));
  }

  @Override
  public void close() {
    network.close();
  }
}
