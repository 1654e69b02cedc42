package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.Ops;

/** Dense layer: (N, I) to (N, O), x W^T + b with weight (O, I) and bias (O) from zero. */
public final class Linear extends Layer {
  private final Parameter weight;
  private final Parameter bias;
  private @Nullable SpectralNorm norm;

  /**
   * A dense layer.
   *
   * @param from I
   * @param to O
   * @param initializer of the weight
   */
  public Linear(int from, int to, Initializer initializer) {
    weight = weight("weight", new Shape(to, from), initializer);
    bias = weight("bias", new Shape(to), Initializer.ZEROS);
  }

  /**
   * Divides the weight by its spectral norm.
   *
   * @param random where the first vector of the power iteration comes from
   * @return this
   */
  public Linear spectral(RandomGenerator random) {
    norm = addChildBlock("norm", new SpectralNorm(weight.getShape(), random));
    return this;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return Ops.linear(x, normed(training), bias.getArray());
  }

  @Override
  public boolean makesSpare() {
    return true;
  }

  private NDArray normed(boolean training) {
    NDArray w = weight.getArray();
    return norm == null ? w : norm.apply(w, training);
  }

  @Override
  public List<NDArray> inputWeights() {
    return List.of(weight.getArray());
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String w =
        norm == null
            ? pass.array(weight.getArray())
            : pass.folded(weight.getArray(), normed(false));
    return pass.let("torch.linear(" + x + ", " + w + ", " + pass.array(bias.getArray()) + ")");
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(0));
  }
}
