package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.mixing.MixedPictures;
import studio.saddlepoint.latent.mixing.SeedList;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.TorchEngine;

/** Style mixing and noise on the page. */
@ExtendWith(ApplicationExtension.class)
class MixingExploreTest {
  @TempDir static Path folder;

  private final List<LookEvent> looks = new ArrayList<>();
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    TorchEngine.start(Progress.NONE);
    studio = PageRobot.studio(folder);
    page = new ExplorePage(studio, new SnapshotWeights());
    robot = PageRobot.open(stage, page);
    page.content().addEventHandler(LookEvent.ASKED, looks::add);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private void open(Checkpoint checkpoint) throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> page.model().subjectProperty().get() != null);
    robot.waitFor(() -> drawn() != null);
  }

  private void openMixing() throws Exception {
    open(TinyGenerator.noisy(List.of()));
    robot.pick("#explore-view", "Mixing");
    robot.waitFor(() -> mixed() != null);
  }

  @Test
  void aGridOfSeedsTakesThePlaceOfThePath() throws Exception {
    openMixing();
    assertEquals(SeedList.range(1, 4), mixed().request().rows());
    assertEquals(SeedList.range(5, 10), mixed().request().columns());
    assertEquals(new LayerRange(4, 7), mixed().request().layers());
    assertTrue(robot.shows("Layers 4 to 7: 16x16 to 32x32"));
    assertEquals(4 * 6 + 4 + 6, cells().size());
    assertFalse(robot.has("#place"));
    assertFalse(robot.has("#strength"));
    assertTrue(robot.find("#copy-code", ButtonBase.class).isDisabled());
    robot.pick("#explore-view", "Samples");
    robot.pick("#explore-view", "Picture");
    assertTrue(robot.has("#place"));
    assertTrue(robot.has("#strength"));
  }

  private Set<Node> cells() {
    return robot.ask(() -> ((Parent) page.content()).lookupAll(".mixing-cell"));
  }

  @Test
  void seedsAreTypedAndDrawnAndMistakesAreMarked() throws Exception {
    openMixing();
    type("#mixing-rows", "3, 7,12");
    type("#mixing-columns", "1-2");
    robot.waitFor(() -> mixed().cells().size() == 6);
    assertEquals("3, 7, 12", robot.find("#mixing-rows", TextField.class).getText());
    assertEquals(2 + 3 + 6, cells().size());
    type("#mixing-rows", "1-9");
    TextField rows = robot.find("#mixing-rows", TextField.class);
    assertTrue(robot.ask(() -> rows.getPseudoClassStates().contains(danger())));
    assertTrue(robot.ask(() -> rows.getTooltip().getText().contains("8 at most")));
    type("#mixing-rows", "3, 7, 12");
    assertFalse(robot.ask(() -> rows.getPseudoClassStates().contains(danger())));
    SeedList before = state().mixing().columns();
    robot.press("#mixing-resample");
    assertEquals(3, state().mixing().rows().count());
    assertEquals(2, state().mixing().columns().count());
    assertFalse(before.equals(state().mixing().columns()));
    robot.waitFor(() -> mixed().request().columns().equals(state().mixing().columns()));
    robot.onFx(() -> studio.undo().undo());
    assertEquals(before, state().mixing().columns());
    assertEquals("1, 2", robot.find("#mixing-columns", TextField.class).getText());
  }

  private static PseudoClass danger() {
    return PseudoClass.getPseudoClass("danger");
  }

  private void type(String query, String text) {
    TextField field = robot.find(query, TextField.class);
    robot.onFx(
        () -> {
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
  }

  @Test
  void layersAreChosenByTheirSliderOrByGroups() throws Exception {
    openMixing();
    press("coarse", new LayerRange(0, 0), "Layer 0: 4x4");
    press("middle", new LayerRange(1, 4), "Layers 1 to 4: 8x8 to 16x16");
    press("fine", new LayerRange(5, 7), "Layers 5 to 7: 32x32");
    press("fine", new LayerRange(5, 7), "Layers 5 to 7: 32x32");
    press("coarse", new LayerRange(0, 0), "Layer 0: 4x4");
    RangeSlider slider = robot.find("#mixing-layers", RangeSlider.class);
    robot.onFx(
        () -> {
          slider.setHighValue(8);
          slider.setLowValue(0);
        });
    assertEquals(new LayerRange(0, 7), state().mixing().layers());
    assertFalse(robot.find("#mixing-group-coarse", ToggleButton.class).isSelected());
    robot.waitFor(() -> mixed().request().layers().equals(new LayerRange(0, 7)));
    assertSame(mixed().columns().get(2), mixed().cell(1, 2));
    robot.onFx(() -> slider.setLowValue(8));
    assertFalse(state().mixing().layers().isEmpty());
    assertTrue(robot.ask(() -> slider.getLowValue() < slider.getHighValue()));
    robot.onFx(() -> studio.undo().undo());
    robot.onFx(
        () ->
            page.model()
                .move(state().withMixing(state().mixing().withLayers(new LayerRange(6, 6)))));
    assertEquals(6, robot.ask(slider::getLowValue));
    assertEquals(7, robot.ask(slider::getHighValue));
  }

  @Test
  void theEndsOfTheLayersMoveByKeys() throws Exception {
    openMixing();
    RangeSlider slider = robot.find("#mixing-layers", RangeSlider.class);
    Node low = robot.ask(() -> slider.lookup(".low-thumb"));
    Node high = robot.ask(() -> slider.lookup(".high-thumb"));
    assertEquals("First layer from the columns", robot.ask(low::getAccessibleText));
    assertEquals("End of the layers from the columns", robot.ask(high::getAccessibleText));
    robot.onFx(low::requestFocus);
    robot.key(low, KeyCode.LEFT);
    assertEquals(new LayerRange(3, 7), state().mixing().layers());
    robot.onFx(high::requestFocus);
    robot.key(high, KeyCode.LEFT);
    assertEquals(new LayerRange(3, 6), state().mixing().layers());
  }

  private void press(String group, LayerRange layers, String shown) throws Exception {
    robot.press("#mixing-group-" + group);
    assertEquals(layers, state().mixing().layers());
    assertTrue(robot.find("#mixing-group-" + group, ToggleButton.class).isSelected());
    assertTrue(robot.shows(shown));
    robot.waitFor(() -> mixed().request().layers().equals(layers));
  }

  @Test
  void aPressedPictureIsLookedAtAndOneOfASeedLeadsToThePath() throws Exception {
    openMixing();
    robot.press("#mixed-7"); // after six columns: the first row's own picture, then its first cell
    assertEquals(7, looks.get(0).first());
    Look cell = looks.get(0).looks().get(7);
    assertEquals("Seed 1 with layers 4-7 of seed 5  ·  step 5", cell.caption());
    assertEquals("5", cell.notes().get("mixed-with"));
    assertEquals("4-7", cell.notes().get("mixed-layers"));
    assertTrue(cell.lead().isEmpty());
    assertSame(mixed().cell(0, 0), cell.picture());
    robot.press("#look-closer");
    assertEquals(0, looks.get(1).first());
    Look column = looks.get(1).looks().get(0);
    robot.onFx(() -> column.lead().orElseThrow().go().run());
    assertEquals(new LatentPoint.Seed(5), state().current());
    assertTrue(robot.has("#place"));
    robot.waitFor(() -> drawn().points().get(0).equals(new LatentPoint.Seed(5)));
    assertSame(column.picture(), drawn().pictures().get(0));
  }

  @Test
  void psiAndNoiseAreOfAllPictures() throws Exception {
    openMixing();
    Picture fixed = mixed().cell(0, 0);
    robot.press("#noise-off");
    assertEquals(LayerNoise.OFF, state().noise());
    robot.waitFor(() -> mixed().request().noise() == LayerNoise.OFF);
    assertDiffers(fixed, mixed().cell(0, 0));
    assertTrue(robot.find("#noise-again", ButtonBase.class).isDisabled());
    robot.press("#noise-fresh");
    robot.waitFor(() -> mixed().request().noise() == LayerNoise.FRESH);
    MixedPictures fresh = mixed();
    robot.press("#noise-again");
    robot.waitFor(() -> mixed() != fresh);
    assertDiffers(fresh.cell(0, 0), mixed().cell(0, 0));
    robot.press("#noise-fixed");
    robot.waitFor(() -> mixed().request().noise() == LayerNoise.FIXED);
    assertSame(fixed, mixed().cell(0, 0));
    robot.onFx(() -> robot.find("#truncation-psi", Slider.class).setValue(0));
    robot.waitFor(() -> mixed().request().inW().psi() == 0);
    assertSame(mixed().columns().get(0), mixed().cell(2, 1));
  }

  @Test
  void noiseIsOfThePathAndTheSheetToo() throws Exception {
    open(TinyGenerator.noisy(List.of()));
    for (Part part : List.of(Part.CURRENT, Part.PATH, Part.VARIATIONS, Part.SAMPLES)) {
      if (part == Part.SAMPLES) {
        robot.pick("#explore-view", "Samples");
      }
      robot.waitFor(() -> drawn(part) != null);
      Picture fixed = drawn(part).pictures().get(0);
      robot.press("#noise-off");
      robot.waitFor(() -> differs(fixed, drawn(part).pictures().get(0)));
      Picture off = drawn(part).pictures().get(0);
      robot.press("#noise-fresh");
      robot.waitFor(() -> differs(off, drawn(part).pictures().get(0)));
      Picture fresh = drawn(part).pictures().get(0);
      robot.press("#noise-again");
      robot.waitFor(() -> differs(fresh, drawn(part).pictures().get(0)));
      robot.press("#noise-off");
      robot.waitFor(() -> !differs(off, drawn(part).pictures().get(0)));
      robot.press("#noise-fixed");
      robot.waitFor(() -> !differs(fixed, drawn(part).pictures().get(0)));
    }
  }

  @Test
  void gridsThatNobodyWaitsForAreNotDrawn() throws Exception {
    openMixing();
    List<MixedPictures> arrived = new ArrayList<>();
    robot.onFx(
        () ->
            page.model().mixedProperty().addListener((p, old, now) -> arrived.add(now.pictures())));
    SeedList last = SeedList.range(60, 63);
    robot.onFx(
        () -> {
          for (long seed = 1; seed <= 60; seed++) {
            SeedList rows = SeedList.range(seed, seed + 3);
            ExploreState now = page.model().state();
            page.model().move(now.withMixing(now.mixing().withRows(rows)));
          }
        });
    robot.waitFor(() -> mixed().request().rows().equals(last));
    assertTrue(robot.ask(arrived::size) <= 3, () -> arrived.size() + " grids were drawn");
  }

  @Test
  void generatorsWithoutStylesHaveNeither() throws Exception {
    openMixing();
    open(TinyGenerator.checkpoint(List.of(), 1));
    robot.waitFor(() -> !page.model().subjectProperty().get().mixes());
    assertEquals(CanvasKind.PICTURE, robot.ask(() -> page.model().canvasProperty().get()));
    assertFalse(robot.find("#explore-view", ComboBox.class).getItems().contains(CanvasKind.MIXING));
    assertFalse(robot.has("#noise-fixed"));
    assertTrue(robot.has("#place"));
  }

  @Test
  void noWordsAreCutOff() throws Exception {
    openMixing();
    List<String> cut =
        robot.ask(
            () ->
                ((Parent) page.content())
                    .lookupAll("*").stream()
                        .filter(Labeled.class::isInstance)
                        .map(Labeled.class::cast)
                        .filter(
                            each ->
                                each.isVisible()
                                    && each.getText() != null
                                    && !each.isWrapText()
                                    && each.getWidth() < Math.floor(each.prefWidth(-1)))
                        .map(Labeled::getText)
                        .filter(each -> !each.isEmpty())
                        .toList());
    assertEquals(List.of(), cut);
  }

  private MixedPictures mixed() {
    MixingPart.Mixed now = robot.ask(() -> page.model().mixedProperty().get());
    return now == null ? null : now.pictures();
  }

  private Drawn drawn() {
    return drawn(Part.CURRENT);
  }

  private Drawn drawn(Part part) {
    return robot.ask(() -> page.model().drawnProperty(part).get());
  }

  private ExploreState state() {
    return robot.ask(() -> page.model().state());
  }

  private static boolean differs(Picture one, Picture other) {
    return !Arrays.equals(one.argb(), other.argb());
  }

  private static void assertDiffers(Picture one, Picture other) {
    assertTrue(differs(one, other));
  }

  private static void assertSame(Picture one, Picture other) {
    assertArrayEquals(one.argb(), other.argb());
  }
}
