package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.*;
import studio.saddlepoint.nn.conv.SpectralNorm;
import studio.saddlepoint.nn.minibatch.WithReference;
import studio.saddlepoint.recipe.network.DiscriminatorConditioning;

/**
 * A trunk with a logit on top, and what it does with the class: it adds the product of the class's
 * embedding with all features that the logit is made of (projection discriminator, Miyato and
 * Koyama 2018, equation 4; residual trunks have summed theirs over space), or has logits of the
 * classes beside (auxiliary classifier, Odena et al. 2017), or joins it to what the trunk sees
 * (Mirza and Osindero 2014), one-hot or as a learnt vector.
 */
final class Head extends Layer implements Discriminator.Judge {
  private final Layer trunk;
  private final Layer head;
  private final @Nullable LabelJoin join;
  private final @Nullable Parameter joined;
  private final @Nullable Layer classes;
  private final @Nullable Parameter embedding;
  private final @Nullable SpectralNorm norm;

  /**
   * A head.
   *
   * @param trunk pictures, with their classes where those are joined, to features
   * @param features shape of its output
   * @param count how many classes there are; 0 where it is not conditional
   * @param join how classes are joined to pictures; not used where they are not
   * @param factory makes its layers
   * @param conditioning what it does with the class
   * @param normal first weights of what reads the features
   */
  Head(
      Layer trunk,
      Shape features,
      int count,
      LabelJoin join,
      LayerFactory factory,
      DiscriminatorConditioning conditioning,
      WeightInitializer normal) {
    boolean conditional = count > 0;
    boolean projects = conditional && conditioning == DiscriminatorConditioning.PROJECTION;
    boolean names = conditional && conditioning == DiscriminatorConditioning.CLASSIFIER;
    boolean embeds = conditional && conditioning == DiscriminatorConditioning.EMBEDDING;
    boolean joins =
        embeds || conditional && conditioning == DiscriminatorConditioning.CONCATENATION;
    Shape table = new Shape(count, features.slice(1).size());
    this.trunk = addChildBlock("trunk", trunk);
    this.head = addChildBlock("head", linear(features, 1, factory, normal));
    this.join = joins ? join : null;
    joined =
        embeds
            ? weight(
                "joined",
                new Shape(count, Architectures.EMBEDDING),
                new WeightInitializer(factory.random(), 0, 1))
            : null;
    embedding = projects ? weight("embedding", table, normal) : null;
    norm =
        projects && factory.spectral()
            ? addChildBlock("norm", new SpectralNorm(table, factory.random()))
            : null;
    classes = names ? addChildBlock("classes", linear(features, count, factory, normal)) : null;
  }

  /** (N, F) or (N, F, h, h) to (N, to) or (N, to, 1, 1). */
  private static Layer linear(
      Shape features, int to, LayerFactory factory, WeightInitializer normal) {
    int from = Math.toIntExact(features.get(1));
    return features.dimension() == 2
        ? factory.linear(from, to, normal)
        : factory.convolution(from, to, Math.toIntExact(features.get(2)), 1, 0, true, normal);
  }

  @Override
  public DiscriminatorOutput judge(NDArray x, NDArray oneHot, ForwardContext context) {
    NDArray features = trunk.apply(seen(x, oneHot), context);
    NDArray logits = context.through(head, features).reshape(-1);
    if (embedding != null) {
      logits = logits.add(projection(features, oneHot, context.training()));
    }
    DiscriminatorOutput output = DiscriminatorOutput.of(logits).withFeatures(features);
    return classes == null
        ? output
        : output.withClassLogits(
            classes.apply(features, context).reshape(features.getShape().get(0), -1));
  }

  /** What the trunk sees: pictures, with their classes or the vectors of those where they join. */
  private NDArray seen(NDArray x, NDArray oneHot) {
    if (join == null) {
      return x;
    }
    return join.apply(x, joined == null ? oneHot : oneHot.matMul(joined.getArray()));
  }

  private NDArray projection(NDArray features, NDArray oneHot, boolean training) {
    NDArray table = java.util.Objects.requireNonNull(embedding).getArray();
    NDArray rows = oneHot.matMul(norm == null ? table : norm.apply(table, training));
    return rows.mul(features.reshape(features.getShape().get(0), -1)).sum(new int[] {1});
  }

  @Override
  public Optional<Span> seesFrom(Layer part, Span output) {
    return trunk
        .seesFrom(part, output)
        .or(() -> head.seesFrom(part, output).map(trunk::sees))
        .or(() -> super.seesFrom(part, output));
  }

  @Override
  public int references() {
    return reference().map(WithReference::references).orElse(0);
  }

  @Override
  public void setReference(NDArray x, NDArray oneHot) {
    reference().ifPresent(each -> each.setReference(seen(x, oneHot)));
  }

  private Optional<WithReference> reference() {
    return trunk instanceof WithReference with ? Optional.of(with) : Optional.empty();
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    throw new UnsupportedOperationException("A discriminator's head is asked by judge()");
  }

  @Override
  protected Shape outputShape(Shape input) {
    return new Shape(input.get(0));
  }
}
