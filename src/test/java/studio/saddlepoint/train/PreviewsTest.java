package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.progress.Moment;

class PreviewsTest extends TrainingFixture {
  private static final long STEPS = 24;

  private final List<Preview> previews = new CopyOnWriteArrayList<>();

  private List<Long> previewed() {
    return previews.stream().map(each -> each.sheet().step()).toList();
  }

  private static long sheetFiles(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.list(run.path().resolve("samples"))) {
      return files.count();
    }
  }

  @Test
  void showsAPausedTrainingAndEachSingleStepAndKeepsNoneOfThem() throws Exception {
    Recipe recipe =
        tiny(1_000_000)
            .with("training.sampleEvery", 1_000_000L)
            .with("generator.optimizer.learningRate", 0.02); // else a step moves no pixel of a byte
    RunFolder run = RunFolder.create(folder, recipe);
    try (Trainer trainer = Trainer.startYielding(run, home(), events::add)) {
      trainer.watchedBy(previews::add);
      eventually(() -> trainer.status().step() >= 1);
      trainer.pause();
      eventually(() -> trainer.status().state() == Trainer.State.PAUSED);
      long at = trainer.status().step();
      eventually(() -> previewed().contains(at));
      trainer.singleStep();
      eventually(() -> previewed().contains(at + 1));
      Preview first = previewOf(at);
      Preview second = previewOf(at + 1);
      assertEquals(8, second.sheet().columns());
      assertFalse(
          Arrays.equals(first.pictures().samples().argb(), second.pictures().samples().argb()));
      assertFalse(
          Arrays.equals(second.pictures().samples().argb(), raw(second).argb()),
          "one has lagged behind");
      long kept = of(Event.Sheet.class).size();
      assertEquals(2 * kept, sheetFiles(run), "averaged and raw");
    }
  }

  private static Picture raw(Preview preview) {
    return preview.pictures().companion(SheetCompanion.RAW).orElseThrow();
  }

  /** Of one step there may be several: made with it, and once more while the training waits. */
  private Preview previewOf(long step) {
    return previews.stream().filter(each -> each.sheet().step() == step).findFirst().orElseThrow();
  }

  @Test
  void comesEarlyByTheClockUntilTheFirstSheetThatIsKept() {
    train(RunFolder.create(folder, recipe()), true);
    assertEquals(List.of(2L, 5L, 10L), previewed());
    assertEquals(List.of(0L, 15L, 24L), steps(Event.Sheet.class));
  }

  @Test
  void leavesTheSameBehindWatchedOrNot() {
    RunFolder watched = RunFolder.create(folder, recipe());
    train(watched, true);
    List<String> told = told();
    events.clear();
    RunFolder unwatched = RunFolder.create(folder, recipe());
    train(unwatched, false);
    assertEquals(told(), told);
    Checkpoint expected = unwatched.latestCheckpoint().orElseThrow();
    Checkpoint actual = watched.latestCheckpoint().orElseThrow();
    assertEquals(expected.state(), actual.state());
    assertEquals(expected.tensors(), actual.tensors());
  }

  private static Recipe recipe() {
    return tiny(STEPS).with("training.sampleEvery", 15L);
  }

  /** What was told but for times and speeds. */
  private List<String> told() {
    return events.stream()
        .map(
            each ->
                each.getClass().getSimpleName()
                    + each.step()
                    + (each instanceof Event.Scalars scalars
                        ? scalars.values().entrySet().stream()
                            .filter(value -> !value.getKey().startsWith("speed"))
                            .map(Object::toString)
                            .sorted()
                            .toList()
                            .toString()
                        : ""))
        .toList();
  }

  /** On this thread, by a clock that goes on a second with each step. */
  private void train(RunFolder run, boolean watched) {
    AtomicLong seconds = new AtomicLong();
    Consumer<Event> listener = events::add;
    TrainingLoop loop =
        new TrainingLoop(
            run,
            home(),
            (snapshot, recipe, labelled, progress) -> {
              throw new AssertionError("nothing is to be scored");
            },
            listener,
            () -> TimeUnit.SECONDS.toNanos(seconds.getAndIncrement()),
            System::nanoTime,
            Moment::now);
    if (watched) {
      loop.watchedBy(previews::add);
    }
    loop.run();
    assertEquals(Trainer.State.FINISHED, loop.status().state(), loop.status().message());
  }
}
