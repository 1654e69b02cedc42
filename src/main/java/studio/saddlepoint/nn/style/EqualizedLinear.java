package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Dense layer with an equalized learning rate (Karras et al. 2018, section 4.1): the weight (O, I)
 * is kept at deviation 1 / m and scaled by m / sqrt(I) in use, the bias by m, where m is the
 * multiplier of its learning rate.
 */
public final class EqualizedLinear extends Layer {
  private final Parameter weight;
  private final Parameter bias;
  private final double multiplier;
  private double gain = 1;

  /**
   * A dense layer whose bias begins at zero.
   *
   * @param from I
   * @param to O
   * @param multiplier of the learning rate; 0.01 in StyleGAN's mapping network, 1 elsewhere
   * @param random where the weight comes from
   */
  public EqualizedLinear(int from, int to, double multiplier, RandomGenerator random) {
    this(from, to, multiplier, 0, random);
  }

  /**
   * A dense layer.
   *
   * @param from I
   * @param to O
   * @param multiplier of the learning rate
   * @param firstBias what the bias adds at first; 1 where it makes styles
   * @param random where the weight comes from
   */
  public EqualizedLinear(
      int from, int to, double multiplier, double firstBias, RandomGenerator random) {
    this.multiplier = multiplier;
    weight =
        weight("weight", new Shape(to, from), new WeightInitializer(random, 0, 1 / multiplier));
    Initializer constant =
        (manager, shape, type) -> manager.full(shape, (float) (firstBias / multiplier), type);
    bias = weight("bias", new Shape(to), constant);
  }

  /**
   * Scales the weight in use, such as by sqrt(2) before leaky ReLU (He et al. 2015).
   *
   * @return this
   */
  public EqualizedLinear scaledBy(double factor) {
    gain = factor;
    return this;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return LayerOps.equalizedLinear(x, weight.getArray(), bias.getArray(), multiplier, gain);
  }

  @Override
  public List<NDArray> inputWeights() {
    return List.of(weight.getArray());
  }

  @Override
  public String script(ScriptPass pass, String x) {
    double scale = gain * multiplier / Math.sqrt(weight.getShape().get(1));
    return pass.call(
        "equalized_linear",
        x,
        pass.array(weight.getArray()),
        pass.array(bias.getArray()),
        ScriptText.floats(scale, multiplier));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(0));
  }
}
