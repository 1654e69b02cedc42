package studio.saddlepoint.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.network.Activation;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.DiscriminatorConditioning;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/**
 * Settings that have no effect beside others of the same recipe. Whoever sets one is told so; one
 * at its default is no news.
 */
final class UnusedSettings {
  private static final List<String> OF_LOGITS =
      List.of(
          "method.gradientPenalty",
          "method.zeroCentered.weight",
          "method.dragan.weight",
          "method.r1.weight",
          "method.r2.weight",
          "method.featureMatching.weight",
          "method.historicalAveraging.weight",
          "method.lecam.weight",
          "method.consistency.real",
          "method.consistency.fake",
          "method.pathLength.weight",
          "method.weightClip",
          "method.topK.share");

  /** Side of the maps that attend to themselves. */
  private static final int ATTENDING = 16;

  private static final List<Rule> RULES = rules();

  private UnusedSettings() {}

  /**
   * Settings that a condition makes idle.
   *
   * @param idle whether they have no effect
   * @param why the reason, to follow "has no effect: "
   * @param keys the settings
   */
  private record Rule(Predicate<Recipe> idle, String why, List<String> keys) {
    static Rule of(Predicate<Recipe> idle, String why, String... keys) {
      return new Rule(idle, why, List.of(keys));
    }
  }

  /** A sentence for each reason why settings that are not at their default have no effect. */
  static List<String> warnings(Recipe recipe) {
    List<String> found = new ArrayList<>();
    for (Rule rule : RULES) {
      List<String> set =
          rule.keys().stream().filter(key -> isSet(recipe, HyperParameters.of(key))).toList();
      if (!set.isEmpty() && rule.idle().test(recipe)) {
        found.add(
            String.join(", ", set)
                + (set.size() == 1 ? " has" : " have")
                + " no effect: "
                + rule.why());
      }
    }
    return found;
  }

  /** The keys of all settings that have no effect, at their default or not. */
  static Set<String> idle(Recipe recipe) {
    return RULES.stream()
        .filter(rule -> rule.idle().test(recipe))
        .flatMap(rule -> rule.keys().stream())
        .collect(Collectors.toSet());
  }

  private static boolean isSet(Recipe recipe, HyperParameter parameter) {
    String usual = parameter.format(parameter.parse(parameter.description().value()));
    return !parameter.format(parameter.get(recipe)).equals(usual);
  }

  private static List<Rule> rules() {
    List<Rule> all = new ArrayList<>();
    ofNetworks(all);
    ofLoss(all);
    ofTricks(all);
    for (MethodKind kind : MethodKind.values()) {
      all.add(
          new Rule(
              recipe -> recipe.method().kind() == kind,
              "method.kind is " + kind.id() + ", which has no use for it.",
              HyperParameters.all().stream()
                  .map(HyperParameter::key)
                  .filter(key -> !kind.uses(key))
                  .toList()));
    }
    HyperParameters.all().stream()
        .filter(each -> each.type() == OptimizerKind.class)
        .forEach(kind -> ofOptimizer(all, kind));
    return List.copyOf(all);
  }

