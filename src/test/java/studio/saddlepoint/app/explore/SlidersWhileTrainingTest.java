package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.TrainingState;

/** Every slider of the page is dragged while a training computes beside it. */
@ExtendWith(ApplicationExtension.class)
class SlidersWhileTrainingTest {
  private static final int MOVES = 15;

  @TempDir static Path folder;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong steps = new AtomicLong();
  private Thread training;
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    TorchEngine.start(Progress.NONE);
    studio = PageRobot.studio(folder);
    page = new ExplorePage(studio, new SnapshotWeights());
    robot = PageRobot.open(stage, page);
    training = new Thread(this::train, "training");
    training.setDaemon(true);
    training.start();
  }

  private void train() {
    Autograd.enable(true);
    Recipe recipe = TinyGenerator.recipe(List.of());
    DataSet data = DataSets.open(recipe.data(), Split.TRAIN, folder, Progress.NONE);
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), 0, false)) {
      while (!over.get()) {
        state.makeStep(batches);
        steps.incrementAndGet();
      }
    }
  }

  @AfterEach
  void close() throws Exception {
    over.set(true);
    training.join();
    robot.close(page, studio);
  }

  @Test
  void picturesFollowEachOfThemAndTheNewestWins() throws Exception {
    var checkpoint = TinyGenerator.noisy(List.of("zero", "one"));
    RunFolder run = RunFolder.create(folder.resolve("runs"), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> drawn(Part.VARIATIONS) != null);
    robot.press("#explore-tool-directions");
    robot.press("#directions-find");
    robot.waitFor(() -> sliders().size() > 1);
    Set<String> dragged = new LinkedHashSet<>();
    dragAll(dragged);
    robot.press("#explore-tool-look");
    robot.onFx(() -> robot.find("#mix-class", ComboBox.class).getSelectionModel().select(1));
    robot.onFx(() -> robot.find("#truncation-psi", Slider.class).setValue(0.6));
    dragAll(dragged);
    assertTrue(
        dragged.containsAll(
            Set.of("place", "truncation-psi", "truncation-psi-layers", "mix-share", "strength")),
        dragged.toString());
    assertTrue(dragged.size() >= 6, dragged.toString());
    long before = steps.get();
    robot.waitFor(() -> steps.get() > before);
  }

  private void dragAll(Set<String> dragged) throws Exception {
    for (Slider slider : sliders()) {
      if (!robot.ask(slider::isDisabled)) {
        drag(slider);
        dragged.add(String.valueOf(slider.getId()));
      }
    }
  }

  /** Those in sight. */
  private List<Slider> sliders() {
    return robot.ask(
        () -> {
          List<Slider> found = new ArrayList<>();
          collect(page.content(), found);
          return found;
        });
  }

  private static void collect(Node node, List<Slider> found) {
    if (node instanceof Slider slider) {
      found.add(slider);
    } else if (node instanceof Parent parent && node.isVisible()) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private void drag(Slider slider) throws Exception {
    Part part = "strength".equals(slider.getId()) ? Part.VARIATIONS : Part.CURRENT;
    int[] first = argb(part);
    double from = slider.getValue();
    double to = from > (slider.getMin() + slider.getMax()) / 2 ? slider.getMin() : slider.getMax();
    for (int i = 1; i <= MOVES; i++) {
      double value = from + (to - from) * i / MOVES;
      robot.onFx(() -> slider.setValue(value));
    }
    ExploreState newest = robot.ask(() -> page.model().state());
    robot.waitFor(() -> Arrays.equals(argb(part), expected(part, newest)));
    assertFalse(Arrays.equals(first, argb(part)), "nothing follows " + slider.getId());
    assertEquals("", robot.ask(() -> page.model().problemProperty().get()));
    assertArrayEquals(expected(part, newest), argb(part));
  }

  private Drawn drawn(Part part) {
    return page.model().drawnProperty(part).get();
  }

  private int[] argb(Part part) {
    List<Picture> pictures = drawn(part).pictures();
    return pictures.get(pictures.size() - 1).argb();
  }

  /** The picture of a state, drawn once more. */
  private int[] expected(Part part, ExploreState state) {
    try (Snapshot snapshot = page.model().share().orElseThrow();
        Snapshot styled = state.styling(1).of(snapshot)) {
      List<Picture> pictures =
          CodeDrawing.draw(styled, part.points(state, 0), part.labels(state, 0), state.threshold());
      return pictures.get(pictures.size() - 1).argb();
    }
  }
}
