package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;

/** Where a run goes on when some of its checkpoints, or all, cannot be read. */
class ResumePointTest {
  private static final byte[] DAMAGED = new byte[9];

  @TempDir private Path temp;
  private RunFolder run;

  @BeforeEach
  void makeRun() {
    run = RunFolder.create(temp, Fixtures.RECIPE);
  }

  private Path file(String name) {
    return run.path().resolve("checkpoints").resolve(name + ".safetensors");
  }

  private Path file(long step) {
    return file(String.format(Locale.ROOT, "step-%010d", step));
  }

  private Map<String, Long> content() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run.path())) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        sizes.put(run.path().relativize(each).toString(), Files.size(each));
      }
    }
    return sizes;
  }

  private String refused() throws IOException {
    Map<String, Long> before = content();
    String said = assertThrows(StudioException.class, () -> run.resumePoint()).getMessage();
    assertEquals(before, content());
    return said;
  }

  /** A whole checkpoint in which a program of another version has written something else. */
  private void writeOther(long step, String key, String value) {
    Checkpoint whole = checkpoint(step);
    Map<String, String> metadata = new HashMap<>(CheckpointFile.metadata(whole));
    metadata.remove("crc32c");
    metadata.put(key, value);
    metadata.put("crc32c", CheckpointFile.checksum(whole.tensors(), metadata));
    Safetensors.write(file(step), whole.tensors(), metadata);
  }

  @Test
  void aRunThatHasNotBegunHasNone() {
    assertEquals(Optional.empty(), run.resumePoint());
    run.events().append(new Event.Begun(Instant.now(), 0, "cpu", false));
    assertEquals(Optional.empty(), run.resumePoint());
  }

  @Test
  void whereNoneCanBeReadEachIsToldWithItsReasonAndNothingIsChanged() throws IOException {
    Files.write(file(100), DAMAGED);
    Files.createDirectory(file(200)); // opens for nobody, not even for root
    writeOther(300, "recipe", "{\"quantum\": 1}");
    writeOther(400, "format", "saddlepoint-checkpoint-3");
    Files.write(file("kept-0000000050"), DAMAGED);
    Files.write(file("best-0000000060"), DAMAGED);
    String said = refused();
    for (String expected :
        List.of(
            "None of the 6 checkpoints of the run " + run.id() + " can be read",
            "not begun anew and nothing was changed",
            "step-0000000100.safetensors is not a whole safetensors file",
            "step-0000000200.safetensors cannot be read (",
            "step-0000000300.safetensors is of another version of Saddlepoint, whose recipe this one does not know (recipe: unknown key quantum",
            "step-0000000400.safetensors is of another version of Saddlepoint: its format is saddlepoint-checkpoint-3",
            "kept-0000000050.safetensors is not",
            "best-0000000060.safetensors is not",
            run.path().resolve("recipe.json").toString())) {
      assertTrue(said.contains(expected), expected + " is not in: " + said);
    }
  }

  @Test
  void theOnlyOneIsToldAsSuch() throws IOException {
    Files.write(file(7), DAMAGED);
    String said = refused();
    assertTrue(said.startsWith("The only checkpoint of the run " + run.id()), said);
  }

  @Test
  void aRunWhoseLogTellsOfACheckpointIsNotNewWhereNoneIsThere() throws IOException {
    run.events().append(new Event.Begun(Instant.now(), 0, "cpu", false));
    run.events().append(new Event.Checkpointed(Instant.now(), 0, "step-0"));
    String said = refused();
    assertTrue(said.contains("no checkpoint of it is left"), said);
    Files.delete(run.path().resolve("checkpoints"));
    assertEquals(said, refused());
  }

  @Test
  void whatIsPassedOverIsSetAsideAndNeverWrittenOver() throws IOException {
    run.saveCheckpoint(checkpoint(100));
    run.saveCheckpoint(checkpoint(200));
    for (int i = 0; i < 2; i++) {
      Files.write(file(300), new byte[] {(byte) i});
      ResumePoint point = run.resumePoint().orElseThrow();
      assertEquals(checkpoint(200), point.checkpoint());
      assertEquals(
          List.of(file(300)), point.unread().stream().map(ResumePoint.Unread::file).toList());
      run.setAside(point.unread());
    }
    run.saveCheckpoint(checkpoint(250));
    run.saveCheckpoint(checkpoint(300));
    assertEquals(new ResumePoint(checkpoint(300), List.of()), run.resumePoint().orElseThrow());
    assertArrayEquals(
        new byte[] {0}, Files.readAllBytes(file("unread-step-0000000300")), "the first");
    assertArrayEquals(
        new byte[] {1}, Files.readAllBytes(file("unread-2-step-0000000300")), "the second");
    assertEquals(4, run.checkpoints().size(), "what was set aside is not listed");
  }

  @Test
  void theBestIsTriedLastAndAllBeforeItAreToldAsPassedOver() throws IOException {
    run.saveBest(checkpoint(100), 1, "FID");
    Files.write(file(50), DAMAGED);
    Files.write(file(200), DAMAGED);
    ResumePoint point = run.resumePoint().orElseThrow();
    assertEquals(checkpoint(100), point.checkpoint());
    assertEquals(
        List.of(file(200), file(50)),
        point.unread().stream().map(ResumePoint.Unread::file).toList());
  }

  @Test
  void savingDeletesNothingOfLaterSteps() throws IOException {
    Files.write(file(900), DAMAGED);
    for (long step : new long[] {300, 400, 500, 600}) {
      run.saveCheckpoint(checkpoint(step));
    }
    for (long step = 1; step < 40; step++) {
      run.saveCheckpoint(checkpoint(step));
    }
    for (long step : new long[] {300, 400, 500, 600}) {
      assertEquals(checkpoint(step), run.load(new SavedCheckpoint(file(step), step, false)));
    }
    assertArrayEquals(DAMAGED, Files.readAllBytes(file(900)));
  }
}
