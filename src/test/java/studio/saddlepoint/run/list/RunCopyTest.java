package studio.saddlepoint.run.list;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.RECIPE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.Fixtures;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.event.Event;

class RunCopyTest {
  private static final RunAbout ABOUT = new RunAbout("A copy", "");

  @TempDir private Path root;
  private Path run;

  @BeforeEach
  void make() {
    RunFolder folder = RunFolder.create(root, RECIPE);
    run = folder.path();
    folder.events().append(new Event.Begun(Instant.EPOCH, 0, "cpu", false));
    folder.saveCheckpoint(Fixtures.checkpoint(3));
    folder.events().append(new Event.Checkpointed(Instant.EPOCH, 3, "checkpoints/step-0000000003"));
    new RunAbout("Mine", "notes").save(run);
  }

  private static TreeMap<String, byte[]> content(Path folder) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(each).toString();
        if (!name.startsWith("lock") && !name.equals(RunAbout.NAME)) {
          files.put(name, Files.readAllBytes(each));
        }
      }
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCopyHasAllOfTheRunAndOutlivesIt() throws IOException {
    TreeMap<String, byte[]> before = content(run);
    Path copy = RunCopy.of(run, ABOUT, Progress.NONE);
    assertEquals(run.getFileName() + "-copy", copy.getFileName().toString());
    delete(run);
    TreeMap<String, byte[]> after = content(copy);
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    RunFolder opened = RunFolder.open(copy);
    assertEquals("A copy", opened.title());
    assertEquals(3, opened.latestCheckpoint().orElseThrow().step());
    assertEquals(2, opened.events().read().size());
    assertFalse(RunList.of(root).get(0).locked());
  }

  @Test
  void noNameIsTakenTwice() throws IOException {
    String name = run.getFileName().toString();
    RunCopy.of(run, ABOUT, Progress.NONE);
    Files.writeString(root.resolve(name + "-copy-2"), "a person's own file");
    RunCopy.of(run, ABOUT, Progress.NONE);
    assertEquals(List.of(name, name + "-copy", name + "-copy-2", name + "-copy-3"), names());
    assertEquals(3, RunList.of(root).size());
  }

  @Test
  void aRunThatTrainsIsRefusedAndTheReasonTold() throws IOException {
    try (RunLock lock = RunFolder.open(run).lock()) {
      String told =
          assertThrows(StudioException.class, () -> RunCopy.of(run, ABOUT, Progress.NONE))
              .getMessage();
      assertTrue(told.contains("is being trained"), told);
      assertTrue(told.contains("Stop the training"), told);
    }
    assertEquals(List.of(run.getFileName().toString()), names());
  }

  @Test
  void whatIsCancelledLeavesNothingAndIsNeverListed() throws IOException {
    Progress cancelled =
        new Progress() {
          private int told;

          @Override
          public void report(String stage, double fraction) {
            told++;
            assertEquals(1, RunList.of(root).size());
          }

          @Override
          public boolean cancelled() {
            return told > 2;
          }
        };
    assertThrows(CancellationException.class, () -> RunCopy.of(run, ABOUT, cancelled));
    assertEquals(List.of(run.getFileName().toString()), names());
    assertFalse(RunLock.isHeld(run));
  }

  @Test
  void linksAreCopiedAsWhatTheyLeadTo() throws IOException {
    Path outside = Files.writeString(root.resolve("outside.txt"), "content");
    try {
      Files.createSymbolicLink(run.resolve("link.txt"), outside);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no links here");
    }
    Path copy = RunCopy.of(run, ABOUT, Progress.NONE);
    Files.delete(outside);
    assertEquals("content", Files.readString(copy.resolve("link.txt")));
    assertFalse(Files.isSymbolicLink(copy.resolve("link.txt")));
  }

  @Test
  void theSizeIsThatOfAllFiles() throws IOException {
    long bytes = content(run).values().stream().mapToLong(each -> each.length).sum();
    assertEquals(bytes + Files.size(run.resolve(RunAbout.NAME)), RunSize.of(run));
    assertEquals(0, RunSize.of(root.resolve("gone")));
  }
}
