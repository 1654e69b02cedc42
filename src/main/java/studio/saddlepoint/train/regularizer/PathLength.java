package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.LoweredConvolutions;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.step.MappedCodes;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * Path length regularization (StyleGAN2, Karras et al. 2020, equation 4): a step in w should change
 * the picture by the same amount everywhere, which is a running mean of its lengths. Taken of half
 * a batch of codes of its own, as the authors' code does.
 */
public record PathLength() implements Regularizer {
  private static final String MEAN = "pathLength.mean";

  @Override
  public String key() {
    return "penalty.pathLength";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.pathLength().weight() > 0;
  }

  @Override
  public int every(MethodSettings settings) {
    return settings.pathLength().every();
  }

  @Override
  public Optional<NDArray> ofGenerator(RegularizerInput input, MethodSettings settings) {
    UpdateContext context = input.context();
    long batch = context.fake().pictures().getShape().get(0);
    MappedCodes codes = context.codes().apply((int) Math.max(1, batch / 2));
    NDArray w = codes.w().hasGradient() ? codes.w() : Autograd.require(codes.w(), true);
    NDArray pictures =
        LoweredConvolutions.exact(
            () -> context.players().halves().synthesize(w, codes.labels(), context.random()));
    NDArray lengths = lengths(pictures, w, context.random().normal(pictures.getShape()));
    NDArray kept =
        context.methodState().arrays(MEAN, List.of(w.getManager().zeros(new Shape(1)))).get(0);
    NDArray mean = mean(kept, lengths, settings.pathLength().decay());
    NDArray now = Autograd.detach(mean);
    Autograd.without(
        () -> {
          Ops.copyInto(List.of(kept), List.of(now));
          return kept;
        });
    input.scalars().put(MEAN, now);
    return Optional.of(penalty(lengths, mean, settings.pathLength().weight()));
  }

  /**
   * How far pictures move with w: the norm of the gradient of sum(pictures y) / sqrt(H W); of codes
   * for each layer, whose squares' mean over the layers.
   *
   * @param pictures (N, C, H, W) made of w
   * @param w (N, D) or (N, L, D), which requires gradients
   * @param y standard normal numbers of the pictures' shape
   * @return (N), differentiable
   */
  public static NDArray lengths(NDArray pictures, NDArray w, NDArray y) {
    Shape shape = pictures.getShape();
    double scale = 1 / Math.sqrt((double) shape.get(2) * shape.get(3));
    NDArray sum = Scalars.mul(pictures.mul(y).sum(), (float) scale);
    NDArray gradient = Autograd.differentiableGradients(sum, List.of(w)).get(0);
    NDArray squares = gradient.square().sum(new int[] {gradient.getShape().dimension() - 1});
    return (squares.getShape().dimension() == 1 ? squares : squares.mean(new int[] {1})).sqrt();
  }

  /** The running mean with these lengths: mean + decay (E lengths - mean); differentiable. */
  public static NDArray mean(NDArray before, NDArray lengths, double decay) {
    return before.add(Scalars.mul(lengths.mean().sub(before), (float) decay));
  }

  /** weight E (lengths - mean)^2. */
  public static NDArray penalty(NDArray lengths, NDArray mean, double weight) {
    return Scalars.mul(lengths.sub(mean).square().mean(), (float) weight);
  }
}
