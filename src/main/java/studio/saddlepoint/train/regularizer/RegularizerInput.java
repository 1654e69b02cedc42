package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * A move when its pictures are judged, as regularizers see it.
 *
 * @param context what the move is made with
 * @param real gives the real pictures
 * @param ofReal gives what the discriminator says of the real pictures; constant in a generator's
 *     move
 * @param ofFake gives what it says of the generated ones
 * @param scalars what the move tells, by key, to which terms may add
 */
public record RegularizerInput(
    UpdateContext context,
    Supplier<LabelledImages> real,
    Supplier<DiscriminatorOutput> ofReal,
    Supplier<DiscriminatorOutput> ofFake,
    Map<String, NDArray> scalars) {

  NDArray realLogits() {
    return ofReal.get().logits();
  }

  NDArray fakeLogits() {
    return ofFake.get().logits();
  }

  /**
   * Tells the mean norm of the critic's gradient by a picture.
   *
   * @param where the pictures are: {@code between} real and generated ones, {@code around} the real
   *     ones, {@code real} or {@code fake}
   * @param norms (N)
   */
  void tellGradientNorm(String where, NDArray norms) {
    scalars.put("critic.gradientNorm." + where, Autograd.detach(norms).mean());
  }

  /** As {@link #tellGradientNorm}, of norms squared. */
  void tellGradientNormOfSquares(String where, NDArray squaredNorms) {
    tellGradientNorm(where, Autograd.detach(squaredNorms).sqrt());
  }

  /** Logits of pictures with the real ones' classes, as penalties see them. */
  UnaryOperator<NDArray> criticOfReal() {
    return x -> critic(x, real.get());
  }

  /** Logits of pictures with the fakes' classes, as penalties see them. */
  UnaryOperator<NDArray> criticOfFake() {
    return x -> critic(x, context.fake());
  }

  private NDArray critic(NDArray x, LabelledImages labelled) {
    NDArray seen = context.transform().underPenalties().of(x, context.random());
    return context.players().judge().of(seen, labelled.labels(), context.random()).logits();
  }
}
