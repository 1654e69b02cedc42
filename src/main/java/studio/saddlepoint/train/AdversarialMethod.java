package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Loss;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * One step of the two players: the discriminator moves {@code criticSteps} times, each on a new
 * batch and new noise, then the generator moves once on new noise against the discriminator as it
 * is now.
 */
final class AdversarialMethod {
    private AdversarialMethod() {}

    /**
     * Makes a step; what it reads is one batch for each critic step.
     *
     * @param state networks and optimizers; moved in place and advanced by one step
     * @param batches real pictures, at the state's batch index
     */
    static StepReport step(TrainingState state, Batches batches) {
        return Arrays.scoped(
                () -> {
                    StepRandom random = new StepRandom(state.recipe().seed(), state.step());
                    Map<String, NDArray> told = new LinkedHashMap<>();
                    int criticSteps = state.recipe().method().criticSteps();
                    for (int i = 0; i < criticSteps; i++) {
                        discriminatorStep(state, batches.next(), random, told);
                    }
                    generatorStep(state, random, told);
                    state.advance(criticSteps);
                    state.average().update(state.recipe().generator().emaDecay(), state.step());
                    return report(told);
                });
    }

    private static void discriminatorStep(
            TrainingState state, Batch batch, StepRandom random, Map<String, NDArray> told) {
        MethodSettings method = state.recipe().method();
        NDManager manager = state.manager();
        ImageShape shape = state.generator().shape();
        int n = batch.labels().length;
        NDArray labels = manager.create(IntStream.of(batch.labels()).asLongStream().toArray());
        NDArray real =
                manager.create(
                        batch.pixels(),
                        new Shape(n, shape.channels(), shape.height(), shape.width()));
        NDArray fake = Autograd.without(true, () -> generate(state, n, labels, random));
        NDArray realLogits = judge(state, real, labels, random);
        NDArray fakeLogits = judge(state, fake, labels, random);
        NDArray loss =
                Losses.discriminator(method.loss(), realLogits, fakeLogits, method.realTarget());
        NDArray total = loss;
        if (method.gradientPenalty() > 0) {
            NDArray points =
                    Regularizers.interpolates(real, fake, random.uniform(manager, new Shape(n)));
            NDArray penalty =
                    Regularizers.gradientPenalty(
                            x -> state.discriminator().judge(x, labels, true),
                            points,
                            method.gradientPenalty(),
                            1);
            total = loss.add(penalty);
            told.put("penalty", penalty);
        }
        List<NDArray> gradients =
                Autograd.gradients(total, state.discriminator().network().weights());
        state.discriminatorOptimizer().step(gradients, state.recipe().discriminator().optimizer());
        if (method.weightClip() > 0) {
            Autograd.without(
                    true,
                    () -> {
                        Ops.clamp(state.discriminator().network().weights(), method.weightClip());
                        return loss;
                    });
        }
        boolean scores = method.loss() == Loss.WASSERSTEIN;
        told.put("loss.discriminator", loss);
        told.put(scores ? "critic.real" : "d.real", meanJudgement(realLogits, scores));
        told.put(scores ? "critic.fake" : "d.fake", meanJudgement(fakeLogits, scores));
        told.put("gradient.discriminator", Ops.norm(gradients));
    }

    private static void generatorStep(
            TrainingState state, StepRandom random, Map<String, NDArray> told) {
        int n = state.recipe().training().batchSize();
        NDArray labels =
                random.classes(state.manager(), n, state.generator().latent().classNames().size());
        NDArray fake = generate(state, n, labels, random);
        NDArray logits = judge(state, fake, labels, random);
        NDArray loss = Losses.generator(state.recipe().method().loss(), logits);
        List<NDArray> gradients = Autograd.gradients(loss, state.generator().network().weights());
        state.generatorOptimizer().step(gradients, state.recipe().generator().optimizer());
        told.put("loss.generator", loss);
        told.put("gradient.generator", Ops.norm(gradients));
    }

    private static NDArray generate(TrainingState state, int n, NDArray labels, StepRandom random) {
        NDArray z = random.normal(state.manager(), new Shape(n, state.generator().latent().size()));
        return state.generator().synthesize(state.generator().map(z, labels), true);
    }

    /**
     * The discriminator's logits, with instance noise on what it sees (Sonderby et al. 2017) where
     * that is on.
     */
    private static NDArray judge(
            TrainingState state, NDArray x, NDArray labels, StepRandom random) {
        double noise = state.recipe().method().instanceNoise();
        NDArray seen =
                noise == 0 ? x : x.add(random.normal(state.manager(), x.getShape()).mul(noise));
        return state.discriminator().judge(seen, labels, true);
    }

    private static NDArray meanJudgement(NDArray logits, boolean scores) {
        NDArray detached = Autograd.detach(logits);
        return scores ? detached.mean() : ai.djl.nn.Activation.sigmoid(detached).mean();
    }

    private static StepReport report(Map<String, NDArray> told) {
        List<NDArray> scalars = new ArrayList<>();
        told.values().forEach(each -> scalars.add(Autograd.detach(each).reshape(1)));
        float[] numbers = NDArrays.concat(new NDList(scalars)).toFloatArray();
        Map<String, Double> values = new LinkedHashMap<>();
        int i = 0;
        for (String key : told.keySet()) {
            values.put(key, (double) numbers[i++]);
        }
        return new StepReport(values);
    }
}