  private static void ofNetworks(List<Rule> all) {
    all.add(
        Rule.of(recipe -> dense(recipe), "dense layers do not grow maps.", "generator.upsampling"));
    all.add(
        Rule.of(
            recipe -> dense(recipe) && !began(recipe),
            "dense discriminators have no maps to make smaller.",
            "discriminator.downsampling"));
    all.add(
        Rule.of(
            recipe ->
                !dense(recipe)
                    && !recipe.generator().architecture().choosesDownsampling()
                    && !began(recipe)
                    && !r3gan(recipe),
            "its architecture's discriminators always take averages.",
            "discriminator.downsampling"));
    all.add(
        Rule.of(
            recipe -> recipe.generator().architecture() == Architecture.RESNET,
            "residual generators always double by nearest neighbours.",
            "generator.upsampling"));
    all.add(
        Rule.of(
            UnusedSettings::r3gan,
            "R3GAN's maps always grow and shrink by the filter [1, 2, 1].",
            "generator.upsampling",
            "discriminator.downsampling",
            "encoder.downsampling"));
    all.add(
        Rule.of(
            recipe -> recipe.data().size() % ATTENDING != 0,
            "pictures of this data.size have no maps of 16x16 to attend over.",
            "generator.attention",
            "discriminator.attention"));
    all.add(
        Rule.of(
            recipe -> recipe.generator().architecture().equalized(),
            "its architecture's layers have an equalised learning rate.",
            "generator.firstWeights",
            "generator.spectralNorm",
            "discriminator.firstWeights",
            "discriminator.spectralNorm"));
    all.add(
        Rule.of(
            recipe -> !recipe.method().growing().on(),
            "nothing grows while method.growing.from is 0.",
            "method.growing.fadeImages",
            "method.growing.stableImages"));
    ofSlopes(all);
    ofStyles(all);
    all.add(
        Rule.of(
            recipe -> !recipe.method().conditional(),
            "method.conditional is false, so no network is told the class.",
            "generator.conditioning",
            "discriminator.conditioning",
            "method.clusters.count"));
    all.add(
        Rule.of(
            recipe -> !recipe.method().clustered(),
            "there are no clusters while method.clusters.count is 0 or method.conditional is false.",
            "method.clusters.first",
            "method.clusters.every",
            "method.clusters.sample"));
    all.add(
        Rule.of(
            recipe ->
                !recipe.method().conditional()
                    || recipe.discriminator().conditioning()
                        != DiscriminatorConditioning.CLASSIFIER,
            "only a conditional discriminator whose discriminator.conditioning is classifier has"
                + " class losses.",
            "method.classifier.discriminator",
            "method.classifier.generator"));
    all.add(
        Rule.of(
            recipe -> !comparesWithReference(recipe),
            "neither network has virtual batch norm.",
            "training.referenceSize"));
  }

  /** Generators with styles have what others have not, and the other way round. */
  private static void ofStyles(List<Rule> all) {
    all.add(
        Rule.of(
            recipe -> !recipe.generator().architecture().styled(),
            "its generator has no mapping network, so there are no styles.",
            "generator.mapping.layers",
            "method.styleMixing"));
    all.add(
        Rule.of(
            recipe -> recipe.generator().architecture().styled(),
            "style-based generators always double through a smoothing kernel.",
            "generator.upsampling"));
    all.add(
        Rule.of(
            recipe -> recipe.generator().architecture().styled(),
            "style-based networks have no attention, and their weights begin at deviation 1.",
            "encoder.firstWeights",
            "generator.attention",
            "discriminator.attention"));
  }

  /** Only leaky ReLU has a slope. */
  private static void ofSlopes(List<Rule> all) {
    String why = "its activation is no leaky ReLU.";
    all.add(
        Rule.of(
            recipe ->
                !leaky(
                    recipe.generator().activation(),
                    recipe.generator().architecture() == Architecture.MLP
                        || r3gan(recipe)
                        || recipe.generator().architecture().styled()),
            why,
            "generator.slope"));
    all.add(
        Rule.of(
            recipe -> !leaky(recipe.discriminator().activation(), leakyTrunk(recipe)),
            why,
            "discriminator.slope"));
    all.add(
        Rule.of(
            recipe -> !leaky(recipe.encoder().activation(), leakyTrunk(recipe)),
            why,
            "encoder.slope"));
  }

  private static boolean leaky(Activation activation, boolean usually) {
    return activation == Activation.LEAKY_RELU || activation == Activation.USUAL && usually;
  }

  /** Whether what pictures go into has leaky ReLU unless the recipe says otherwise. */
  private static boolean leakyTrunk(Recipe recipe) {
    return switch (recipe.generator().architecture()) {
      case DCGAN, DENSE_CONV, PROGAN, R3GAN -> true;
      case MLP, STYLEGAN, STYLEGAN2 -> !began(recipe); // BEGAN's own networks reconstruct for it
      case RESNET, ENCODER_DECODER, IMPORTED -> false;
    };
  }

