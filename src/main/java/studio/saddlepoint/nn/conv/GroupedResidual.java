package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.function.Supplier;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;

/**
 * A residual block without normalisation, (N, C, H, W) to the same (R3GAN, Huang et al. 2024,
 * section 3.2): x + W3 act(W2 * act(W1 x + b1) + b2), where W1 (E, C) widens, W2 (E, E / groups, 3,
 * 3) sees the neighbours in groups of channels, and W3 (C, E) narrows.
 */
public final class GroupedResidual extends ContextLayer {
  private final Layer widen;
  private final Layer first;
  private final Layer grouped;
  private final Layer second;
  private final Layer narrow;

  /**
   * First weights of a block; biases begin at zero.
   *
   * @param widen of W1
   * @param grouped of W2
   * @param narrow of W3: zeros, so that a block begins as nothing
   */
  public record FirstWeights(Initializer widen, Initializer grouped, Initializer narrow) {}

  /**
   * A block.
   *
   * @param channels C
   * @param expanded E
   * @param groups a divisor of E
   * @param activation makes what follows each of the two biases
   * @param weights first ones
   */
  public GroupedResidual(
      int channels, int expanded, int groups, Supplier<Layer> activation, FirstWeights weights) {
    widen = addChildBlock("widen", new Pointwise(channels, expanded, true, weights.widen()));
    first = addChildBlock("first", activation.get());
    grouped =
        addChildBlock(
            "grouped", new GroupedConv2d(expanded, expanded, 3, groups, weights.grouped()));
    second = addChildBlock("second", activation.get());
    narrow = addChildBlock("narrow", new Pointwise(expanded, channels, false, weights.narrow()));
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray wide = first.apply(widen.apply(x, context), context);
    NDArray seen = second.apply(grouped.apply(wide, context), context);
    return x.add(narrow.apply(seen, context));
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String wide = first.script(pass, widen.script(pass, x));
    String seen = second.script(pass, grouped.script(pass, wide));
    return pass.let("torch.add(" + x + ", " + narrow.script(pass, seen) + ")");
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
