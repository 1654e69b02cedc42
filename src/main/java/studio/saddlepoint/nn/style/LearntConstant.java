package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;

/**
 * Learnt maps that begin at one, the same for each example, whatever comes in: (N, ...) to (N, C,
 * H, W) (Karras et al. 2019, section 2.1).
 */
public final class LearntConstant extends Layer {
  private final Parameter maps;

  /**
   * Maps.
   *
   * @param channels C
   * @param size H and W
   */
  public LearntConstant(int channels, int size) {
    maps = weight("maps", new Shape(1, channels, size, size), Initializer.ONES);
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return maps.getArray().repeat(0, x.getShape().get(0));
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.repeated(pass.array(maps.getArray()), x);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0)).addAll(maps.getShape().slice(1));
  }
}
