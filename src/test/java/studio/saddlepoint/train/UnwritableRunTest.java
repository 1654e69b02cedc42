package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** A training in whose folder something cannot be written. */
class UnwritableRunTest extends TrainingFixture {
  /** Puts a file where a folder is, so that nothing can be written into it, not even by root. */
  private static void block(RunFolder run, String name) {
    try {
      Path inTheWay = run.path().resolve(name);
      Files.move(inTheWay, run.path().resolve(name + "-elsewhere"));
      Files.createFile(inTheWay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void isNotBegunWhereNotEvenTheFirstCheckpointCanBeWritten() throws IOException {
    RunFolder run = RunFolder.create(folder, tiny(4));
    Path checkpoints = run.path().resolve("checkpoints");
    Files.delete(checkpoints);
    Files.createSymbolicLink(checkpoints, folder.resolve("a disk that was taken out"));
    assertEquals(Trainer.State.FAILED, train(run, (event, loop) -> {}));
    assertEquals(1, events.size(), "" + events);
    assertTrue(events.get(0) instanceof Event.Ended, "" + events);
  }

  @Test
  void tellsThatTheLastCheckpointCouldNotBeWritten() {
    RunFolder run = RunFolder.create(folder, tiny(3));
    String[] said = {""};
    Trainer.State end =
        train(
            run,
            (event, loop) -> {
              if (event instanceof Event.Scalars && event.step() == 2) {
                block(run, "checkpoints");
              } else if (event instanceof Event.Ended) {
                loop.ask(now -> said[0] = loop.status().message());
              }
            });
    assertEquals(Trainer.State.FINISHED, end);
    Event.Found found = of(Event.Found.class).get(0);
    assertEquals(3, found.step());
    assertEquals("error", found.severity());
    assertTrue(found.evidence().contains("step-0000000003"), found.evidence());
    assertEquals(found.evidence(), said[0]);
  }

  @Test
  void tellsItOnceWhereItWaitedForItBefore() {
    RunFolder run = RunFolder.create(folder, tiny(30));
    train(
        run,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 2) {
            block(run, "checkpoints");
          } else if (event instanceof Event.Paused) {
            loop.ask(Steering::stop);
          }
        });
    assertEquals(List.of(4L), steps(Event.Found.class));
  }

  @Test
  void stillSavesItsCheckpointWhereASheetCannotBeWritten() {
    RunFolder run = RunFolder.create(folder, tiny(30));
    Trainer.State end =
        train(
            run,
            (event, loop) -> {
              if (event instanceof Event.Scalars && event.step() == 2) {
                block(run, "samples");
              } else if (event instanceof Event.Paused) {
                loop.ask(Steering::stop);
              }
            });
    assertEquals(Trainer.State.STOPPED, end);
    assertEquals("sheet", of(Event.Found.class).get(0).kind());
    assertEquals(5, run.latestCheckpoint().orElseThrow().step());
  }

  @Test
  void tellsTheSameWhereOnlyThePictureOfTheRawWeightsCannotBeWritten() {
    RunFolder run = RunFolder.create(folder, tiny(30));
    Trainer.State end =
        train(
            run,
            (event, loop) -> {
              if (event instanceof Event.Scalars && event.step() == 2) {
                inTheWay(run.path().resolve("samples/step-0000000005-raw.png/other"));
              } else if (event instanceof Event.Paused) {
                loop.ask(Steering::stop);
              }
            });
    assertEquals(Trainer.State.STOPPED, end);
    Event.Found found = of(Event.Found.class).get(0);
    assertEquals("sheet", found.kind());
    assertTrue(found.evidence().contains("step-0000000005-raw.png"), found.evidence());
    assertEquals(List.of(0L), steps(Event.Sheet.class), "none without its companion");
  }

  private static void inTheWay(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
