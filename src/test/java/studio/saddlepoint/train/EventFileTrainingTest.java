package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.tensorboard.EventScalars;

/** A training that writes event files for TensorBoard. */
class EventFileTrainingTest extends TrainingFixture {
  private RunFolder trained(boolean written) {
    RunFolder run = RunFolder.create(folder, tiny(6).with("training.tensorBoard", written));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    return run;
  }

  @Test
  void learnsTheSameWithThem() {
    RunFolder without = trained(false);
    RunFolder with = trained(true);
    assertFalse(Files.exists(without.path().resolve("tensorboard")));
    EventScalars told = EventScalars.read(with.path().resolve("tensorboard"), Progress.NONE);
    assertArrayEquals(
        new double[] {1, 2, 3, 4, 5, 6}, told.scalars().get("loss/generator").points().steps());
    Checkpoint one = without.latestCheckpoint().orElseThrow();
    Checkpoint other = with.latestCheckpoint().orElseThrow();
    assertEquals(one.tensors().keySet(), other.tensors().keySet());
    one.tensors()
        .forEach(
            (name, each) -> {
              if (!name.contains("step")) { // those are whole numbers
                assertArrayEquals(each.floats(), other.tensors().get(name).floats(), name);
              }
            });
  }

  @Test
  void goesOnWhereTheyCannotBeWritten() throws IOException {
    RunFolder run = RunFolder.create(folder, tiny(3).with("training.tensorBoard", true));
    Path inTheWay = Files.createFile(run.path().resolve("tensorboard"));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    Event.Found found = of(Event.Found.class).get(0);
    assertEquals("tensorboard", found.kind());
    assertTrue(found.evidence().contains(inTheWay.toString()), found.evidence());
    assertEquals(1, of(Event.Found.class).stream().filter(found::equals).count());
  }
}
