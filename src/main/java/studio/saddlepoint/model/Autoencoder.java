package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Span;
import studio.saddlepoint.nn.minibatch.WithReference;

/**
 * A discriminator that reconstructs pictures: the worse it does, the less real they are (BEGAN).
 */
final class Autoencoder extends ContextLayer implements Discriminator.Judge {
  private final Layer layers;
  private final @Nullable LabelJoin join;

  /**
   * An autoencoder.
   *
   * @param layers pictures, with their classes where those are joined, to pictures
   * @param joins whether classes are joined to pictures, as maps
   */
  Autoencoder(Layer layers, boolean joins) {
    this.layers = addChildBlock("layers", layers);
    this.join = joins ? LabelJoin.MAPS : null;
  }

  @Override
  public DiscriminatorOutput judge(NDArray x, NDArray oneHot, ForwardContext context) {
    NDArray made = apply(join == null ? x : join.apply(x, oneHot), context);
    NDArray error = x.sub(made).abs().reshape(x.getShape().get(0), -1).mean(new int[] {1});
    return DiscriminatorOutput.of(error.neg()).withReconstruction(made);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return layers.apply(x, context);
  }

  @Override
  public Optional<Span> seesFrom(Layer part, Span output) {
    return layers.seesFrom(part, output).or(() -> super.seesFrom(part, output));
  }

  @Override
  public int references() {
    return layers instanceof WithReference with ? with.references() : 0;
  }

  @Override
  public void setReference(NDArray x, NDArray oneHot) {
    if (layers instanceof WithReference with) {
      with.setReference(join == null ? x : join.apply(x, oneHot));
    }
  }

  @Override
  protected Shape outputShape(Shape in) {
    return layers.getOutputShapes(new Shape[] {in})[0];
  }
}
