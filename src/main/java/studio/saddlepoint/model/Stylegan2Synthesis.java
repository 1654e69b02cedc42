package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.StyleWeight;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.style.Blur;
import studio.saddlepoint.nn.style.ModulatedConv2d;
import studio.saddlepoint.nn.style.StyledConv2d;
import studio.saddlepoint.nn.style.ToRgb;

/**
 * The second half of StyleGAN2's generator (Karras et al. 2020, figure 7, "output skips"): from a
 * learnt constant of 4x4, every size has two styled layers, of which the first doubles, and gives
 * its part of the picture; what the smaller sizes gave is doubled and added.
 *
 * <p>Layer i of all styled layers takes row i of w; a size's part of the picture takes the row of
 * the next layer, so that the last one has a row of its own (the authors' code).
 */
final class Stylegan2Synthesis extends ContextLayer {
  private final Parameter constant;
  private final List<Block> blocks = new ArrayList<>();
  private final Layer doubling = Blur.enlarging(Stylegan2Networks.TAPS, 2);
  private final int channels;
  private final int size;

  /** One size: its styled layers, and its part of the picture. */
  private record Block(List<Layer> layers, Layer picture) {}

  /**
   * A second half.
   *
   * @param spec the generator's; its inputs are the numbers of w
   */
  Stylegan2Synthesis(NetworkSpec spec) {
    size = spec.shape().height();
    channels = spec.shape().channels();
    int from = Stylegan2Networks.channels(spec.recipe().generator().width(), size, first());
    constant =
        weight(
            "constant",
            new Shape(1, from, first(), first()),
            new WeightInitializer(spec.random(), 0, 1));
    for (int now = first(); now <= size; now *= 2) {
      int to = Stylegan2Networks.channels(spec.recipe().generator().width(), size, now);
      List<Layer> layers = new ArrayList<>();
      if (now > first()) {
        ModulatedConv2d doubling =
            ModulatedConv2d.doubling(
                from, to, Stylegan2Networks.TAPS, spec.inputs(), spec.random());
        layers.add(styled(spec, "doubling" + now, doubling, to, now));
      }
      ModulatedConv2d keeping = new ModulatedConv2d(to, to, 3, spec.inputs(), true, spec.random());
      layers.add(styled(spec, "styled" + now, keeping, to, now));
      Layer picture =
          addChildBlock("picture" + now, new ToRgb(to, channels, spec.inputs(), spec.random()));
      blocks.add(new Block(layers, picture));
      from = to;
    }
  }

  private Layer styled(NetworkSpec spec, String name, ModulatedConv2d convolution, int to, int at) {
    Layer activation = Stylegan2Networks.activation(spec.factory());
    return addChildBlock(name, new StyledConv2d(convolution, to, at, activation, spec.random()));
  }

  private static int first() {
    return NetworkSpec.SMALLEST;
  }

  @Override
  public NDArray apply(NDArray w, ForwardContext context) {
    NDArray x = constant.getArray().repeat(0, w.getShape().get(0));
    NDArray picture = x;
    int row = 0;
    for (Block block : blocks) {
      boolean begins = row == 0;
      for (Layer layer : block.layers()) {
        x = context.atStyle(row++).through(layer, x);
      }
      NDArray part = block.picture().apply(x, context.atStyle(row));
      picture = begins ? part : doubling.apply(picture, context).add(part);
    }
    return picture;
  }

  @Override
  public List<StyleWeight> styleWeights() {
    List<StyleWeight> found = new ArrayList<>();
    int row = 0;
    for (Block block : blocks) {
      for (Layer layer : block.layers()) {
        int at = row++;
        layer.styleWeights().forEach(each -> found.add(each.movedBy(at)));
      }
      int at = row;
      block.picture().styleWeights().forEach(each -> found.add(each.movedBy(at)));
    }
    return found;
  }

  @Override
  public String script(ScriptPass pass, String w) {
    String x = pass.repeated(pass.array(constant.getArray()), w);
    String picture = x;
    int row = 0;
    for (Block block : blocks) {
      boolean begins = row == 0;
      for (Layer layer : block.layers()) {
        x = layer.script(pass.atStyle(row++), x);
      }
      String part = block.picture().script(pass.atStyle(row), x);
      picture =
          begins
              ? part
              : pass.let("torch.add(" + doubling.script(pass, picture) + ", " + part + ")");
    }
    return picture;
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), channels, size, size);
  }
}
