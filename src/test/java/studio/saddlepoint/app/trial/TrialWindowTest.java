package studio.saddlepoint.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.branch.Branching;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.trial.TrialPlan;
import studio.saddlepoint.train.trial.TrialPlan.Side;
import studio.saddlepoint.train.trial.TrialResult;
import studio.saddlepoint.train.trial.TrialWatch;

/** A remedy is tried beside a training that waits, with trials that need no engine. */
@ExtendWith(ApplicationExtension.class)
class TrialWindowTest extends StudioFixture {
  private static final String RATE = "generator.optimizer.learningRate";
  private static final Remedy REMEDY =
      new Remedy("Halve the generator's learning rate.", Map.of(RATE, "1.0E-4"));

  private final List<TrialPlan> plans = new ArrayList<>();
  private final AtomicBoolean deleted = new AtomicBoolean();
  private final CountDownLatch go = new CountDownLatch(1);
  private double gain = 5;

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  @BeforeEach
  void trials() {
    ask(
        () -> {
          model.trials().maker(Pretended::new);
          return true;
        });
  }

  /** Measures by formula: the remedy makes FID lower by the gain, and a little by the seed. */
  private final class Pretended implements TrialWork {
    private final Home home;
    private final TrialPlan plan;

    Pretended(Home home, TrialPlan plan) {
      this.home = home;
      this.plan = plan;
      plans.add(plan);
    }

    @Override
    public TrialResult run(TrialWatch watch, Progress progress) {
      List<TrialResult.Pair> pairs = new ArrayList<>();
      for (int i = 0; i < plan.seeds(); i++) {
        watch.trained(Side.WITHOUT, i, 0.5);
        progress.report("Training", i / (double) plan.seeds());
        while (!waited()) {
          progress.checkCancelled();
        }
        watch.measured(Side.WITHOUT, i, 30 + i);
        watch.measured(Side.WITH, i, 30 + i - gain + i * 0.1);
        pairs.add(new TrialResult.Pair(plan.seed(i), 30 + i, 30 + i - gain + i * 0.1));
      }
      return new TrialResult(pairs);
    }

    private boolean waited() {
      try {
        return go.await(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return true;
      }
    }

    @Override
    public Optional<Path> adopt(TrialResult result, Path root) {
      return Optional.of(
          Branching.make(
                  root, plan.from(), plan.other(), "The better one", Author.DOCTOR, Progress.NONE)
              .path());
    }

    @Override
    public void delete() {
      deleted.set(home != null);
    }
  }

  private void begin() throws Exception {
    trainDcgan();
    run()
        .folder()
        .saveCheckpoint(
            new Checkpoint(
                20,
                20 * 64,
                run().recipe(),
                Map.of("generator.a", HostTensor.of(new float[] {1}, 1)),
                Map.of("channels", "1")));
    assertTrue(ask(() -> model.trials().possible(run(), REMEDY)));
    onFx(() -> model.trials().begin(run(), REMEDY));
    waitFor(() -> run().statusProperty().get().state() == Training.State.PAUSED);
    waitFor(() -> !plans.isEmpty() && shows("training, 50 %"));
  }

  private void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  private Training.State state() {
    return run().statusProperty().get().state();
  }

  @Test
  void theTrainingWaitsAndTheBetterSideIsTheDoctorsWhenItIsApplied() throws Exception {
    begin();
    assertTrue(shows("That training waits"));
    assertEquals(20, plans.get(0).from().checkpoint().step());
    assertEquals(3, plans.get(0).seeds());
    // Closed, it goes on; the way back is in the status bar.
    press("#trial-close");
    assertFalse(ask(() -> model.trials().shownProperty().get()));
    go.countDown();
    waitFor(() -> model.trials().undecided());
    press("#trial-chip");
    waitFor(() -> find("#trial-verdict", Label.class).getText().startsWith("Better with it"));
    assertTrue(shows("FID is 4.90 lower"));
    assertEquals(Training.State.PAUSED, state());
    press("#trial-apply");
    waitFor(() -> !run().history().marks().isEmpty() && state() == Training.State.RUNNING);
    Event.Changed change = ask(() -> run().history().marks().get(0));
    assertEquals(Author.DOCTOR, change.author());
    assertFalse(ask(() -> model.trials().possible(run(), REMEDY)), "it has it already");
    Event.Found found =
        new Event.Found(
            Instant.now(), 1, "k", "warning", "w", "e", "y", "a", List.of(REMEDY), "", false);
    onFx(() -> run().history().add(List.of(found)));
    press("#findings");
    waitFor(() -> shows("In use"));
    press("#findings");
    waitFor(deleted::get);
    // One stack: taking it back is the person's own change.
    onFx(() -> model.undo().undo());
    waitFor(() -> run().history().marks().size() == 2);
    assertEquals(Author.PERSON, ask(() -> run().history().marks().get(1).author()));
    assertEquals(change.before(), ask(() -> run().history().marks().get(1).after()));
  }

  @Test
  void noDifferenceIsAnAnswerAndTheTrainingGoesOnByItself() throws Exception {
    gain = 0.05;
    begin();
    go.countDown();
    waitFor(() -> shows("No difference: the interval"));
    waitFor(() -> state() == Training.State.RUNNING && deleted.get());
    assertFalse(ask(() -> model.trials().any()));
    assertTrue(ask(() -> stage.getScene().getRoot().lookup("#trial-again").isVisible()));
  }

  @Test
  void cancelLeavesNothingAndOnlyOneIsUnderWay() throws Exception {
    begin();
    Remedy other = new Remedy("Another.", Map.of(RATE, "3.0E-4"));
    onFx(() -> model.trials().begin(run(), other));
    waitFor(() -> shows("A trial is under way"));
    press("#progress-cancel");
    waitFor(() -> shows("Cancelled. The trainings of the trial are deleted"));
    assertTrue(deleted.get());
    waitFor(() -> state() == Training.State.RUNNING);
  }

  @Test
  void theBetterOneBecomesTheRun() throws Exception {
    begin();
    Path before = ask(() -> run().folder().path());
    go.countDown();
    waitFor(() -> stage.getScene().getRoot().lookup("#trial-adopt") != null);
    press("#trial-adopt");
    waitFor(() -> run() != null && !run().folder().path().equals(before));
    assertEquals("The better one", ask(() -> run().title()));
    waitFor(() -> run().active());
    waitFor(deleted::get);
  }

  @Test
  void whatATrialLeftBehindIsToldAndCanBeDeleted() throws Exception {
    trainDcgan();
    Path trials = run().folder().path().resolve("trials");
    Files.createDirectories(trials.resolve("20-1.0E-4/one"));
    Files.write(trials.resolve("20-1.0E-4/one/weights"), new byte[3_000_000]);
    Event.Found found =
        new Event.Found(Instant.now(), 1, "k", "warning", "Too sure.", "0.9", "b", "c");
    onFx(() -> run().history().add(List.of(found)));
    waitFor(() -> !find("#findings", ButtonBase.class).isDisabled());
    press("#findings");
    waitFor(() -> shows("its trainings take 3 MB"));
    press("#trial-left-delete");
    waitFor(() -> !Files.exists(trials));
    waitFor(() -> !find("#trial-left-delete", Node.class).getParent().isVisible());
  }

  @Test
  void whatMakesOtherNetworksCannotBeTried() throws Exception {
    trainDcgan();
    assertFalse(
        ask(() -> model.trials().possible(run(), new Remedy("x", Map.of("generator.width", "8")))));
  }
}