  private static boolean comparesWithReference(Recipe recipe) {
    return recipe.generator().normalization() == Normalization.VIRTUAL_BATCH
        || recipe.discriminator().normalization() == Normalization.VIRTUAL_BATCH;
  }

  private static void ofLoss(List<Rule> all) {
    all.add(
        new Rule(
            recipe -> began(recipe),
            "method.kind is began, whose discriminator answers no logits.",
            OF_LOGITS));
    all.add(
        Rule.of(
            recipe -> began(recipe),
            "the method began gives no logits to adapt by, so no picture is augmented. Switch it"
                + " off to augment a fixed share.",
            "method.augment.adaptive"));
    all.add(
        Rule.of(
            recipe -> began(recipe),
            "method.kind is began, which has a loss of its own.",
            "method.loss"));
    all.add(
        Rule.of(
            recipe -> !began(recipe),
            "it belongs to the method began alone.",
            "method.began.gamma",
            "method.began.speed",
            "method.began.patience"));
  }

  private static void ofTricks(List<Rule> all) {
    all.add(
        Rule.of(
            recipe ->
                recipe.method().warmUp().steps() == 0 && recipe.method().warmUp().again() == 0,
            "there is no warm-up while method.warmUp.steps and method.warmUp.again are 0.",
            "method.warmUp.criticSteps"));
    all.add(
        Rule.of(
            recipe -> recipe.method().r1().weight() == 0,
            "there is none while method.r1.weight is 0.",
            "method.r1.every"));
    all.add(
        Rule.of(
            recipe -> recipe.method().pathLength().weight() == 0,
            "there is none while method.pathLength.weight is 0.",
            "method.pathLength.every",
            "method.pathLength.decay"));
    all.add(
        Rule.of(
            recipe -> recipe.method().dragan().weight() == 0,
            "there is none while method.dragan.weight is 0.",
            "method.dragan.spread"));
    all.add(
        Rule.of(
            recipe -> recipe.method().lecam().weight() == 0,
            "there is none while method.lecam.weight is 0.",
            "method.lecam.decay"));
    all.add(
        Rule.of(
            recipe -> recipe.method().augment().adaptive(),
            "method.augment.adaptive decides it.",
            "method.augment.probability"));
    all.add(
        Rule.of(
            recipe -> !recipe.method().augment().any(),
            "nothing is augmented while all switches of method.augment are off.",
            "method.augment.probability"));
    all.add(
        Rule.of(
            recipe -> !recipe.method().augment().adaptive(),
            "method.augment.adaptive is false.",
            "method.augment.target",
            "method.augment.speed"));
    all.add(
        Rule.of(
            recipe -> recipe.training().evaluateEvery() == 0,
            "nothing is evaluated while training.evaluateEvery is 0.",
            "training.evaluateSamples"));
  }

  private static void ofOptimizer(List<Rule> all, HyperParameter kind) {
    String prefix = kind.key().substring(0, kind.key().lastIndexOf('.') + 1);
    all.add(
        Rule.of(
            recipe -> kind.get(recipe) == OptimizerKind.RMSPROP,
            "this RMSProp has no momentum.",
            prefix + "beta1"));
    all.add(
        Rule.of(
            recipe -> kind.get(recipe) == OptimizerKind.SGD,
            "SGD does not scale its steps.",
            prefix + "beta2"));
    all.add(
        Rule.of(
            recipe -> kind.get(recipe) != OptimizerKind.ADAMW,
            "only AdamW lets weights decay.",
            prefix + "weightDecay"));
  }

  private static boolean dense(Recipe recipe) {
    return recipe.generator().architecture().dense();
  }

  private static boolean r3gan(Recipe recipe) {
    return recipe.generator().architecture() == Architecture.R3GAN;
  }

  private static boolean began(Recipe recipe) {
    return recipe.method().kind() == MethodKind.BEGAN;
  }
}
