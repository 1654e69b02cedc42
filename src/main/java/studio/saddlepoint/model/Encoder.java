package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.WeightInitializer;

/** A network that turns pictures into distributions of codes (Kingma and Welling 2014). */
public final class Encoder implements AutoCloseable {
  private final Network network;
  private final Moments moments;
  private final int classes;

  Encoder(Network network, Moments moments, int classes) {
    this.network = network;
    this.moments = moments;
    this.classes = classes;
  }

  /** Its weights. */
  public Network network() {
    return network;
  }

  /**
   * Finds the codes of pictures.
   *
   * @param x (N, C, H, W) in the networks' own range
   * @param labels (N) int64; not used where it is not conditional
   * @param context of the pass
   */
  public Posterior encode(NDArray x, NDArray labels, ForwardContext context) {
    NDArray oneHot = classes == 0 ? labels : labels.oneHot(classes).toType(DataType.FLOAT32, false);
    return moments.of(x, oneHot, context);
  }

  @Override
  public void close() {
    network.close();
  }

  /** A trunk with two dense layers on top. */
  static final class Moments extends ContextLayer {
    private final Layer trunk;
    private final Layer mean;
    private final Layer logVariance;
    private final @Nullable LabelJoin join;

    /**
     * Layers.
     *
     * @param trunk pictures, with their classes where those are joined, to features
     * @param features how many numbers it gives for a picture
     * @param codes length of a code
     * @param join how classes are joined to pictures; none where there are no classes
     * @param factory makes the layers
     */
    Moments(Layer trunk, int features, int codes, @Nullable LabelJoin join, LayerFactory factory) {
      WeightInitializer keeping = WeightInitializer.keeping(factory.random(), features);
      this.trunk = addChildBlock("trunk", trunk);
      this.mean = addChildBlock("mean", factory.linear(features, codes, keeping));
      this.logVariance = addChildBlock("logVariance", factory.linear(features, codes, keeping));
      this.join = join;
    }

    Posterior of(NDArray x, NDArray oneHot, ForwardContext context) {
      NDArray features =
          trunk
              .apply(join == null ? x : join.apply(x, oneHot), context)
              .reshape(new Shape(x.getShape().get(0), -1));
      return new Posterior(mean.apply(features, context), logVariance.apply(features, context));
    }

    @Override
    public NDArray apply(NDArray x, ForwardContext context) {
      throw new UnsupportedOperationException("An encoder is asked by of()");
    }

    @Override
    protected Shape outputShape(Shape in) {
      return mean.getOutputShapes(new Shape[] {new Shape(in.get(0), -1)})[0];
    }
  }
}
