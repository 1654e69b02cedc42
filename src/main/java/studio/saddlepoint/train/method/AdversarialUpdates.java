package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.augment.AdaptiveAugmentation;
import studio.saddlepoint.train.loss.AdversarialLoss;
import studio.saddlepoint.train.loss.Losses;
import studio.saddlepoint.train.loss.Targets;
import studio.saddlepoint.train.regularizer.Regularizer;
import studio.saddlepoint.train.regularizer.RegularizerInput;
import studio.saddlepoint.train.regularizer.Regularizers;
import studio.saddlepoint.train.step.*;

/**
 * A loss with regularizers and tricks.
 *
 * @param settings all of them at this step
 */
public record AdversarialUpdates(MethodSettings settings) implements GanUpdates {

  @Override
  public Map<String, NDArray> moveDiscriminator(UpdateContext context) {
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    LabelledImages real = context.real().get();
    DiscriminatorOutput ofReal = context.judge(real);
    DiscriminatorOutput ofFake = context.judge(context.fake());
    AdversarialLoss rule = Losses.of(settings.loss());
    NDArray loss =
        rule.discriminator(
            ofReal.logits(),
            ofFake.logits(),
            Targets.ofReal(settings, ofReal.logits(), context.random()),
            Targets.ofFake(settings, ofFake.logits(), context.random()));
    RegularizerInput input =
        new RegularizerInput(context, () -> real, () -> ofReal, ofFake, scalars);
    for (Regularizer each : Regularizers.of(settings)) {
      Optional<NDArray> penalty = each.ofDiscriminator(input, settings);
      if (penalty.isPresent()) {
        scalars.put(each.key(), penalty.get());
        loss = loss.add(penalty.get());
      }
      each.tell(input);
    }
    GanPlayers players = context.players();
    List<NDArray> gradients = Autograd.gradients(loss, players.discriminator().weights());
    NDArray norm = Ops.norm(gradients);
    players.discriminator().step(gradients, context.rates());
    if (settings.weightClip() > 0) {
      Autograd.without(
          true,
          () -> {
            Ops.clamp(players.discriminator().weights(), settings.weightClip());
            return players;
          });
    }
    scalars.put("loss.discriminator", loss);
    NDArray realLogits = Autograd.detach(ofReal.logits());
    NDArray fakeLogits = Autograd.detach(ofFake.logits());
    scalars.put(rule.meaning().key("real"), rule.outputs(realLogits, fakeLogits).mean());
    scalars.put(rule.meaning().key("fake"), rule.outputs(fakeLogits, realLogits).mean());
    scalars.put("gradient.discriminator", norm);
    if (settings.augment().adaptive()) {
      scalars.put(AdaptiveAugmentation.SIGN, AdaptiveAugmentation.sign(ofReal.logits()));
    }
    return scalars;
  }

  @Override
  public Map<String, NDArray> moveGenerator(UpdateContext context) {
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    DiscriminatorOutput ofFake = context.judge(context.fake());
    Supplier<LabelledImages> real = new Lazy<>(context.real());
    Supplier<DiscriminatorOutput> ofReal =
        new Lazy<>(() -> Autograd.without(true, () -> context.judge(real.get())));
    NDArray loss = generatorLoss(() -> ofReal.get().logits(), ofFake.logits());
    RegularizerInput input = new RegularizerInput(context, real, ofReal, ofFake, scalars);
    for (Regularizer each : Regularizers.of(settings)) {
      Optional<NDArray> penalty = each.ofGenerator(input, settings);
      if (penalty.isPresent()) {
        scalars.put(each.generatorKey(), penalty.get());
        loss = loss.add(penalty.get());
      }
    }
    List<NDArray> gradients = Autograd.gradients(loss, context.players().generator().weights());
    NDArray norm = Ops.norm(gradients);
    context.players().generator().step(gradients, context.rates());
    scalars.put("loss.generator", loss);
    scalars.put("gradient.generator", norm);
    return scalars;
  }

  @Override
  public Map<String, Double> learn(
      Map<String, Double> scalars, MethodState methodState, long pictures) {
    Regularizers.of(settings).forEach(each -> each.learn(scalars, methodState, settings));
    return settings.augment().adaptive()
        ? AdaptiveAugmentation.learn(scalars, methodState, settings.augment(), pictures)
        : Map.of();
  }

  /** The generator's loss of its best pictures; in pairs, with the real ones beside those. */
  private NDArray generatorLoss(Supplier<NDArray> real, NDArray fake) {
    AdversarialLoss rule = Losses.of(settings.loss());
    double share = settings.topK().share();
    if (share >= 1) {
      return rule.generator(real, fake);
    }
    NDList best = best(fake, share);
    return settings.loss().judgement() == Loss.Judgement.PAIRS
        ? rule.generator(() -> real.get().reshape(-1).gather(best.get(1), 0), best.get(0))
        : rule.generator(real, best.get(0));
  }

  /**
   * The logits that the generator learns from: the highest ones (top-k, Sinha et al. 2020, section
   * 3).
   *
   * @param logits of any shape
   * @param share of them, above 0, below 1
   * @return the logits (K), the highest first, and their places int64 (K)
   */
  public static NDList best(NDArray logits, double share) {
    int count = Math.max(1, (int) Math.round(share * logits.size()));
    return logits.reshape(-1).topK(count, 0);
  }
}
