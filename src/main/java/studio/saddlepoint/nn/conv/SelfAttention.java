package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.LayerOps;

/**
 * Self-attention over the positions of (N, C, H, W) (SAGAN, Zhang et al. 2019), added to its input
 * by a weight gamma that begins at zero, so that a network begins without it. C / 8 channels of
 * queries and keys, C / 2 of values. Its cost grows with the square of H W.
 */
public final class SelfAttention extends Layer {
  private final Parameter query;
  private final Parameter key;
  private final Parameter value;
  private final Parameter out;
  private final Parameter gamma;
  private final @Nullable SpectralNorm[] norms = new SpectralNorm[4];

  /**
   * Self-attention.
   *
   * @param channels C
   * @param initializer of the four 1x1 convolutions
   */
  public SelfAttention(int channels, Initializer initializer) {
    int narrow = Math.max(1, channels / 8);
    int half = Math.max(1, channels / 2);
    query = weight("query", new Shape(narrow, channels), initializer);
    key = weight("key", new Shape(narrow, channels), initializer);
    value = weight("value", new Shape(half, channels), initializer);
    out = weight("out", new Shape(channels, half), initializer);
    gamma = weight("gamma", new Shape(1), Initializer.ZEROS);
  }

  /**
   * Divides the four convolutions' weights by their spectral norms.
   *
   * @param random where the first vectors come from
   * @return this
   */
  public SelfAttention spectral(RandomGenerator random) {
    Parameter[] weights = {query, key, value, out};
    for (int i = 0; i < norms.length; i++) {
      norms[i] =
          addChildBlock(
              weights[i].getName() + "Norm", new SpectralNorm(weights[i].getShape(), random));
    }
    return this;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    try (NDList computed =
        LayerOps.selfAttention(
            x,
            normed(query, 0, training),
            normed(key, 1, training),
            normed(value, 2, training),
            normed(out, 3, training),
            gamma.getArray())) {
      return computed.remove(0);
    }
  }

  private NDArray normed(Parameter weight, int i, boolean training) {
    SpectralNorm norm = norms[i];
    return norm == null ? weight.getArray() : norm.apply(weight.getArray(), training);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    Parameter[] weights = {query, key, value, out};
    String[] arguments = new String[weights.length + 2];
    arguments[0] = x;
    for (int i = 0; i < weights.length; i++) {
      NDArray weight = weights[i].getArray();
      arguments[i + 1] =
          norms[i] == null ? pass.array(weight) : pass.folded(weight, normed(weights[i], i, false));
    }
    arguments[weights.length + 1] = pass.array(gamma.getArray());
    return pass.callFirst(2, "self_attention", arguments);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
