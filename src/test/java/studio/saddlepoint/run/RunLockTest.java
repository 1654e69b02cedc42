package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;
import studio.saddlepoint.run.list.RunList;

class RunLockTest {
  @TempDir private Path root;
  private RunFolder run;

  @BeforeEach
  void makeRun() {
    run = RunFolder.create(root, Fixtures.RECIPE);
  }

  private String refusal() {
    return assertThrows(StudioException.class, () -> run.lock()).getMessage();
  }

  @Test
  void oneTrainingAtATimeInThisProcess() {
    assertFalse(RunLock.isHeld(run.path()));
    try (RunLock lock = run.lock()) {
      assertTrue(RunLock.isHeld(run.path()));
      String said = refusal();
      assertTrue(said.contains(run.path() + " is being trained by this program"), said);
      assertTrue(RunLock.isHeld(run.path()));
    }
    assertFalse(RunLock.isHeld(run.path()));
    RunLock again = run.lock();
    again.close();
    again.close();
  }

  @Test
  void lookingAtARunThatTrainsHereDoesNotFreeItForOthers()
      throws IOException, InterruptedException {
    try (RunLock lock = run.lock()) {
      RunList.of(root);
      RunFolder.open(run.path());
      refusal();
      Process other = TrainingStandIn.start(run);
      try {
        assertTrue(other.waitFor(10, TimeUnit.MINUTES), "it took the lock");
        assertEquals(1, other.exitValue());
      } finally {
        other.destroyForcibly();
      }
      String said = Files.readString(root.resolve("output.txt"));
      assertTrue(said.contains("is being trained by another process"), said);
    }
  }

  @Test
  void waitsForOneWhoOnlyLooksAndNotLongForOneWhoTrains() throws IOException {
    Path file = Files.createFile(run.path().resolve("lock"));
    int[] waited = new int[1];
    FileChannel looker = FileChannel.open(file, StandardOpenOption.READ);
    looker.lock(0, Long.MAX_VALUE, true);
    RunLock taken =
        RunLock.take(
            run.path(),
            () -> {
              if (++waited[0] == 100) {
                close(looker);
              }
              return true;
            });
    assertEquals(100, waited[0]);
    waited[0] = 0;
    assertThrows(StudioException.class, () -> RunLock.take(run.path(), () -> ++waited[0] < 1000));
    assertEquals(10, waited[0]);
    taken.close();
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anotherProcessHoldsItUntilItIsKilled() throws IOException, InterruptedException {
    Follower follower = run.events().follow();
    Process other = TrainingStandIn.start(run, "hold");
    try {
      TrainingStandIn.waitFor(Event.Begun.class, follower, other);
      assertTrue(RunList.of(root).get(0).locked());
      String said = refusal();
      assertTrue(said.contains("is being trained by another process"), said);
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertFalse(RunList.of(root).get(0).locked());
    run.lock().close();
  }
}
