package studio.saddlepoint.app.compare.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.app.chart.spec.Quantity;
import studio.saddlepoint.app.compare.model.CompareState.Tagged;
import studio.saddlepoint.recipe.method.PlayerNames;

/**
 * The quantities that runs can be compared by: those that two of them tell, and those of event
 * files.
 *
 * @param shared what two runs or more tell, in the order of the charts
 * @param foreign tags of event files that stand for none of ours
 */
public record SharedQuantities(List<Quantity> shared, List<Quantity> foreign) {
  /** What is drawn unless a person chose. */
  private static final List<String> USUAL =
      List.of("loss.", "score.fid", "d.", "output.", "critic.real", "critic.fake", "vae.bound");

  private static final int MOST_USUAL = 6;

  /** Of the runs that are chosen. */
  public static SharedQuantities of(List<ComparedRun> runs, CompareState state) {
    List<PlayerNames> players =
        runs.stream()
            .filter(OurRun.class::isInstance)
            .map(run -> ((OurRun) run).started().method().kind().players())
            .distinct()
            .toList();
    Set<String> keys = new LinkedHashSet<>();
    Set<String> tags = new LinkedHashSet<>();
    for (ComparedRun run : runs) {
      (run instanceof OurRun ? keys : tags).addAll(run.keys());
    }
    // A run that has told nothing yet, as one that waits for another, takes no charts away.
    long telling = runs.stream().filter(run -> !run.keys().isEmpty()).count();
    List<Quantity> shared = new ArrayList<>();
    for (Quantity each : Quantity.of(players, List.copyOf(keys))) {
      long told = runs.stream().filter(run -> key(run, each.key(), state).isPresent()).count();
      if (told >= Math.min(2, telling)) {
        shared.add(each);
      }
    }
    List<Quantity> foreign = tags.stream().map(tag -> Quantity.foreign(tag, tag)).toList();
    return new SharedQuantities(shared, foreign);
  }

  /** The name that a run has for a quantity; empty where it does not tell it. */
  public static Optional<String> key(ComparedRun run, String key, CompareState state) {
    if (run instanceof ForeignRun foreign) {
      String picked = state.tags().get(new Tagged(run.id(), key));
      return (picked == null ? foreign.match(key) : Optional.of(picked).filter(t -> !t.isEmpty()))
          .filter(tag -> run.series(tag).isPresent());
    }
    return Optional.of(key).filter(each -> run.series(each).isPresent());
  }

  /** Those that are drawn: what a person chose, as far as there is any of it, else the usual. */
  public List<Quantity> drawn(CompareState state) {
    if (state.charts().isPresent()) {
      List<Quantity> all = all();
      return state.charts().get().stream()
          .flatMap(key -> all.stream().filter(each -> each.key().equals(key)).limit(1))
          .toList();
    }
    List<Quantity> usual =
        shared.stream()
            .filter(each -> USUAL.stream().anyMatch(each.key()::startsWith))
            .limit(MOST_USUAL)
            .toList();
    return usual.isEmpty() ? all().stream().limit(MOST_USUAL).toList() : usual;
  }

  /** All of them. */
  public List<Quantity> all() {
    List<Quantity> all = new ArrayList<>(shared);
    foreign.stream()
        .filter(tag -> shared.stream().noneMatch(each -> each.key().equals(tag.key())))
        .forEach(all::add);
    return all;
  }
}
