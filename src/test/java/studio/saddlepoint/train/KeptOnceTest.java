package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;

/** A step's checkpoint and sheet are written once, however many reasons there are to write them. */
class KeptOnceTest extends TrainingFixture {
  private static final Answer NOTHING = (event, loop) -> {};

  private RunFolder due(long steps) {
    return RunFolder.create(
        folder, tiny(steps).with("training.sampleEvery", 4L).with("training.checkpointEvery", 4L));
  }

  private static boolean made(Event event, long step) {
    return event instanceof Event.Scalars && event.step() == step;
  }

  @Test
  void whereTheLastStepIsDueAnyway() {
    assertEquals(Trainer.State.FINISHED, train(due(8), NOTHING));
    assertEquals(List.of(0L, 4L, 8L), steps(Event.Checkpointed.class));
    assertEquals(List.of(0L, 4L, 8L), steps(Event.Sheet.class));
  }

  @Test
  void whereTheLastStepIsNotDue() {
    train(due(6), NOTHING);
    assertEquals(List.of(0L, 4L, 6L), steps(Event.Checkpointed.class));
    assertEquals(List.of(0L, 4L, 6L), steps(Event.Sheet.class));
  }

  @Test
  void whereItIsStoppedAtADueStep() {
    Answer stop =
        (event, loop) -> {
          if (made(event, 4)) {
            loop.ask(Steering::stop);
          }
        };
    assertEquals(Trainer.State.STOPPED, train(due(100), stop));
    assertEquals(List.of(0L, 4L), steps(Event.Checkpointed.class));
    assertEquals(List.of(0L, 4L), steps(Event.Sheet.class));
  }

  @Test
  void whereItIsPausedAtADueStepAndStoppedThere() {
    Answer pause =
        (event, loop) -> {
          if (made(event, 4)) {
            loop.ask(Steering::pause);
          } else if (event instanceof Event.Paused) {
            loop.ask(Steering::stop);
          }
        };
    assertEquals(Trainer.State.STOPPED, train(due(100), pause));
    assertEquals(List.of(4L), steps(Event.Paused.class));
    assertEquals(List.of(0L, 4L), steps(Event.Checkpointed.class));
  }

  @Test
  void whereItIsStoppedWhilePausedBetweenDueSteps() {
    Answer pause =
        (event, loop) -> {
          if (made(event, 3)) {
            loop.ask(Steering::pause);
          } else if (event instanceof Event.Paused) {
            loop.ask(Steering::stop);
          }
        };
    train(due(100), pause);
    assertEquals(List.of(0L, 3L), steps(Event.Checkpointed.class));
    assertEquals(List.of(0L, 3L), steps(Event.Sheet.class));
  }

  @Test
  void whereItIsResumedAndStoppedWithoutAStep() throws IOException {
    RunFolder run = due(6);
    train(run, NOTHING);
    Path last = last(run);
    Object written = Files.readAttributes(last, "fileKey,lastModifiedTime");
    events.clear();
    assertEquals(Trainer.State.FINISHED, train(RunFolder.open(run.path()), NOTHING));
    assertEquals(List.of(), steps(Event.Checkpointed.class));
    assertEquals(List.of(), steps(Event.Sheet.class));
    assertEquals(written, Files.readAttributes(last, "fileKey,lastModifiedTime"));
    assertEquals(6, run.latestCheckpoint().orElseThrow().step());
  }

  @Test
  void butAgainWhereAHyperParameterWasChangedSince() {
    Answer change =
        (event, loop) -> {
          if (made(event, 4)) {
            loop.ask(Steering::pause);
          } else if (event instanceof Event.Paused) {
            loop.ask(now -> now.change(rate(), 7e-4));
            loop.ask(Steering::stop);
          }
        };
    RunFolder run = due(100);
    train(run, change);
    assertEquals(List.of(0L, 4L, 4L), steps(Event.Checkpointed.class));
    assertEquals(
        7e-4, run.latestCheckpoint().orElseThrow().recipe().generator().optimizer().learningRate());
  }

  @Test
  void butAgainWhereItWasDeletedMeanwhile() {
    RunFolder run = due(100);
    Answer delete =
        (event, loop) -> {
          if (made(event, 4)) {
            loop.ask(Steering::pause);
          } else if (event instanceof Event.Paused) {
            assertTrue(last(run).toFile().delete());
            loop.ask(Steering::stop);
          }
        };
    train(run, delete);
    assertEquals(4, run.latestCheckpoint().orElseThrow().step());
  }

  @Test
  void andAgainAfterGoingBackBeforeIt() {
    boolean[] back = new boolean[1];
    RunFolder run = due(8);
    Answer rewind =
        (event, loop) -> {
          if (made(event, 4) && !back[0]) {
            back[0] = true;
            loop.ask(now -> assertTrue(last(run).toFile().delete()));
            loop.ask(Steering::rewind);
            loop.ask(Steering::resume);
          }
        };
    assertEquals(Trainer.State.FINISHED, train(run, rewind));
    assertEquals(List.of(0L, 4L, 4L, 8L), steps(Event.Checkpointed.class));
    assertEquals(List.of(0L, 4L, 4L, 8L), steps(Event.Sheet.class));
  }

  private static HyperParameter rate() {
    return HyperParameters.of("generator.optimizer.learningRate");
  }

  private static Path last(RunFolder run) {
    List<SavedCheckpoint> all = run.checkpoints();
    return all.get(all.size() - 1).file();
  }
}
