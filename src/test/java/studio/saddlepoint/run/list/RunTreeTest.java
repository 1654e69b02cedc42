package studio.saddlepoint.run.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunOrigin;

class RunTreeTest {
  private static RunSummary run(String folder, String parent, String path) {
    return new RunSummary(
        Path.of(folder),
        folder,
        RunAbout.NONE,
        Optional.empty(),
        "",
        0,
        0,
        0,
        Instant.EPOCH,
        Optional.empty(),
        false,
        parent.isEmpty()
            ? Optional.empty()
            : Optional.of(new RunOrigin(parent, parent, 4, "strokes", true, path, Map.of())));
  }

  private static List<String> tree(RunSummary... runs) {
    return RunTree.of(List.of(runs)).stream()
        .map(each -> "-".repeat(each.depth()) + each.run().folder().getFileName())
        .toList();
  }

  @Test
  void eachRunFollowsTheOneThatItCameFrom() {
    assertEquals(
        List.of("other", "a", "-c", "--d", "-b"),
        tree(
            run("/runs/d", "c", "/runs/c"),
            run("/runs/other", "", ""),
            run("/runs/c", "a", "/runs/a"),
            run("/runs/a", "", ""),
            run("/runs/b", "a", "/runs/a")));
  }

  @Test
  void standsForItselfWhereItsParentIsGoneOrItsOwn() {
    assertEquals(List.of("b"), tree(run("/runs/b", "a", "/runs/a")));
    assertEquals(List.of("a"), tree(run("/runs/a", "a", "/runs/a")));
    assertEquals(
        List.of("a", "-b"), tree(run("/runs/a", "b", "/runs/b"), run("/runs/b", "a", "/runs/a")));
  }

  @Test
  void findsAParentThatWasMovedByItsNameAndTheRightOneOfSeveral() {
    RunSummary moved = run("/elsewhere/a", "", "");
    RunSummary child = run("/elsewhere/b", "a", "/runs/a");
    assertEquals(Optional.of(moved), RunTree.parent(child, List.of(child, moved)));
    RunSummary right = run("/runs/a", "", "");
    assertEquals(Optional.of(right), RunTree.parent(child, List.of(child, moved, right)));
  }
}
