package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;

/** What is opened is told before the pages show it, for that takes longer than an answer may. */
@ExtendWith(ApplicationExtension.class)
class OpeningTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  /** What the bar at the top says at each pulse until a run is shown. */
  private List<String> said(Runnable press, RunFolder awaited) throws Exception {
    List<String> said = new ArrayList<>();
    MenuButton picker = find("#run-picker", MenuButton.class);
    AnimationTimer pulses =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            said.add(isOpen(awaited) ? "shown" : picker.getText());
          }
        };
    Platform.runLater(
        () -> {
          pulses.start();
          press.run();
        });
    waitFor(() -> said.contains("shown"));
    ask(
        () -> {
          pulses.stop();
          return pulses;
        });
    return said;
  }

  private boolean isOpen(RunFolder folder) {
    return run() != null && run().folder().path().equals(folder.path());
  }

  private RunFolder kept(int recipe) {
    return RunFolder.create(folder.resolve("runs"), Recipes.embedded().get(recipe));
  }

  private static void assertTold(String words, List<String> said) {
    assertTrue(said.stream().filter(words::equals).count() >= 2, said.toString()); // so it is drawn
    assertEquals("shown", said.get(said.size() - 1));
  }

  /** To make all pages takes seconds on a busy computer: what is seen until then is not nothing. */
  @Test
  void theStartIsDrawnBeforeThePagesAreMade() throws Exception {
    waitFor(() -> shows("The engine is not whole"));
    AtomicInteger drawn = new AtomicInteger();
    AtomicInteger before = new AtomicInteger();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        drawn.incrementAndGet();
      }
    }.start();
    ask(
        () -> {
          stage
              .getScene()
              .rootProperty()
              .get()
              .getChildrenUnmodifiable()
              .addListener(
                  (ListChangeListener<Node>) change -> before.compareAndSet(0, drawn.get()));
          drawn.set(0);
          return drawn;
        });
    openStudio();
    assertTrue(before.get() >= 2, () -> "drawn " + before.get() + " times");
  }

  @Test
  void aRunThatIsOpenedIsNamedBeforeThePagesShowIt() throws Exception {
    openStudio();
    RunFolder kept = kept(1);
    String name = kept.path().getFileName().toString();
    assertTold(
        Messages.text("run.opening", name), said(() -> model.open(kept.path(), false), kept));
    waitFor(() -> find("#run-picker", MenuButton.class).getText().equals(run().title()));
  }

  @Test
  void aTrainingThatIsGoneBackToIsNamedToo() throws Exception {
    trainDcgan();
    OpenRun trained = run();
    RunFolder kept = kept(1);
    said(() -> model.open(kept.path(), false), kept);
    assertTold(
        Messages.text("run.opening", trained.title()),
        said(() -> model.watch(trained), trained.folder()));
    assertEquals("train", ask(() -> model.pageProperty().get()));
  }

  @Test
  void ofTwoRunsTheOneAskedForLastIsShown() throws Exception {
    openStudio();
    RunFolder first = kept(1);
    RunFolder second = kept(2);
    List<String> said =
        said(
            () -> {
              model.open(first.path(), false);
              model.open(second.path(), false);
            },
            second);
    assertEquals(List.of(), said.stream().filter(first.recipe().title()::equals).toList());
    waitFor(() -> model.tasks().running().isEmpty());
    assertTrue(ask(() -> isOpen(second)));
  }
}
