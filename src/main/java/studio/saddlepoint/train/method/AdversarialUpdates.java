package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
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
        new RegularizerInput(context, () -> real, () -> ofReal, () -> ofFake, scalars);
    for (Regularizer each : Regularizers.ofLoss(settings)) {
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
    players.discriminator().step(gradients, ofDiscriminator(context.rates()));
    clip(players);
    scalars.put("loss.discriminator", loss);
    NDArray realLogits = Autograd.detach(ofReal.logits());
    NDArray fakeLogits = Autograd.detach(ofFake.logits());
    NDArray outputOfReal = rule.outputs(realLogits, fakeLogits);
    NDArray outputOfFake = rule.outputs(fakeLogits, realLogits);
    scalars.put(rule.meaning().key("real"), outputOfReal.mean());
    scalars.put(rule.meaning().key("fake"), outputOfFake.mean());
    rule.threshold()
        .ifPresent(
            threshold -> {
              scalars.put("accuracy.real", share(outputOfReal.gt((float) threshold)));
              scalars.put("accuracy.fake", share(outputOfFake.lt((float) threshold)));
            });
    scalars.put("gradient.discriminator", norm);
    if (settings.augment().adaptive()) {
      scalars.put(AdaptiveAugmentation.SIGN, AdaptiveAugmentation.sign(ofReal.logits()));
    }
    return scalars;
  }

  /** The share of true ones. */
  private static NDArray share(NDArray truths) {
    return truths.toType(DataType.FLOAT32, false).mean();
  }

  private void clip(GanPlayers players) {
    if (settings.weightClip() > 0) {
      Autograd.without(
          true,
          () -> {
            Ops.clamp(players.discriminator().weights(), settings.weightClip());
            return players;
          });
    }
  }

  @Override
  public Map<String, NDArray> regularizeDiscriminator(UpdateContext context) {
    Optional<Regularizer> lazy = Regularizers.lazyOfDiscriminator(settings);
    if (lazy.isEmpty() || context.step() % lazy.get().every(settings) != 0) {
      return Map.of();
    }
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    NDArray term = lazy.get().ofDiscriminator(alone(context, scalars), settings).orElseThrow();
    GanPlayers players = context.players();
    players
        .discriminator()
        .step(
            gradients(lazy.get(), term, players.discriminator()), ofDiscriminator(context.rates()));
    clip(players);
    scalars.put(lazy.get().key(), term);
    return scalars;
  }

  /** The rates of all moves of the discriminator. */
  private OptimizerSettings ofDiscriminator(OptimizerSettings rates) {
    return rates.lazily(
        Regularizers.lazyOfDiscriminator(settings).map(each -> each.every(settings)).orElse(1));
  }

  /** A term's move, beside which nothing generated is judged. */
  private static RegularizerInput alone(UpdateContext context, Map<String, NDArray> scalars) {
    return new RegularizerInput(
        context,
        context.real(),
        new Lazy<>(() -> context.judge(context.real().get())),
        new Lazy<>(() -> context.judge(context.fake())),
        scalars);
  }

  /** The gradients of a term that stands for all moves since it was last taken. */
  private List<NDArray> gradients(Regularizer lazy, NDArray term, Player of) {
    return Autograd.gradients(Scalars.mul(term, lazy.every(settings)), of.weights());
  }

  @Override
  public Map<String, NDArray> moveGenerator(UpdateContext context) {
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    DiscriminatorOutput ofFake = context.judge(context.fake());
    Supplier<LabelledImages> real = new Lazy<>(context.real());
    Supplier<DiscriminatorOutput> ofReal =
        new Lazy<>(() -> Autograd.without(true, () -> context.judge(real.get())));
    NDArray loss = generatorLoss(() -> ofReal.get().logits(), ofFake.logits());
    RegularizerInput input = new RegularizerInput(context, real, ofReal, () -> ofFake, scalars);
    for (Regularizer each : Regularizers.ofLoss(settings)) {
      Optional<NDArray> penalty = each.ofGenerator(input, settings);
      if (penalty.isPresent()) {
        scalars.put(each.generatorKey(), penalty.get());
        loss = loss.add(penalty.get());
      }
    }
    List<NDArray> gradients = Autograd.gradients(loss, context.players().generator().weights());
    NDArray norm = Ops.norm(gradients);
    context.players().generator().step(gradients, ofGenerator(context.rates()));
    scalars.put("loss.generator", loss);
    scalars.put("gradient.generator", norm);
    return scalars;
  }

  @Override
  public Map<String, NDArray> regularizeGenerator(UpdateContext context) {
    Optional<Regularizer> lazy = Regularizers.lazyOfGenerator(settings);
    if (lazy.isEmpty() || !LazyMoves.due(context.methodState(), lazy.get().every(settings))) {
      return Map.of();
    }
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    NDArray term = lazy.get().ofGenerator(alone(context, scalars), settings).orElseThrow();
    Player generator = context.players().generator();
    generator.step(gradients(lazy.get(), term, generator), ofGenerator(context.rates()));
    LazyMoves.made(context.methodState());
    scalars.put(lazy.get().generatorKey(), term);
    return scalars;
  }

  /** The rates of all moves of the generator. */
  private OptimizerSettings ofGenerator(OptimizerSettings rates) {
    return rates.lazily(
        Regularizers.lazyOfGenerator(settings).map(each -> each.every(settings)).orElse(1));
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
