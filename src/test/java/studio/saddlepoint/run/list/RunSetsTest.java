package studio.saddlepoint.run.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.list.RunSets.Kind;

class RunSetsTest {
  private static final Recipe BASE = Recipes.load("dcgan-strokes");
  private static final String HOW = "FID (Strokes classifier, 2,048 vs train)";

  @TempDir private Path root;

  private final List<RunSummary> runs = new ArrayList<>();
  private final Map<Path, BestScore> best = new HashMap<>();

  private RunSummary run(String name, Recipe recipe, Optional<RunOrigin> origin) {
    RunSummary made =
        new RunSummary(
            Path.of("/runs").resolve(name),
            name,
            RunAbout.NONE,
            Optional.of(recipe),
            "",
            100,
            100,
            100,
            Instant.EPOCH,
            Optional.empty(),
            false,
            origin);
    runs.add(made);
    return made;
  }

  private RunSummary run(String name, Recipe recipe) {
    return run(name, recipe, Optional.empty());
  }

  private Map<Kind, List<RunSummary>> sets() {
    return RunSets.of(runs, best, 8);
  }

  @Test
  void noneIsOfferedWhereThereIsNothingToChoose() {
    assertEquals(Map.of(), sets());
    run("a", BASE);
    assertEquals(Map.of(), sets());
  }

  @Test
  void aBranchStandsBesideTheRunItCameFromWithThatFirst() {
    run("newest", BASE.with("training.batchSize", 8).with("seed", 9L));
    RunSummary child =
        run("child", BASE, Optional.of(new RunOrigin("parent", "Parent", 50, "strokes")));
    RunSummary parent = run("parent", BASE.with("generator.width", 8));
    assertEquals(List.of(parent, child), sets().get(Kind.CHANGE));
  }

  @Test
  void withoutABranchTwoRunsThatDifferInOneSettingDo() {
    RunSummary now = run("now", BASE.with("generator.width", 8));
    run("between", BASE.with("seed", 3L).with("training.batchSize", 8).with("generator.width", 16));
    RunSummary before = run("before", BASE);
    assertEquals(List.of(before, now), sets().get(Kind.CHANGE));
  }

  @Test
  void lossesAreThoseOfOneDataSetAndOneKindOfNetworks() {
    RunSummary hinge = run("hinge", BASE.with("method.loss", "hinge"));
    run("other data", BASE.with("data.source", "shapes").with("method.loss", "minimax"));
    RunSummary plain = run("plain", BASE);
    run("plain again", BASE.with("seed", 5L));
    assertEquals(List.of(hinge, plain), sets().get(Kind.LOSSES));
  }

  @Test
  void theBestOfEachMethodAreMeasuredAlike() {
    RunSummary worse = run("worse", BASE);
    RunSummary better = run("better", BASE.with("seed", 2L));
    RunSummary hinge = run("hinge", BASE.with("method.loss", "hinge"));
    RunSummary elsewhere = run("elsewhere", BASE.with("method.loss", "minimax"));
    best.put(worse.folder(), new BestScore(1, 30, HOW));
    best.put(better.folder(), new BestScore(1, 20, HOW));
    best.put(hinge.folder(), new BestScore(1, 25, HOW));
    best.put(elsewhere.folder(), new BestScore(1, 1, "FID (pixels)"));
    assertEquals(List.of(better, hinge), sets().get(Kind.BEST));
    best.remove(hinge.folder());
    assertFalse(sets().containsKey(Kind.BEST));
  }

  @Test
  void damagedRunsAreLeftOut() {
    RunSummary first = run("first", BASE);
    runs.add(
        new RunSummary(
            Path.of("/runs/damaged"),
            "damaged",
            RunAbout.NONE,
            Optional.empty(),
            "its recipe is damaged",
            0,
            0,
            0,
            Instant.EPOCH,
            Optional.empty(),
            false,
            Optional.empty()));
    RunSummary second = run("second", BASE);
    assertEquals(List.of(first, second), sets().get(Kind.NEWEST));
  }

  @Test
  void aBestScoreIsReadFromItsNoteAlone() throws IOException {
    assertEquals(Optional.empty(), BestScore.of(root));
    Path note = root.resolve(BestScore.NOTE);
    Files.writeString(note, "{\"step\":60,\"score\":\"12.5\",\"how\":\"FID\"}");
    assertEquals(Optional.of(new BestScore(60, 12.5, "FID")), BestScore.of(root));
    for (String damaged : List.of("", "{", "[]", "{\"step\":1,\"score\":\"x\",\"how\":\"\"}")) {
      Files.writeString(note, damaged);
      assertEquals(Optional.empty(), BestScore.of(root), damaged);
    }
  }
}
