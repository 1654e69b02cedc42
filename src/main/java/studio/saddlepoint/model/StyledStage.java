package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.StyleWeight;

/**
 * The styled layers of one size, in order; the first takes a row of the pass's styles, each other
 * one the next row. The rows of a size are the same however far the networks have grown.
 */
final class StyledStage extends ContextLayer {
  private final List<Layer> layers = new ArrayList<>();
  private final int row;

  /**
   * A stage.
   *
   * @param row which of all styles the first layer takes, from 0
   * @param layers each takes what the one before makes
   */
  StyledStage(int row, List<Layer> layers) {
    this.row = row;
    for (int i = 0; i < layers.size(); i++) {
      this.layers.add(addChildBlock("styled" + i, layers.get(i)));
    }
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray maps = x;
    for (int i = 0; i < layers.size(); i++) {
      maps = context.atStyle(row + i).through(layers.get(i), maps);
    }
    return maps;
  }

  @Override
  public List<StyleWeight> styleWeights() {
    List<StyleWeight> found = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      int at = row + i;
      layers.get(i).styleWeights().forEach(each -> found.add(each.movedBy(at)));
    }
    return found;
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String maps = x;
    for (int i = 0; i < layers.size(); i++) {
      maps = layers.get(i).script(pass.atStyle(row + i), maps);
    }
    return maps;
  }

  @Override
  protected Shape outputShape(Shape in) {
    Shape maps = in;
    for (Layer layer : layers) {
      maps = layer.getOutputShapes(new Shape[] {maps})[0];
    }
    return maps;
  }
}
