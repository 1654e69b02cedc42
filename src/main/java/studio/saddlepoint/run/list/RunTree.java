package studio.saddlepoint.run.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.run.RunOrigin;

/**
 * Runs in the order of their descent: each followed by those that were branched or fine-tuned from
 * it. A run whose parent is not among them, such as a deleted one, stands for itself and still
 * tells where it came from.
 */
public final class RunTree {
  private RunTree() {}

  /**
   * A run in its place.
   *
   * @param run the run
   * @param depth how many of its ancestors are listed above it
   * @param parent the run listed above that it came from; empty where that is not listed
   */
  public record Entry(RunSummary run, int depth, Optional<RunSummary> parent) {}

  /**
   * Puts runs in order.
   *
   * @param runs in the order in which those of one parent are to follow each other
   * @return each of them once
   */
  public static List<Entry> of(List<RunSummary> runs) {
    Map<Path, List<RunSummary>> children = new HashMap<>();
    List<RunSummary> roots = new ArrayList<>();
    for (RunSummary run : runs) {
      Optional<RunSummary> parent = parent(run, runs);
      if (parent.isPresent()) {
        children.computeIfAbsent(parent.get().folder(), key -> new ArrayList<>()).add(run);
      } else {
        roots.add(run);
      }
    }
    List<Entry> entries = new ArrayList<>();
    Set<Path> listed = new HashSet<>();
    roots.forEach(root -> list(root, 0, Optional.empty(), children, entries, listed));
    for (RunSummary run : runs) { // each names the other its parent: somebody edited a file
      list(run, 0, Optional.empty(), children, entries, listed);
    }
    return entries;
  }

  /**
   * As {@link #of}, the family whose newest run is the newest of all first.
   *
   * @param runs the newest first
   */
  public static List<Entry> newestFirst(List<RunSummary> runs) {
    List<List<Entry>> families = new ArrayList<>();
    for (Entry each : of(runs)) {
      if (each.depth() == 0) {
        families.add(new ArrayList<>());
      }
      families.get(families.size() - 1).add(each);
    }
    families.sort(
        Comparator.comparingInt(
            family -> family.stream().mapToInt(each -> runs.indexOf(each.run())).min().orElse(0)));
    return families.stream().flatMap(List::stream).toList();
  }

  private static void list(
      RunSummary run,
      int depth,
      Optional<RunSummary> parent,
      Map<Path, List<RunSummary>> children,
      List<Entry> entries,
      Set<Path> listed) {
    if (listed.add(run.folder())) {
      entries.add(new Entry(run, depth, parent));
      for (RunSummary child : children.getOrDefault(run.folder(), List.of())) {
        list(child, depth + 1, Optional.of(run), children, entries, listed);
      }
    }
  }

  /**
   * The run that another one came from: the one in the folder that it lay in then, else one of that
   * folder's name, as where all runs were moved.
   */
  public static Optional<RunSummary> parent(RunSummary run, List<RunSummary> among) {
    Optional<RunOrigin> origin = run.origin().filter(each -> !each.run().isEmpty());
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    List<RunSummary> named =
        among.stream()
            .filter(each -> PathNames.of(each.folder()).equals(origin.get().run()))
            .filter(each -> !each.folder().equals(run.folder()))
            .toList();
    return named.stream()
        .filter(each -> each.folder().toString().equals(origin.get().path()))
        .findFirst()
        .or(() -> named.stream().findFirst());
  }
}
