package studio.saddlepoint.train.plan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.ShellLine.Shell;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.train.Throughput;
import studio.saddlepoint.train.plan.PlanAdvice.Topic;

class PlannerTest {
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Throughput FAST = new Throughput(100, 64);
  private static final Planner PLANNER = new Planner();

  private static PlannedData data(PictureKind kind, int images, int classes) {
    return new PlannedData(
        DataSettings.of("/pictures/flowers", 32),
        "flowers",
        kind,
        true,
        images,
        kind == PictureKind.PHOTOS || kind == PictureKind.DRAWINGS ? 3 : 1,
        classes,
        32);
  }

  private static List<Topic> topics(TrainingPlan plan) {
    return plan.advice().stream().map(PlanAdvice::topic).toList();
  }

  private static PlanAdvice advice(TrainingPlan plan, Topic topic) {
    return plan.advice().stream()
        .filter(each -> each.topic() == topic)
        .findFirst()
        .orElseThrow(() -> new AssertionError(topics(plan)));
  }

  @Test
  void everyCaseHasChoicesThatTrainAsTheySayAndAReason() {
    for (PictureKind kind : PictureKind.values()) {
      for (PlanTime time : PlanTime.values()) {
        for (int classes : new int[] {0, 10}) {
          for (int size : new int[] {32, 64}) {
            PlannedData data = data(kind, 60_000, classes).at(size);
            TrainingPlan plan = PLANNER.plan(data, time.usual());
            for (PlanChoice each : plan.ranked()) {
              assertEquals(size, each.recipe().data().size());
              assertEquals("/pictures/flowers", each.recipe().data().source());
              assertTrue(classes > 0 || !each.recipe().method().conditional(), each.toString());
              assertEquals(List.of(), RecipeCheck.warnings(each.recipe()));
              assertDoesNotThrow(() -> RecipeCheck.requireNew(each.recipe()));
              assertTrue(each.why().endsWith("."), each.why());
            }
          }
        }
      }
    }
  }

  @Test
  void labelsAndTheTimeDecide() {
    PlannedData labelled = data(PictureKind.GREY, 60_000, 10);
    assertTrue(PLANNER.plan(labelled, FIVE).recipe().method().conditional());
    PlannedData without = data(PictureKind.GREY, 60_000, 0);
    Recipe short5 = PLANNER.plan(without, FIVE).recipe();
    assertFalse(short5.method().conditional());
    Recipe night = PLANNER.plan(without, PlanTime.LONG.usual()).recipe();
    assertTrue(night.generator().width() > short5.generator().width());
    assertFalse(PLANNER.plan(data(PictureKind.GREY, 60_000, 1), FIVE).data().labelled());
  }

  @Test
  void timesAreAmongThoseThatTheyAreNearest() {
    assertEquals(PlanTime.SHORT, PlanTime.of(Duration.ofSeconds(10)));
    assertEquals(PlanTime.SHORT, PlanTime.of(Duration.ofMinutes(12)));
    assertEquals(PlanTime.MEDIUM, PlanTime.of(Duration.ofMinutes(13)));
    assertEquals(PlanTime.MEDIUM, PlanTime.of(Duration.ofHours(2)));
    assertEquals(PlanTime.LONG, PlanTime.of(Duration.ofHours(3)));
    assertEquals(PlanTime.LONG, PlanTime.of(Duration.ofDays(400)));
    for (PlanTime each : PlanTime.values()) {
      assertEquals(each, PlanTime.of(each.usual()));
    }
  }

