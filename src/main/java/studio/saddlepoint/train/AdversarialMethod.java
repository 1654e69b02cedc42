package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.saddlepoint.model.Judgement;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.recipe.TopKSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * A loss with regularizers and tricks.
 *
 * @param settings all of them at this step
 */
public record AdversarialMethod(MethodSettings settings) implements Method {

    @Override
    public Map<String, NDArray> moveDiscriminator(Turn turn) {
        Map<String, NDArray> told = new LinkedHashMap<>();
        Labelled real = turn.real().get();
        Judgement ofReal = turn.judge(real);
        Judgement ofFake = turn.judge(turn.fake());
        AdversarialLoss rule = Losses.of(settings.loss());
        NDArray loss =
                rule.discriminator(
                        ofReal.logits(),
                        ofFake.logits(),
                        Targets.ofReal(settings, ofReal.logits(), turn.chance()),
                        Targets.ofFake(settings, ofFake.logits(), turn.chance()));
        Critique critique = new Critique(turn, () -> real, () -> ofReal, ofFake);
        for (Regularizer each : Regularizers.of(settings)) {
            Optional<NDArray> penalty = each.ofDiscriminator(critique, settings);
            if (penalty.isPresent()) {
                told.put(each.key(), penalty.get());
                loss = loss.add(penalty.get());
            }
            each.tell(critique, told);
        }
        Game game = turn.game();
        List<NDArray> gradients = Autograd.gradients(loss, game.discriminatorWeights());
        NDArray norm = Ops.norm(gradients);
        game.discriminatorOptimizer().step(gradients, turn.rates());
        if (settings.weightClip() > 0) {
            Autograd.without(
                    true,
                    () -> {
                        Ops.clamp(game.discriminatorWeights(), settings.weightClip());
                        return game;
                    });
        }
        told.put("loss.discriminator", loss);
        NDArray realLogits = Autograd.detach(ofReal.logits());
        NDArray fakeLogits = Autograd.detach(ofFake.logits());
        told.put(rule.meaning().key("real"), rule.outputs(realLogits, fakeLogits).mean());
        told.put(rule.meaning().key("fake"), rule.outputs(fakeLogits, realLogits).mean());
        told.put("gradient.discriminator", norm);
        if (settings.augment().adaptive()) {
            told.put(AdaptiveAugmentation.SIGN, AdaptiveAugmentation.sign(ofReal.logits()));
        }
        return told;
    }

    @Override
    public Map<String, NDArray> moveGenerator(Turn turn) {
        Map<String, NDArray> told = new LinkedHashMap<>();
        Judgement ofFake = turn.judge(turn.fake());
        Supplier<Labelled> real = new Once<>(turn.real());
        Supplier<Judgement> ofReal =
                new Once<>(() -> Autograd.without(true, () -> turn.judge(real.get())));
        NDArray loss =
                Losses.of(settings.loss())
                        .generator(
                                () -> ofReal.get().logits(),
                                best(ofFake.logits(), settings.topK(), turn.step()));
        Critique critique = new Critique(turn, real, ofReal, ofFake);
        for (Regularizer each : Regularizers.of(settings)) {
            Optional<NDArray> penalty = each.ofGenerator(critique, settings);
            if (penalty.isPresent()) {
                told.put(each.generatorKey(), penalty.get());
                loss = loss.add(penalty.get());
            }
        }
        List<NDArray> gradients = Autograd.gradients(loss, turn.game().generatorWeights());
        NDArray norm = Ops.norm(gradients);
        turn.game().generatorOptimizer().step(gradients, turn.rates());
        told.put("loss.generator", loss);
        told.put("gradient.generator", norm);
        return told;
    }

    @Override
    public Map<String, Double> learn(Map<String, Double> told, MethodMemory memory, long pictures) {
        Regularizers.of(settings).forEach(each -> each.learn(told, memory, settings));
        return settings.augment().adaptive()
                ? AdaptiveAugmentation.learn(told, memory, settings.augment(), pictures)
                : Map.of();
    }

    /**
     * The logits that the generator learns from: the highest ones (top-k, Sinha et al. 2020,
     * section 3), a share that falls from all of them.
     */
    static NDArray best(NDArray logits, TopKSettings settings, long step) {
        if (settings.share() >= 1) {
            return logits;
        }
        double fallen = settings.steps() == 0 ? 1 : Math.min(1, (double) step / settings.steps());
        double share = 1 - (1 - settings.share()) * fallen;
        int count = Math.max(1, (int) Math.round(share * logits.size()));
        return logits.reshape(-1).topK(count, 0).get(0);
    }

    /** Mean probability of being real; of a Wasserstein critic the mean score. */
}
