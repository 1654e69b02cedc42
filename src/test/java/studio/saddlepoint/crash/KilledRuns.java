package studio.saddlepoint.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.record.EvaluationRecord;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;

/** The runs that killed processes left in a folder, and what must be right about them. */
final class KilledRuns {
  private final Path root;
  private final Home home;
  private final Map<Long, Tensors> told = new TreeMap<>();
  private int damagedLines;
  private int checkpoints;

  /**
   * No run yet.
   *
   * @param root where they are kept
   */
  KilledRuns(Path root, Home home) {
    this.root = root;
    this.home = home;
  }

  /** What all runs have learnt, by step. */
  Map<Long, Tensors> told() {
    return told;
  }

  /** Lines that kills tore, in all runs that there are. */
  int damagedLines() {
    return damagedLines;
  }

  /** Checkpoints that were read and held against those of other runs. */
  int checkpoints() {
    return checkpoints;
  }

  /** All runs, each of which must open. */
  List<RunSummary> list() {
    List<RunSummary> runs = RunList.of(root);
    for (RunSummary each : runs) {
      assertEquals("", each.problem(), () -> each.folder() + " does not open");
      assertFalse(each.locked(), () -> each.folder() + " is locked by nobody");
    }
    return runs;
  }

  /**
   * Opens everything.
   *
   * @param kills so far: each may have torn one line
   */
  void check(int kills) throws IOException {
    damagedLines = 0;
    for (RunSummary each : list()) {
      letLongPass(each.folder());
      check(RunFolder.open(each.folder()));
    }
    assertTrue(damagedLines <= kills, damagedLines + " torn lines after " + kills + " kills");
  }

  private void check(RunFolder run) throws IOException {
    List<Event> events = run.events().read();
    damagedLines += run.events().damagedLines();
    long before = 0;
    for (Event each : events) {
      if (each instanceof Event.Scalars) {
        assertTrue(each.step() > before, () -> run.id() + " tells step " + each.step() + " twice");
        before = each.step();
      }
    }
    RunCurves curves =
        new CurveStore(run.path(), run.events(), home.caches()).refresh(Progress.NONE).curves();
    assertEquals(before, curves.lastStep(), run.id());
    for (SavedCheckpoint each : run.checkpoints()) {
      Tensors tensors = Tensors.of(run.load(each)); // also of those that a kill left untold
      Tensors others = told.putIfAbsent(each.step(), tensors);
      assertTrue(others == null || others.equals(tensors), () -> each.file() + " learnt otherwise");
      checkpoints++;
    }
    for (ScoreCard card : run.scores()) {
      EvaluationRecord.load(run, card);
    }
    assertEquals(List.of(), halfMade(run.path()));
  }

  /** Nobody writes what was left of a file any more. */
  private static void letLongPass(Path run) throws IOException {
    for (Path each : halfMade(run)) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
  }

  private static List<Path> halfMade(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(each -> String.valueOf(each.getFileName()).endsWith(".tmp")).toList();
    }
  }
}