  @Test
  void stepsFitTheTimeAtTheMeasuredSpeed() {
    TrainingPlan plan = PLANNER.plan(data(PictureKind.GREY, 60_000, 0), FIVE).at(FAST);
    long steps = (long) (Throughput.SHARE_OF_STEPS * 100 * 300);
    assertEquals(steps, plan.budget().orElseThrow().steps());
    assertEquals(steps * 64, plan.budget().orElseThrow().images());
    assertEquals(steps, plan.recipe().training().steps());
    String said = plan.expectation().orElseThrow();
    assertTrue(said.contains("6,400 pictures a second"), said);
    assertTrue(said.contains("5 minutes are 25,500 steps"), said);
    assertTrue(said.contains("1.6 M pictures, each of the 60,000 some 27 times"), said);
    assertEquals(
        "saddlepoint train wgan-gp-strokes --data flowers --steps 25500",
        plan.command("flowers").text(Shell.POSIX));
  }

  @Test
  void whatIsNotMeasuredHasATimeInItsCommandAndSettingsOfItsOwn() {
    PlannedData photos = data(PictureKind.PHOTOS, 60_000, 0).at(64);
    TrainingPlan plan = PLANNER.plan(photos, Duration.ofMinutes(30));
    assertTrue(plan.expectation().isEmpty());
    assertEquals(
        "saddlepoint train wgan-gp-strokes --data 'my photos' --minutes 30"
            + " --set data.size=64 --set generator.width=32 --set discriminator.width=32",
        plan.command("my photos").text(Shell.POSIX));
  }

  @Test
  void tooFewPicturesAreToldWithWhatHelps() {
    TrainingPlan plan = PLANNER.plan(data(PictureKind.PHOTOS, 320, 0), FIVE);
    PlanAdvice few = advice(plan, Topic.FEW_PICTURES);
    assertTrue(few.text().contains("are 320 pictures only"), few.text());
    assertTrue(few.text().contains("DiffAugment or ADA"), few.text());
    assertTrue(few.text().contains("data.mirror"), few.text());
    assertEquals("true", few.remedy().get("data.mirror"));
    TrainingPlan helped = PLANNER.plan(plan.data(), FIVE, few.remedy());
    assertTrue(helped.recipe().method().augment().colour());
    assertTrue(helped.recipe().data().mirror());
    assertEquals(Map.of(), advice(helped, Topic.FEW_PICTURES).remedy());
    assertEquals(List.of(), RecipeCheck.warnings(helped.recipe()));
    assertFalse(
        topics(PLANNER.plan(data(PictureKind.PHOTOS, 5_000, 0), FIVE))
            .contains(Topic.FEW_PICTURES));
  }

  @Test
  void fewLettersAreNotToBeMirrored() {
    PlanAdvice few =
        advice(PLANNER.plan(data(PictureKind.GLYPHS, 320, 0), FIVE), Topic.FEW_PICTURES);
    assertFalse(few.text().contains("mirror"), few.text());
    assertFalse(few.remedy().containsKey("data.mirror"));
    assertFalse(few.remedy().containsKey("method.augment.colour"));
  }

  @Test
  void aBatchIsNoLargerThanTheData() {
    TrainingPlan plan = PLANNER.plan(data(PictureKind.PHOTOS, 40, 0), FIVE);
    assertEquals(20, plan.recipe().training().batchSize());
    assertTrue(advice(plan, Topic.SMALL_BATCH).text().contains("20 pictures here, not 64"));
    assertEquals(
        2, PLANNER.plan(data(PictureKind.PHOTOS, 1, 0), FIVE).recipe().training().batchSize());
  }

  @Test
  void mirroredLettersAreToldAndOtherPicturesAreCautionedWhereNobodyKnows() {
    Map<String, String> mirror = Map.of("data.mirror", "true");
    PlanAdvice letters =
        advice(
            PLANNER.plan(data(PictureKind.GLYPHS, 60_000, 10), FIVE, mirror),
            Topic.MIRRORED_LETTERS);
    assertEquals(Map.of("data.mirror", "false"), letters.remedy());
    PlannedData known = data(PictureKind.PHOTOS, 60_000, 10);
    assertEquals(List.of(), topics(PLANNER.plan(known, FIVE, mirror)));
    PlannedData unknown =
        new PlannedData(known.settings(), "flowers", PictureKind.PHOTOS, false, 60_000, 3, 10, 32);
    assertEquals(List.of(Topic.MIRRORED), topics(PLANNER.plan(unknown, FIVE, mirror)));
    assertEquals(List.of(), topics(PLANNER.plan(unknown, FIVE)));
  }

