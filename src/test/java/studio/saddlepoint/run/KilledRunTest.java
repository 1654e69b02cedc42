package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.Retention;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;
import studio.saddlepoint.run.list.RunList;

/** Kills a process that writes a run, as {@code kill -9} does, and opens what it left. */
class KilledRunTest {
  private static final int KILLS = 10;

  @TempDir private Path root;

  @Test
  void opensAgainAfterKillsAtRandomMomentsAndLosesOnlyStepsSinceTheLastCheckpoint()
      throws IOException, InterruptedException {
    RunFolder run = RunFolder.create(root, Fixtures.RECIPE);
    Random random = new Random();
    long stepBefore = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Follower follower = run.events().follow();
      follower.poll();
      Process process = TrainingStandIn.start(run);
      try {
        TrainingStandIn.waitFor(Event.class, follower, process);
        if (kill % 2 == 0) { // also a slow disk comes as far as a checkpoint
          TrainingStandIn.waitFor(Event.Checkpointed.class, follower, process);
        }
        Thread.sleep(random.nextInt(250));
      } finally {
        process.destroyForcibly().waitFor();
      }

      RunFolder opened = RunFolder.open(run.path());
      List<Event> events = opened.events().read();
      assertTrue(opened.events().damagedLines() < kill, "one torn line a kill at most");
      assertStepsAreWhole(events);
      long told =
          events.stream()
              .filter(Event.Checkpointed.class::isInstance)
              .mapToLong(Event::step)
              .max()
              .orElse(0);
      long saved = 0;
      if (opened.latestCheckpoint().isPresent()) {
        Checkpoint latest = opened.latestCheckpoint().get();
        saved = latest.step();
        assertEquals(Fixtures.checkpoint(saved, TrainingStandIn.SIZE), latest);
      }
      assertTrue(saved >= stepBefore, "went back from " + stepBefore + " to " + saved);
      // A kill between saving and telling leaves one checkpoint untold: each kill may.
      long known = Math.max(told, stepBefore);
      assertTrue(
          saved >= told && saved <= known + TrainingStandIn.EVERY,
          "checkpoint of step " + saved + ", known " + known);
      stepBefore = saved;
      assertEquals(List.of(), AtomicFile.leftoversIn(run.path().resolve("checkpoints")));
      assertTrue(
          opened.checkpoints().size() <= Retention.NEWEST + Retention.SPREAD + 1,
          "checkpoints are tidied, but for what a kill left undone");
      opened.checkpoints().forEach(opened::load);
      assertFalse(RunList.of(root).get(0).locked());
    }
    assertTrue(stepBefore >= KILLS / 2 * TrainingStandIn.EVERY, "step " + stepBefore);
  }

  /** Every step from 1 on is told once, with its own number. */
  private static void assertStepsAreWhole(List<Event> events) {
    long expected = 1;
    for (Event event : events) {
      if (event instanceof Event.Scalars scalars) {
        assertEquals(expected, scalars.step());
        assertEquals(1.0 / expected, scalars.values().get("loss"));
        expected++;
      }
    }
  }
}
