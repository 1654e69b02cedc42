package studio.saddlepoint.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.recipe.method.LabelSettings;
import studio.saddlepoint.recipe.method.Loss.Judgement;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.DiscriminatorConditioning;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.GeneratorSettings;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;

/** The check of settings of a recipe that do not go together. */
public final class RecipeCheck {
  /** The probability up to which ADA's augmentations hardly leak (Karras et al. 2020). */
  private static final double SAFE = 0.8;

  private RecipeCheck() {}

  /**
   * Why a combination of settings cannot train as it says; empty where it can.
   *
   * @return a sentence that names the fields and what to change
   */
  static Optional<String> refusal(
      GeneratorSettings generator, DiscriminatorSettings discriminator, MethodSettings method) {
    if (method.clustered()) {
      Optional<String> clusters = refusalOfClusters(discriminator, method);
      if (clusters.isPresent()) {
        return clusters;
      }
    }
    if (!method.kind().judges()) {
      return Optional.empty(); // none of the settings below is of use
    }
    Map<String, Double> penalties = gradientPenalties(method);
    boolean batchNorm =
        discriminator.normalization() == Normalization.BATCH && !generator.architecture().dense();
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
          "method.labels." + kind + "Low is above method.labels." + kind + "High: exchange them.");
    }
    AugmentSettings augment = method.augment();
    if (augment.adaptive() && !augment.any()) {
      return Optional.of(
          "method.augment.adaptive is true, but there is nothing to adapt: switch on method.augment.pixelBlitting, geometry and colourTransforms, or another augmentation.");
    }
    return Optional.empty();
  }

  private static Optional<String> refusalOfClusters(
      DiscriminatorSettings discriminator, MethodSettings method) {
    if (method.clusters().count() == 1) {
      return Optional.of(
          "method.clusters.count is 1, which tells nothing apart: set it to 2 or more, or to 0 for none.");
    }
    if (method.kind() != MethodKind.ADVERSARIAL) {
      return Optional.of(
          "method.clusters.count is "
              + method.clusters().count()
              + " while method.kind is "
              + method.kind().id()
              + ": clusters are made of the features of a discriminator with a logit. Set method.kind to adversarial, or the count to 0.");
    }
    return discriminator.normalization() == Normalization.VIRTUAL_BATCH
        ? Optional.of(
            "discriminator.normalization is virtual-batch while method.clusters.count is "
                + method.clusters().count()
                + ": its reference pictures are chosen before there are clusters. Choose another normalization.")
        : Optional.empty();
  }

  /**
   * Refuses a recipe that no new run may begin with, though it opens and runs of it go on: it asks
   * for what would silently not be done.
   *
   * @throws StudioException with a sentence that names the fields and what to change
   */
  public static void requireNew(Recipe recipe) {
    NetworkRules.refusalOfNew(recipe)
        .or(() -> GrowingRules.refusalOfNew(recipe))
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
  }

  /**
   * What a person probably did not mean, though it can be trained: of a recipe with schedules, what
   * is so at every moment.
   *
   * @return sentences that name the fields and the reason
   */
  public static List<String> warnings(Recipe recipe) {
    List<String> found = new ArrayList<>(warningsOfFineTuning(recipe));
    int frozen = recipe.discriminator().frozenLayers();
    if (frozen > 0 && recipe.method().kind().judges()) {
      found.add(
          "discriminator.frozenLayers is "
              + frozen
              + ", but the training does not start from another run's weights: layers that are frozen at their first weights learn nothing. Fine-tune a run, or set it to 0.");
    }
    return List.copyOf(found);
  }

  /** As {@link #warnings}, of a training that starts from the weights of another run. */
  public static List<String> warningsOfFineTuning(Recipe recipe) {
    Set<String> found = new LinkedHashSet<>(ofMoment(recipe.at(0)));
    for (long moment : ScheduleRules.moments(recipe.inImages().schedules())) {
      found.retainAll(ofMoment(recipe.at(moment)));
    }
    GrowingRules.refusalOfNew(recipe).ifPresent(found::add);
    GrowingRules.warning(recipe).ifPresent(found::add);
    return List.copyOf(found);
  }

  private static List<String> ofMoment(Recipe recipe) {
    MethodSettings method = recipe.method();
    List<String> found = new ArrayList<>();
    NetworkRules.refusalOfNew(recipe).ifPresent(found::add);
    found.addAll(UnusedSettings.warnings(recipe));
    ofLoss(recipe, found);
    ofLabels(method, found);
    ofPace(recipe, found);
    ofAugmentation(method.augment(), found);
    ofMirror(recipe.data(), found);
    return List.copyOf(found);
  }

  private static void ofMirror(DataSettings data, List<String> found) {
    if (data.mirror() && LettersAndDigits.named(data.source())) {
      found.add(
          English.of(
              "data.mirror is true, but %s shows letters or digits: mirrored, they are others or none, and the generator learns those, too. Set it to false.",
              PathNames.spelt(data.source()).map(PathNames::of).orElse(data.source())));
    }
  }

  private static void ofAugmentation(AugmentSettings augment, List<String> found) {
    if (!augment.any() || augment.adaptive()) {
      return;
    }
    if (augment.probability() == 0) {
      found.add("method.augment.probability is 0: no picture is augmented.");
    }
    if (augment.ada() && augment.probability() > SAFE) {
      found.add(
          "method.augment.probability is "
              + augment.probability()
              + " with augmentations of ADA: above "
              + SAFE
              + " they leak, and the generator learns turned or recoloured pictures (Karras et al. 2020, section 2.2). Set it to "
              + SAFE
              + " at most, or method.augment.adaptive to true.");
    }
  }

  /** How often the players move. */
  private static void ofPace(Recipe recipe, List<String> found) {
    MethodSettings method = recipe.method();
    if (method.generatorEvery() > 1 && method.generatorSteps() > 1) {
      found.add(
          "method.generatorEvery and method.generatorSteps pull the ratio of steps in opposite directions: leave one of them at 1.");
    }
    if (method.criticSteps() > 1 && method.generatorSteps() > 1) {
      found.add(
          "method.criticSteps and method.generatorSteps are both above 1: their ratio is what counts, and smaller numbers are quicker.");
    }
    long steps = recipe.training().steps();
    int alone = method.generatorPretraining();
    if (alone >= steps) {
      found.add(
          "method.generatorPretraining is as long as training.steps: the discriminator never moves.");
      return;
    }
    long since = steps - alone;
    long last = since / method.generatorEvery() * method.generatorEvery();
    if (last <= method.pretraining()) {
      String again = alone > 0 ? " again." : ".";
      found.add(
          method.pretraining() >= since
              ? "method.pretraining is as long as training.steps"
                  + (alone > 0 ? " after method.generatorPretraining" : "")
                  + ": the generator never moves"
                  + again
              : "method.generatorEvery lets the generator move at no step after method.pretraining and up to training.steps: it never moves"
                  + again);
    }
  }

  private static void ofLoss(Recipe recipe, List<String> found) {
    MethodSettings method = recipe.method();
    Map<String, Double> penalties = gradientPenalties(method);
    boolean adversarial = method.kind() == MethodKind.ADVERSARIAL;
    boolean critic = adversarial && method.loss().judgement() == Judgement.SCORES;
    if (critic && method.weightClip() == 0 && penalties.isEmpty()) {
      found.add(
          "method.loss is "
              + method.loss().id()
              + " with neither method.gradientPenalty nor method.weightClip: unless its layers bound it, the critic's scores grow without end. Set the penalty to 10.");
    }
    if (method.weightClip() > 0 && !critic && adversarial) {
      found.add(
          "method.weightClip is meant for the Wasserstein loss: other losses only lose a part of the discriminator's strength.");
    }
    OptimizerSettings optimizer = recipe.discriminator().optimizer();
    if (critic
        && method.weightClip() > 0
        && optimizer.kind() != OptimizerKind.RMSPROP
        && optimizer.beta1() > 0) {
      found.add(
          "discriminator.optimizer.beta1 is above 0 with method.weightClip: a clipped critic is unstable with momentum (WGAN, section 4). Use rmsprop.");
    }
    if (method.conditional()
        && recipe.discriminator().conditioning() == DiscriminatorConditioning.CLASSIFIER
        && method.classifier().discriminator() == 0) {
      found.add(
          "method.classifier.discriminator is 0: the auxiliary classifier learns nothing, so the generator cannot learn from it what a class looks like.");
    }
    boolean anchored =
        !critic
            && method.loss().judgement() != Judgement.COMPARISONS
            && method.loss().judgement() != Judgement.PAIRS;
    if (method.augment().adaptive() && !anchored) {
      found.add(
          "method.augment.adaptive follows the sign of the real logits, which means nothing with the loss "
              + method.loss().id()
              + ": it leaves the scores' zero open. Set a fixed method.augment.probability.");
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
        method.kind() == MethodKind.ADVERSARIAL
            && method.loss().judgement() != Judgement.SCORES
            && method.loss().judgement() != Judgement.MARGINS
            && method.loss().judgement() != Judgement.PAIRS;
    if (!targets && (soft || labels.flip() > 0 || method.realTarget() != 1)) {
      found.add(
          "method.realTarget and method.labels have no effect: the loss "
              + method.objective().id()
              + " has no targets.");
    }
    if (targets && method.realTarget() != 1 && (labels.realLow() != 1 || labels.realHigh() != 1)) {
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
}
