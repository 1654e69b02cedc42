package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.StyleWeight;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Instance norm of (N, C, H, W) whose scale and shift are made from the pass's style (Karras et al.
 * 2019, equation 1); scales begin around one.
 */
public final class AdaptiveInstanceNorm extends ContextLayer {
  private static final double EPSILON = 1e-5;

  private final Layer scale;
  private final Layer shift;

  /**
   * Adaptive instance norm.
   *
   * @param channels C
   * @param styleSize length of a style
   * @param random where the weights that read the style come from
   */
  public AdaptiveInstanceNorm(int channels, int styleSize, RandomGenerator random) {
    scale = addChildBlock("scale", new EqualizedLinear(styleSize, channels, 1, 1, random));
    shift = addChildBlock("shift", new EqualizedLinear(styleSize, channels, 1, random));
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return LayerOps.instanceNorm(
        x, scale.apply(context.style(), context), shift.apply(context.style(), context), EPSILON);
  }

  @Override
  public List<StyleWeight> styleWeights() {
    return StyleWeight.of(scale, shift);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.call(
        "instance_norm",
        x,
        scale.script(pass, pass.style()),
        shift.script(pass, pass.style()),
        ScriptText.floats(EPSILON));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
