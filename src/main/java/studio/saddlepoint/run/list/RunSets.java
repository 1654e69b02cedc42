package studio.saddlepoint.run.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeDifferences;

/** Sets of runs that are worth a look side by side. Reads no files. */
public final class RunSets {
  /** Why runs belong together. */
  public enum Kind {
    /** A run and the one it came from, or two that differ in one setting. */
    CHANGE,
    /** The same data and networks, another loss each. */
    LOSSES,
    /** The two that changed last. */
    NEWEST,
    /** Of each loss or method the run with the best score, all measured alike. */
    BEST
  }

  private RunSets() {}

  /**
   * The sets that there are, each of two runs at least; the one of a change with the earlier run
   * first.
   *
   * @param runs the newest first
   * @param best scores of best checkpoints, by run folder
   * @param most runs of a set
   */
  public static Map<Kind, List<RunSummary>> of(
      List<RunSummary> runs, Map<Path, BestScore> best, int most) {
    List<RunSummary> sound =
        runs.stream().filter(each -> each.problem().isEmpty()).filter(RunSets::trained).toList();
    Map<Kind, List<RunSummary>> sets = new LinkedHashMap<>();
    put(sets, Kind.CHANGE, change(sound));
    put(sets, Kind.LOSSES, losses(sound, most));
    put(sets, Kind.NEWEST, sound.stream().limit(2).toList());
    put(sets, Kind.BEST, best(sound, best, most));
    return sets;
  }

  /** A generator that came as a file has nothing to lay beside a training. */
  private static boolean trained(RunSummary run) {
    return run.recipe().filter(each -> each.generator().architecture().offered()).isPresent();
  }

  private static void put(Map<Kind, List<RunSummary>> sets, Kind kind, List<RunSummary> runs) {
    if (runs.size() >= 2) {
      sets.put(kind, runs);
    }
  }

  private static Recipe recipe(RunSummary run) {
    return run.recipe().orElseThrow();
  }

  /** The newest run that came from another, else the newest two that differ in one setting. */
  private static List<RunSummary> change(List<RunSummary> runs) {
    for (RunSummary run : runs) {
      Optional<RunSummary> parent = RunTree.parent(run, runs);
      if (parent.isPresent()) {
        return List.of(parent.get(), run);
      }
    }
    List<RecipeDifferences.Settings> settings =
        runs.stream().map(RunSets::recipe).map(RecipeDifferences.Settings::new).toList();
    for (int i = 0; i < runs.size(); i++) {
      for (int j = i + 1; j < runs.size(); j++) {
        if (settings.get(i).differInOne(settings.get(j))) {
          return List.of(runs.get(j), runs.get(i));
        }
      }
    }
    return List.of();
  }

  /** What a loss is tried on: the data, the family of networks, whether they know classes. */
  private record Ground(Object data, Object networks, boolean conditional, boolean clustered) {
    static Ground of(RunSummary run) {
      Recipe recipe = recipe(run);
      // Widths and optimizers are tuned to a loss, so they may differ.
      return new Ground(
          recipe.data(),
          List.of(recipe.generator().architecture(), recipe.generator().latentSize()),
          recipe.method().conditional(),
          recipe.method().clustered());
    }
  }

  private static List<RunSummary> losses(List<RunSummary> runs, int most) {
    Map<Ground, Map<String, RunSummary>> found = new LinkedHashMap<>();
    for (RunSummary run : runs) {
      found
          .computeIfAbsent(Ground.of(run), key -> new LinkedHashMap<>())
          .putIfAbsent(recipe(run).method().objective().id(), run);
    }
    return most(found, most);
  }

  private static List<RunSummary> best(List<RunSummary> runs, Map<Path, BestScore> best, int most) {
    List<RunSummary> measured =
        runs.stream()
            .filter(each -> best.containsKey(each.folder()))
            .sorted(Comparator.comparingDouble(each -> best.get(each.folder()).score()))
            .toList();
    Map<List<Object>, Map<String, RunSummary>> found = new LinkedHashMap<>();
    for (RunSummary run : measured) {
      // Scores of other data, or made in another way, are not comparable.
      found
          .computeIfAbsent(
              List.of(recipe(run).data(), best.get(run.folder()).how()),
              key -> new LinkedHashMap<>())
          .putIfAbsent(recipe(run).method().objective().id(), run);
    }
    return most(found, most);
  }

  /** The largest of some groups; of equal ones the first. */
  private static <K> List<RunSummary> most(Map<K, Map<String, RunSummary>> groups, int most) {
    List<RunSummary> largest = new ArrayList<>();
    for (Map<String, RunSummary> group : groups.values()) {
      if (group.size() > largest.size()) {
        largest = new ArrayList<>(group.values());
      }
    }
    return largest.stream().limit(most).toList();
  }
}
