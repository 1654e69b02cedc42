package studio.saddlepoint.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which settings of a recipe do not go together, and why. */
public final class RecipeCheck {
    private RecipeCheck() {}

    /**
     * Why a combination of settings cannot train as it says; empty where it can.
     *
     * @return a sentence that names the fields and what to change
     */
    static Optional<String> refusal(
            GeneratorSettings generator,
            DiscriminatorSettings discriminator,
            MethodSettings method) {
        Map<String, Double> penalties = gradientPenalties(method);
        boolean batchNorm =
                discriminator.normalization() == Normalization.BATCH
                        && generator.architecture() != Architecture.MLP;
        if (!penalties.isEmpty() && batchNorm) {
            Map.Entry<String, Double> first = penalties.entrySet().iterator().next();
            return Optional.of(
                    "discriminator.normalization is batch while "
                            + first.getKey()
                            + " is "
                            + first.getValue()
                            + ": the penalty is per picture and batch norm mixes pictures. Set the normalization to none.");
        }
        if (method.weightClip() > 0 && !penalties.isEmpty()) {
            return Optional.of(
                    "method.weightClip is "
                            + method.weightClip()
                            + " while "
                            + penalties.keySet().iterator().next()
                            + " is on: both bound the critic's slope, and clipped weights cannot follow the penalty. Set one of them to 0.");
        }
        LabelSettings labels = method.labels();
        if (labels.realLow() > labels.realHigh() || labels.fakeLow() > labels.fakeHigh()) {
            String kind = labels.realLow() > labels.realHigh() ? "real" : "fake";
            return Optional.of(
                    "method.labels."
                            + kind
                            + "Low is above method.labels."
                            + kind
                            + "High: exchange them.");
        }
        AugmentSettings augment = method.augment();
        if (augment.adaptive() && !augments(augment)) {
            return Optional.of(
                    "method.augment.adaptive is true, but there is nothing to adapt: switch on method.augment.colour, translation or cutout.");
        }
        return Optional.empty();
    }

    /**
     * What a person probably did not mean, though it can be trained.
     *
     * @return sentences that name the fields and the reason
     */
    public static List<String> warnings(Recipe recipe) {
        MethodSettings method = recipe.method();
        List<String> found = new ArrayList<>();
        found.addAll(NetworkRules.warnings(recipe));
        ofLoss(recipe, found);
        ofLabels(method, found);
        AugmentSettings augment = method.augment();
        if (augments(augment) && !augment.adaptive() && augment.probability() == 0) {
            found.add("method.augment.probability is 0: no picture is augmented.");
        }
        if (method.generatorEvery() > 1 && method.generatorSteps() > 1) {
            found.add(
                    "method.generatorEvery and method.generatorSteps pull the ratio of steps in opposite directions: leave one of them at 1.");
        }
        if (method.criticSteps() > 1 && method.generatorSteps() > 1) {
            found.add(
                    "method.criticSteps and method.generatorSteps are both above 1: their ratio is what counts, and smaller numbers are quicker.");
        }
        if (method.pretraining() >= recipe.training().steps()) {
            found.add(
                    "method.pretraining is as long as training.steps: the generator never moves.");
        }
        if (method.instanceNoise() == 0 && method.instanceNoiseSteps() > 0) {
            found.add("method.instanceNoiseSteps has no effect while method.instanceNoise is 0.");
        }
        return List.copyOf(found);
    }

    private static void ofLoss(Recipe recipe, List<String> found) {
        MethodSettings method = recipe.method();
        Map<String, Double> penalties = gradientPenalties(method);
        boolean wasserstein = method.loss() == Loss.WASSERSTEIN;
        if (wasserstein && method.weightClip() == 0 && penalties.isEmpty()) {
            found.add(
                    "method.loss is wasserstein with neither method.gradientPenalty nor method.weightClip: unless its layers bound it, the critic's scores grow without end. Set the penalty to 10.");
        }
        if (method.weightClip() > 0 && !wasserstein) {
            found.add(
                    "method.weightClip is meant for the Wasserstein loss: other losses only lose a part of the discriminator's strength.");
        }
        OptimizerSettings critic = recipe.discriminator().optimizer();
        if (wasserstein
                && method.weightClip() > 0
                && critic.kind() != OptimizerKind.RMSPROP
                && critic.beta1() > 0) {
            found.add(
                    "discriminator.optimizer.beta1 is above 0 with method.weightClip: a clipped critic is unstable with momentum (WGAN, section 4). Use rmsprop.");
        }
        if (method.loss() == Loss.BEGAN
                && (!penalties.isEmpty()
                        || method.featureMatching().weight() > 0
                        || method.historicalAveraging().weight() > 0
                        || method.lecam().weight() > 0
                        || method.consistency().real() + method.consistency().fake() > 0
                        || method.weightClip() > 0
                        || method.topK().share() < 1)) {
            found.add(
                    "method.loss is began, whose discriminator answers no logits: penalties, clipping and top-k have no effect.");
        }
    }

    private static void ofLabels(MethodSettings method, List<String> found) {
        LabelSettings labels = method.labels();
        boolean soft =
                labels.realLow() != 1
                        || labels.realHigh() != 1
                        || labels.fakeLow() != 0
                        || labels.fakeHigh() != 0;
        boolean targets =
                switch (method.loss()) {
                    case WASSERSTEIN, HINGE, BEGAN -> false;
                    default -> true;
                };
        if (!targets && (soft || labels.flip() > 0 || method.realTarget() != 1)) {
            found.add(
                    "method.realTarget and method.labels have no effect: the loss "
                            + method.loss().id()
                            + " has no targets.");
        }
        if (targets
                && method.realTarget() != 1
                && (labels.realLow() != 1 || labels.realHigh() != 1)) {
            found.add(
                    "method.realTarget has no effect while method.labels.realLow to realHigh is a range.");
        }
    }

    /** The gradient penalties that are on, by key. */
    private static Map<String, Double> gradientPenalties(MethodSettings method) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("method.gradientPenalty", method.gradientPenalty());
        all.put("method.zeroCentered.weight", method.zeroCentered().weight());
        all.put("method.dragan.weight", method.dragan().weight());
        all.put("method.r1.weight", method.r1().weight());
        all.put("method.r2.weight", method.r2().weight());
        all.values().removeIf(weight -> weight == 0);
        return all;
    }

    private static boolean augments(AugmentSettings augment) {
        return augment.colour() || augment.translation() || augment.cutout();
    }
}