  @Test
  void missingLabelsAreToldAndClustersOfferedByTheFirstRecipeThatMakesThem() {
    TrainingPlan plan = PLANNER.plan(data(PictureKind.GREY, 60_000, 0), FIVE);
    assertEquals("clusters-wgan-gp-strokes", plan.clusters().orElseThrow().name());
    assertTrue(plan.clusters().orElseThrow().method().clustered());
    String table = PlanFiles.text("candidates.json");
    Planner other =
        new Planner(
            new PlanTable(
                PlanFile.of(
                    "candidates.json",
                    table.replace(
                        "\"clusters\": [\"clusters-wgan-gp-strokes\"]",
                        "\"clusters\": [\"none-such\", \"vae-strokes\"]"))),
            new PastScores(PlanFile.embedded(PastScores.FILE)));
    TrainingPlan offering = other.plan(data(PictureKind.GREY, 60_000, 0), FIVE);
    assertEquals("vae-strokes", offering.clusters().orElseThrow().name());
    assertTrue(advice(offering, Topic.NO_LABELS).text().contains("\"vae-strokes\""));
    assertTrue(other.plan(data(PictureKind.GREY, 60_000, 10), FIVE).clusters().isEmpty());
  }

  @Test
  void aTimeTooShortForOnePassAndPicturesTooLargeForItAreTold() {
    PlannedData photos = data(PictureKind.PHOTOS, 60_000, 10).at(64);
    TrainingPlan plan = PLANNER.plan(photos, FIVE).at(new Throughput(1, 64));
    PlanAdvice time = advice(plan, Topic.SHORT_TIME);
    assertTrue(time.text().contains("16.3 k of 60,000"), time.text());
    assertTrue(time.text().contains("some 18 minutes"), time.text());
    PlanAdvice large = advice(plan, Topic.LARGE_PICTURES);
    assertEquals(Map.of("data.size", "32"), large.remedy());
    TrainingPlan smaller = PLANNER.plan(photos, FIVE, large.remedy()).at(new Throughput(1, 64));
    assertEquals(List.of(Topic.SHORT_TIME), topics(smaller));
    assertEquals(List.of(), topics(PLANNER.plan(photos, FIVE).at(FAST)));
  }

  @Test
  void allRemediesCanBeSet() {
    for (PictureKind kind : PictureKind.values()) {
      for (int images : new int[] {1, 40, 4_000}) {
        TrainingPlan plan =
            PLANNER
                .plan(data(kind, images, 0).at(64), FIVE, Map.of("data.mirror", "true"))
                .at(new Throughput(1, 2));
        Stream.of(plan)
            .flatMap(each -> each.advice().stream())
            .forEach(
                each ->
                    assertDoesNotThrow(
                        () -> plan.first().recipe().with(each.remedy()), each.toString()));
      }
    }
  }

  @Test
  void namesOfCandidatesAreOfRecipesAndScoresOfCandidatesOrRecipes() {
    List<String> recipes = Recipes.embedded().stream().map(Recipe::name).toList();
    List<PlanCandidate> candidates = new PlanTable(PlanFile.embedded(PlanTable.FILE)).candidates();
    candidates.forEach(each -> assertTrue(recipes.contains(each.recipe()), each.recipe()));
    for (PastScore each : new PastScores(PlanFile.embedded(PastScores.FILE)).all()) {
      assertTrue(
          recipes.contains(each.candidate())
              || candidates.stream().anyMatch(one -> one.name().equals(each.candidate())),
          each.candidate());
    }
  }
}
