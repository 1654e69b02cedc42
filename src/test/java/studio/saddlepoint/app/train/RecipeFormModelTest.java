package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.recipe.StylePreset;
import studio.saddlepoint.recipe.parameter.HyperParameter;

class RecipeFormModelTest {
  private final List<String> shown = new ArrayList<>();
  private final UndoStack undo = new UndoStack(shown::add);
  private final RecipeFormModel form = new RecipeFormModel(undo);
  private final List<String> applied = new ArrayList<>();

  RecipeFormModelTest() {
    form.show(Recipe.defaults());
  }

  private Field field(String key) {
    return form.fields().stream()
        .filter(each -> each.parameter().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void training(boolean active) {
    form.liveChanges(active, (key, value) -> applied.add(key + "=" + value));
  }

  @Test
  void everyHyperParameterIsInTheForm() {
    assertEquals(HyperParameters.all().size(), form.fields().size());
  }

  @Test
  void aRecipeOnOtherDataIsCalledAfterItUnlessThePersonNamedIt() {
    form.show(Recipes.load("wgan-gp-strokes"));
    field("data.source").commit("/photos/flowers");
    assertEquals("WGAN-GP on flowers", form.edited().title());
    assertTrue(form.edited().expect().startsWith("Not measured on flowers yet."));
    field("title").commit("My first");
    assertEquals("My first", form.edited().title());
    assertEquals("wgan-gp-flowers", form.edited().name());
  }

  @Test
  void aPresetFillsTheFieldsInOneEdit() {
    field("generator.architecture").commit("stylegan2");
    field("training.batchSize").commit("32");
    form.fill(StylePreset.AUTO);
    assertEquals("0.0064", field("method.r1.weight").textProperty().get());
    assertEquals("", form.problemProperty().get());
    assertEquals(
        StylePreset.AUTO.fill(Recipe.defaults().with("training.batchSize", 32)), form.edited());
    undo.undo();
    assertEquals("0", field("method.r1.weight").textProperty().get());
    assertEquals("stylegan2", field("generator.architecture").textProperty().get());
  }

  @Test
  void aValueOutOfRangeIsNamedAndNotApplied() {
    training(true);
    field("generator.optimizer.learningRate").commit("-1");
    assertTrue(
        field("generator.optimizer.learningRate")
            .problemProperty()
            .get()
            .contains("between 0 and"));
    assertEquals(1, form.problemsProperty().get());
    assertTrue(applied.isEmpty());
    assertEquals(Recipe.defaults(), form.edited());
  }

  @Test
  void liveHyperParametersGoToTheTrainingAtOnce() {
    training(true);
    field("generator.optimizer.learningRate").commit("1e-3");
    assertEquals(List.of("generator.optimizer.learningRate=0.001"), applied);
    assertEquals(0, form.editsProperty().get());
  }

  @Test
  void aLiveChangeThatDoesNotFitTheOthersIsToldAtItsField() {
    form.liveChanges(true, (key, value) -> HyperParameters.of(key).set(Recipe.defaults(), value));
    Field penalty = field("method.gradientPenalty");
    penalty.commit("10");
    assertTrue(
        penalty.problemProperty().get().startsWith("discriminator.normalization is batch"),
        penalty.problemProperty().get());
    assertEquals(1, form.problemsProperty().get());
    penalty.commit("0");
    assertEquals("", penalty.problemProperty().get());
  }

  @Test
  void whatWouldSilentlyNotBeDoneIsRefusedForANewRunAndTellsOfAnOldOne() {
    field("generator.architecture").commit("mlp");
    assertTrue(form.problemProperty().get().contains("no batch norm"));
    field("discriminator.normalization").commit("none");
    assertEquals("", form.problemProperty().get());
    form.show(Recipe.defaults().with("generator.architecture", "mlp"));
    assertEquals("", form.problemProperty().get());
    assertTrue(form.warningProperty().get().contains("no batch norm"));
  }

  @Test
  void othersWaitForANewRun() {
    training(true);
    field("generator.width").commit("24");
    assertTrue(applied.isEmpty());
    assertEquals(1, form.editsProperty().get());
    assertEquals(24, form.edited().generator().width());
  }

  @Test
  void withoutATrainingLiveOnesWaitToo() {
    training(false);
    field("generator.optimizer.learningRate").commit("1e-3");
    assertTrue(applied.isEmpty());
    assertEquals(1e-3, form.edited().generator().optimizer().learningRate());
  }

  @Test
  void editsStayWhenTheTrainingChangesSomethingElse() {
    field("generator.width").commit("24");
    form.follow(Recipe.defaults().with("method.instanceNoise", "0.1"));
    assertEquals("24", field("generator.width").textProperty().get());
    assertEquals("0.1", field("method.instanceNoise").textProperty().get());
    form.revert();
    assertFalse(field("generator.width").editedProperty().get());
  }

  @Test
  void valuesThatDoNotGoTogetherAreToldBelow() {
    field("method.gradientPenalty").commit("10");
    assertTrue(
        form.problemProperty().get().startsWith("The discriminator's \"Normalisation\" is batch"),
        form.problemProperty().get());
    field("discriminator.normalization").commit("none");
    assertEquals("", form.problemProperty().get());
  }

  @Test
  void warningsNameFieldsAsTheFormDoes() {
    assertEquals(
        "\"Label smoothing\" and the soft and noisy labels have no effect in a.file.json.",
        ParameterNames.put("method.realTarget and method.labels have no effect in a.file.json."));
  }

  @Test
  void searchLooksAtNamesKeysAndExplanations() {
    assertTrue(RecipeFormModel.matches(HyperParameters.of("method.realTarget"), "smooth"));
    assertTrue(RecipeFormModel.matches(HyperParameters.of("method.realTarget"), "realT label"));
    assertFalse(RecipeFormModel.matches(HyperParameters.of("method.realTarget"), "width"));
    HyperParameter penalty = HyperParameters.of("method.r2.weight");
    assertTrue(penalty.help().contains("generated"), penalty.help());
    assertTrue(RecipeFormModel.matches(penalty, "gener"));
    assertFalse(RecipeFormModel.matches(penalty, "rate"), "no word of it begins so");
    assertTrue(
        RecipeFormModel.matches(HyperParameters.of("generator.optimizer.learningRate"), "rate"));
  }

  private String text(String key) {
    return field(key).textProperty().get();
  }

  @Test
  void anEditIsTakenBackAndMadeAgain() {
    String before = text("generator.width");
    field("generator.width").commit("24");
    assertEquals(
        "The generator's \""
            + field("generator.width").parameter().label()
            + "\": "
            + before
            + " → 24",
        undo.undoTitleProperty().get());
    undo.undo();
    assertEquals(before, text("generator.width"));
    assertEquals(0, form.editsProperty().get());
    assertEquals(List.of("train"), shown);
    undo.redo();
    assertEquals(24, form.edited().generator().width());
  }

  @Test
  void anEditOfAChoiceOrASwitchIsToldInTheFormsWords() {
    field("method.loss").commit("hinge");
    assertEquals("\"Loss\": Non-saturating → Hinge", undo.undoTitleProperty().get());
    field("data.mirror").commit("true");
    assertEquals("\"Mirror\": off → on", undo.undoTitleProperty().get());
  }

  @Test
  void aValueThatIsRefusedOrTheSameIsNoEdit() {
    field("generator.width").commit("-3");
    field("seed").commit(text("seed"));
    assertEquals("", undo.undoTitleProperty().get());
  }

  @Test
  void aLiveChangeIsTakenBackByAnotherOneEvenBeforeTheTrainingTellsOfIt() {
    training(true);
    String key = "generator.optimizer.learningRate";
    String before = text(key);
    field(key).commit("1e-3");
    undo.undo();
    assertEquals(List.of(key + "=0.001", key + "=" + Double.parseDouble(before)), applied);
    assertEquals(before, text(key));
    // Only now the training does the first, then the second.
    form.follow(Recipe.defaults().with(key, "1e-3"));
    assertEquals(before, text(key));
    form.follow(Recipe.defaults());
    assertEquals(before, text(key));
    undo.redo();
    assertEquals(3, applied.size());
    assertEquals(0, form.editsProperty().get());
  }

  @Test
  void whatATrainingHasNotDoneWhenItEndsWaitsForANewRun() {
    training(true);
    field("generator.optimizer.learningRate").commit("1e-3");
    training(false);
    assertEquals(1, form.editsProperty().get());
    form.follow(Recipe.defaults().with("generator.optimizer.learningRate", "1e-3"));
    assertEquals(0, form.editsProperty().get());
  }

  @Test
  void discardedChangesCanBeHadBack() {
    field("generator.width").commit("24");
    field("training.steps").commit("77");
    form.revert();
    assertEquals(0, form.editsProperty().get());
    undo.undo();
    assertEquals(2, form.editsProperty().get());
    assertEquals(24, form.edited().generator().width());
    undo.redo();
    assertEquals(0, form.editsProperty().get());
    undo.undo();
    undo.undo();
    assertEquals(1, form.editsProperty().get());
  }

  @Test
  void editsOfARecipeThatIsNotShownAnyMoreAreForgotten() {
    field("generator.width").commit("24");
    form.show(Recipes.load("wgan-gp-strokes"));
    assertEquals("", undo.undoTitleProperty().get());
  }
}
