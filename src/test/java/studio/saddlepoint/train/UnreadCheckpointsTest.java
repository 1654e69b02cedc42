package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** A training whose checkpoints were damaged between two sittings loses nothing more. */
class UnreadCheckpointsTest extends TrainingFixture {
  /** Has checkpoints of the steps 0, 4 and 6. */
  private RunFolder trained() {
    RunFolder run = RunFolder.create(folder, tiny(6));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    events.clear();
    return RunFolder.open(run.path());
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 9] ^= 0x55;
    Files.write(file, bytes);
  }

  private static Map<String, byte[]> content(RunFolder run) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run.path())) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        content.put(run.path().relativize(each).toString(), Files.readAllBytes(each));
      }
    }
    return content;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  @Test
  void isNotBegunAnewWhereNoneCanBeRead() throws IOException {
    RunFolder run = trained();
    for (var each : run.checkpoints()) {
      damage(each.file());
    }
    Map<String, byte[]> before = content(run);
    Trainer trainer = Trainer.start(run, home(), events::add);
    trainer.close();
    assertEquals(Trainer.State.FAILED, trainer.status().state());
    String said = trainer.status().message();
    for (long step : new long[] {0, 4, 6}) {
      String name = "step-000000000" + step + ".safetensors is damaged";
      assertTrue(said.contains(name), said);
    }
    assertSame(before, content(run));
    assertEquals(1, events.size(), "" + events);
    assertTrue(events.get(0) instanceof Event.Ended, "" + events);
  }

  @Test
  void goesOnFromTheNewestThatCanBeReadTellsSoAndKeepsTheOther() throws IOException {
    RunFolder run = trained();
    Path newest = run.checkpoints().get(2).file();
    damage(newest);
    byte[] damaged = Files.readAllBytes(newest);
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    assertEquals(List.of(4L), steps(Event.Begun.class));
    Event.Found told = of(Event.Found.class).get(0);
    assertEquals(4, told.step());
    assertEquals("warning", told.severity());
    assertTrue(told.what().contains("goes on from step 4"), told.what());
    assertTrue(told.evidence().contains("step-0000000006.safetensors is damaged"));
    assertTrue(told.advice().contains("unread-step-0000000006.safetensors"), told.advice());
    assertArrayEquals(
        damaged, Files.readAllBytes(newest.resolveSibling("unread-step-0000000006.safetensors")));
    assertEquals(6, run.latestCheckpoint().orElseThrow().step());
    events.clear();
    train(RunFolder.open(run.path()), (event, loop) -> {});
    assertEquals(List.of(), of(Event.Found.class), "it is told once");
  }

  @Test
  void keepsItsWeightsWhereThereIsNothingToGoBackTo() throws IOException {
    RunFolder run = RunFolder.create(folder, tiny(6));
    String[] said = {""};
    Trainer.State end =
        train(
            run,
            (event, loop) -> {
              if (event instanceof Event.Scalars && event.step() == 2) {
                try {
                  damage(run.checkpoints().get(0).file());
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
                loop.ask(Steering::rewind);
                loop.ask(now -> said[0] = loop.status().message());
              }
            });
    assertEquals(Trainer.State.FINISHED, end);
    assertTrue(said[0].contains("step-0000000000.safetensors is damaged"), said[0]);
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), steps(Event.Scalars.class));
    assertFalse(run.checkpoints().isEmpty());
  }
}
