package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.progress.TimeLimit;

/** Trainings that end after a time in place of a number of steps. */
class TimedTrainingTest extends TrainingFixture {
  /** Over after one step, however fast the machine is. */
  private static final Duration MOMENT = Duration.ofNanos(1);

  private static void limit(Event event, TrainingLoop loop) {
    if (event instanceof Event.Begun) {
      loop.ask(steering -> steering.trainFor(MOMENT));
    }
  }

  @Test
  void countsFromWhenItIsAskedForTheFirstTime() {
    long[] now = {5};
    TimeLimit limit = new TimeLimit(Duration.ofNanos(10), () -> now[0]);
    assertEquals(Duration.ofNanos(10), limit.left());
    now[0] = 100;
    assertFalse(limit.over());
    now[0] = 109;
    assertFalse(limit.over());
    assertEquals(Duration.ofNanos(1), limit.left());
    now[0] = 110;
    assertTrue(limit.over());
    now[0] = 500;
    assertEquals(Duration.ZERO, limit.left());
  }

  @Test
  void stopsWithItsStepsLeftWhenTheTimeIsOver() {
    RunFolder run = RunFolder.create(folder, tiny(50));
    assertEquals(Trainer.State.STOPPED, train(run, TimedTrainingTest::limit));
    assertEquals(
        List.of("The time is over"),
        of(Event.Ended.class).stream().map(Event.Ended::reason).toList());
    assertEquals(1, run.latestCheckpoint().orElseThrow().step());
    assertEquals(50, run.latestCheckpoint().orElseThrow().recipe().training().steps());
  }

  @Test
  void goesOnBeyondThePlannedStepsAndSaysSoInItsRecipe() {
    RunFolder run = RunFolder.create(folder, tiny(1));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    events.clear();
    assertEquals(Trainer.State.FINISHED, train(run, TimedTrainingTest::limit));
    assertEquals(2, run.latestCheckpoint().orElseThrow().step());
    assertEquals(2, run.latestCheckpoint().orElseThrow().recipe().training().steps());
    assertEquals("2", of(Event.Changed.class).get(0).after());
  }

  @Test
  void takesATimeThatIsSetBeforeItIsOpen() throws Exception {
    RunFolder run = RunFolder.create(folder, tiny(50));
    try (Trainer trainer = start(run)) {
      trainer.trainFor(MOMENT);
      assertTrue(trainer.await(PATIENCE));
      assertEquals(Trainer.State.STOPPED, trainer.status().state());
      assertEquals(1, trainer.status().step());
    }
  }
}
