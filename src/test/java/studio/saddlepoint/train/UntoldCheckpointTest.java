package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunList;

/** A process may be killed after it saved a checkpoint and before it told so. */
class UntoldCheckpointTest extends TrainingFixture {
  /** Stopped at step 4, whose sheet and checkpoint are due. */
  private RunFolder stopped() {
    RunFolder run =
        RunFolder.create(
            folder, tiny(6).with("training.sampleEvery", 4L).with("training.checkpointEvery", 4L));
    train(
        run,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 4) {
            loop.ask(Steering::stop);
          }
        });
    events.clear();
    return run;
  }

  /** Takes all from the first line on that has a text out of the log. */
  private static void cut(RunFolder run, String text) throws IOException {
    Path log = run.path().resolve("events.jsonl");
    List<String> lines = Files.readAllLines(log);
    int from = 0;
    while (!lines.get(from).contains(text)) {
      from++;
    }
    Files.writeString(log, String.join("\n", lines.subList(0, from)) + "\n");
  }

  @Test
  void isGoneOnFromAndToldThen() throws IOException {
    RunFolder run = stopped();
    cut(run, "step-4");
    assertEquals(4, RunList.of(folder).get(0).lastStep());
    assertEquals(Trainer.State.FINISHED, train(RunFolder.open(run.path()), (e, l) -> {}));
    assertTrue(events.get(0) instanceof Event.Begun begun && begun.step() == 4, "" + events);
    assertEquals(List.of(4L, 6L), steps(Event.Checkpointed.class));
    assertEquals(List.of(6L), steps(Event.Sheet.class));
    assertEquals(
        List.of(0L, 4L, 6L),
        run.events().read().stream()
            .filter(Event.Checkpointed.class::isInstance)
            .map(Event::step)
            .toList());
  }

  @Test
  void isToldOnceHoweverOftenItIsResumed() {
    RunFolder run = stopped();
    for (int i = 0; i < 3; i++) {
      train(
          RunFolder.open(run.path()),
          (event, loop) -> {
            if (event instanceof Event.Begun) {
              loop.ask(Steering::stop);
            }
          });
    }
    assertEquals(3, of(Event.Begun.class).size());
    assertEquals(List.of(), steps(Event.Checkpointed.class));
    assertEquals(List.of(), steps(Event.Sheet.class));
  }

  @Test
  void changesThatItDoesNotHoldAreToldToBeUndone() throws IOException {
    HyperParameter rate = HyperParameters.of("generator.optimizer.learningRate");
    RunFolder run = stopped();
    cut(run, "\"ended\"");
    Event.Changed lost = new Event.Changed(Instant.now(), 4, rate.key(), "2e-4", "9");
    run.events().append(lost);
    train(RunFolder.open(run.path()), (event, loop) -> {});
    Event.Changed back = of(Event.Changed.class).get(0);
    assertEquals(List.of(4L), steps(Event.Changed.class));
    assertEquals("9", back.before());
    assertEquals("2e-4", back.after());
  }
}
