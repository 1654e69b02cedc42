package studio.saddlepoint.train.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.train.plan.PlanAdvice.Topic;
import studio.saddlepoint.train.plan.TrainingPlan.Budget;

/** The rules by which a plan warns. */
final class PlanCautions {
  /** With fewer, a discriminator learns them by heart within minutes. */
  static final int FEW = 5_000;

  /** With fewer, augmentation hardly helps either. */
  static final int HARDLY_ANY = 200;

  /** Sizes above it cost some four times as much for each doubling. */
  static final int SMALL_SIDE = 32;

  /** Real pictures below which larger ones than that stay blobs. */
  static final long LEAST_FOR_LARGE = 300_000;

  private static final String MIRROR = "data.mirror";

  private final PlannedData data;
  private final Recipe recipe;
  private final int usualBatch;
  private final Optional<Recipe> clusters;

  /**
   * Rules for a plan.
   *
   * @param first its first choice
   * @param clusters a recipe that makes classes of its own, where the data has none
   */
  PlanCautions(PlannedData data, PlanChoice first, Optional<Recipe> clusters) {
    this.data = data;
    this.recipe = first.recipe();
    this.usualBatch = Recipes.load(first.candidate().recipe()).training().batchSize();
    this.clusters = clusters;
  }

  /**
   * What there is to be told, the gravest first.
   *
   * @param budget what the time buys; empty until that is known
   */
  List<PlanAdvice> all(Optional<Budget> budget, Duration time) {
    List<PlanAdvice> found = new ArrayList<>();
    few().ifPresent(found::add);
    smallBatch().ifPresent(found::add);
    mirrored().ifPresent(found::add);
    budget.flatMap(each -> shortTime(each, time)).ifPresent(found::add);
    budget.flatMap(each -> large(each, time)).ifPresent(found::add);
    labels().ifPresent(found::add);
    return found;
  }

  private Optional<PlanAdvice> few() {
    if (data.images() >= FEW) {
      return Optional.empty();
    }
    Map<String, String> remedy = new LinkedHashMap<>();
    if (!recipe.method().augment().any()) {
      remedy.put("method.augment.translation", "true");
      remedy.put("method.augment.cutout", "true");
      if (data.channels() > 1) {
        remedy.put("method.augment.colour", "true");
      }
    }
    boolean glyphs = data.kind() == PictureKind.GLYPHS;
    if (!glyphs && data.kindKnown() && !recipe.data().mirror()) {
      remedy.put(MIRROR, "true");
    }
    String helps =
        recipe.method().augment().any()
            ? " Augmentation is on, which helps."
            : " Augmentation (DiffAugment or ADA) helps: all that the discriminator sees is then shifted and partly covered.";
    String mirror =
        glyphs || recipe.data().mirror()
            ? ""
            : " So does data.mirror where left and right mean the same.";
    return Optional.of(
        new PlanAdvice(
            Topic.FEW_PICTURES,
            English.of(
                    "There %s only: the discriminator soon knows %s by heart, and its pictures become copies or all alike.",
                    data.images() == 1
                        ? "is 1 picture"
                        : English.of("are %s", English.count(data.images(), "picture")),
                    data.images() == 1 ? "it" : "them")
                + helps
                + mirror
                + (data.images() < HARDLY_ANY
                    ? " Best is to add more: some hundreds at least, better some thousands."
                    : " Some thousands more help most."),
            remedy));
  }

  private Optional<PlanAdvice> smallBatch() {
    return recipe.training().batchSize() >= usualBatch || data.images() >= usualBatch
        ? Optional.empty()
        : Optional.of(
            new PlanAdvice(
                Topic.SMALL_BATCH,
                English.of(
                    "A batch has %d pictures here, not %d as in the recipe, for there are no more than %d.",
                    recipe.training().batchSize(), usualBatch, data.images()),
                Map.of()));
  }

  private Optional<PlanAdvice> mirrored() {
    if (!recipe.data().mirror()) {
      return Optional.empty();
    }
    if (data.kind() == PictureKind.GLYPHS) {
      return Optional.of(
          new PlanAdvice(
              Topic.MIRRORED_LETTERS,
              English.of(
                  "data.mirror is on, but %s shows letters or digits: mirrored, they are others or none, and those are learnt, too. Switch it off.",
                  data.name()),
              Map.of(MIRROR, "false")));
    }
    return data.kindKnown()
        ? Optional.empty()
        : Optional.of(
            new PlanAdvice(
                Topic.MIRRORED,
                "data.mirror is on: half of the pictures are shown mirrored. Letters, digits and all else whose left and right differ come out wrong by it.",
                Map.of()));
  }

  private Optional<PlanAdvice> shortTime(Budget budget, Duration time) {
    if (budget.images() >= data.images()) {
      return Optional.empty();
    }
    double needed = (double) data.images() / budget.images() * (time.toNanos() / 60e9);
    return Optional.of(
        new PlanAdvice(
            Topic.SHORT_TIME,
            English.of(
                "The time is too short for one pass: %s of %,d pictures are seen. One pass takes some %s here.",
                English.brief(budget.images()),
                data.images(),
                TrainingPlan.words(Duration.ofNanos((long) (needed * 60e9)))),
            Map.of()));
  }

  private Optional<PlanAdvice> large(Budget budget, Duration time) {
    int size = recipe.data().size();
    if (size <= SMALL_SIDE || budget.images() >= LEAST_FOR_LARGE) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanAdvice(
            Topic.LARGE_PICTURES,
            English.of(
                "Pictures of %1$d x %1$d pixels are larger than what %2$s buy here: after %3$s of them they are likely to be blobs. %4$d x %4$d makes several times as many steps.",
                size, TrainingPlan.words(time), English.brief(budget.images()), SMALL_SIDE),
            Map.of("data.size", Integer.toString(SMALL_SIDE))));
  }

  private Optional<PlanAdvice> labels() {
    if (data.labelled()) {
      return Optional.empty();
    }
    String offer =
        clusters
            .map(
                each ->
                    English.of(
                        " Or let the recipe \"%s\" sort them by itself: it makes classes of clusters.",
                        each.name()))
            .orElse("");
    return Optional.of(
        new PlanAdvice(
            Topic.NO_LABELS,
            "There are no classes. A method that is told the class makes better pictures in the same time: where yours fall into kinds, put each kind into a folder of its own."
                + offer,
            Map.of()));
  }
}
