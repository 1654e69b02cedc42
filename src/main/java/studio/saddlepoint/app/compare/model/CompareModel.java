package studio.saddlepoint.app.compare.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.model.CompareState.Chosen;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.list.BestScore;
import studio.saddlepoint.run.list.RunSets;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.run.tensorboard.EventScalars;

/**
 * The runs that are chosen, and what is asked of them. A run is opened when it is chosen and not
 * before, so that a long list costs nothing. For the FX thread.
 */
public final class CompareModel {
  private final StudioModel studio;
  private final Opener opener;
  private final ReadOnlyObjectWrapper<CompareState> state =
      new ReadOnlyObjectWrapper<>(CompareState.NONE);
  private final ReadOnlyLongWrapper news = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper listed = new ReadOnlyLongWrapper();
  private final Map<String, ComparedRun> opened = new LinkedHashMap<>();
  private final Map<Path, BestScore> best = new HashMap<>();
  private final FxThrottle beat;
  private @Nullable Set<Path> looked;
  private final Set<Path> seen = new HashSet<>();
  private boolean closed;

  /** Opens a run folder, in the background. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens it.
     *
     * @throws studio.saddlepoint.core.StudioException if it cannot be opened
     */
    RunFolder open(Path folder);
  }

  /** Where a run is on the disk, and whether somebody trains it. */
  private record Found(RunFolder folder, boolean trained) {}

  /** Nothing chosen. */
  public CompareModel(StudioModel studio) {
    this(studio, RunFolder::open);
  }

  /**
   * With another way to open runs.
   *
   * @param opener is asked for a run once it is chosen
   */
  public CompareModel(StudioModel studio, Opener opener) {
    this.studio = studio;
    this.opener = opener;
    beat = new FxThrottle(studio.ui(), () -> studio.budget().interval(), this::told);
    studio
        .runs()
        .addListener(
            (ListChangeListener<RunSummary>) change -> readBest(List.copyOf(studio.runs())));
    readBest(List.copyOf(studio.runs()));
  }

  /** What a person asked for. */
  public ReadOnlyObjectProperty<CompareState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What a person asked for, now. */
  public CompareState state() {
    return state.get();
  }

  /** Asks for something else. */
  public void ask(UnaryOperator<CompareState> change) {
    CompareState next = change.apply(state.get());
    if (!next.equals(state.get())) {
      state.set(next);
    }
  }

  /** Counts up when there is something new of the runs; what is drawn listens to it. */
  public ReadOnlyLongProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Counts up when the list of runs, or the scores in it, are others. */
  public ReadOnlyLongProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }

  private void told() {
    if (!closed) {
      news.set(news.get() + 1);
    }
  }

  /** The notes of best checkpoints, a small file of each run. */
  private void readBest(List<RunSummary> runs) {
    listed.set(listed.get() + 1);
    List<Path> folders = runs.stream().map(RunSummary::folder).toList();
    studio
        .background()
        .execute(
            () -> {
              Map<Path, BestScore> found = new HashMap<>();
              folders.forEach(
                  each -> BestScore.of(each).ifPresent(score -> found.put(each, score)));
              studio.ui().execute(() -> take(Set.copyOf(folders), found));
            });
  }

  private void take(Set<Path> folders, Map<Path, BestScore> found) {
    if (!found.equals(best) || looked == null) {
      best.clear();
      best.putAll(found);
    }
    looked = folders;
    seen.addAll(folders);
    listed.set(listed.get() + 1);
    if (state.get().chosen().stream().anyMatch(each -> isGone(each.id()))) {
      beat.request();
    }
  }

  /** The score of a run's best checkpoint. */
  public Optional<BestScore> best(Path folder) {
    return Optional.ofNullable(best.get(folder));
  }

  /** Whether a run was in the list of runs and is not any more. */
  public boolean isGone(String id) {
    Path folder = Path.of(id);
    return looked != null && seen.contains(folder) && !looked.contains(folder);
  }

  /** The sets of runs that are worth a look; all measured or told by the list alone. */
  public Map<RunSets.Kind, List<RunSummary>> sets() {
    return RunSets.of(List.copyOf(studio.runs()), best, CompareState.MOST);
  }

  /** Chooses these runs in place of those that are chosen. */
  public void chooseOnly(List<Path> folders) {
    Set<String> wanted = new LinkedHashSet<>();
    folders.forEach(each -> wanted.add(id(each)));
    for (Chosen each : state.get().chosen()) {
      if (!wanted.contains(each.id())) {
        drop(each.id());
      }
    }
    folders.forEach(this::choose);
  }

  private static String id(Path folder) {
    return folder.toAbsolutePath().normalize().toString();
  }

  /** Whether a run is chosen. */
  public boolean isChosen(Path folder) {
    return state.get().has(id(folder));
  }

  /** Chooses a run that is not, or drops it. */
  public void toggle(Path folder) {
    if (isChosen(folder)) {
      drop(id(folder));
    } else {
      choose(folder);
    }
  }

  /** Chooses one more run; says so where there is no room. */
  public void choose(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (!room(path)) {
      return;
    }
    studio
        .tasks()
        .run(
            Messages.text("run.opening", Escapes.name(PathNames.of(path))),
            progress -> {
              RunFolder run = opener.open(path);
              return new Found(run, run.isTrained());
            })
        .onDone(
            found -> {
              if (awaits(id(path))) {
                opened.put(
                    id(path),
                    new OurRun(studio, studio.look(found.folder, found.trained), beat::request));
                told();
              }
            })
        .onFailed(e -> failed(path, e))
        .onCancelled(() -> drop(id(path)));
  }

  /** Lays an event file's numbers, or those of a folder with some, beside the others. */
  public void addForeign(Path place) {
    Path path = place.toAbsolutePath().normalize();
    if (!room(path)) {
      return;
    }
    studio
        .tasks()
        .run(
            Messages.text("compare.foreign.reading", Escapes.name(PathNames.of(path))),
            progress -> EventScalars.read(path, progress))
        .onDone(
            read -> {
              if (read.scalars().isEmpty()) {
                drop(id(path));
                studio.tell(Notice.problem(String.join(" ", read.notes())));
              } else if (awaits(id(path))) {
                opened.put(id(path), new ForeignRun(path, read));
                told();
                if (!read.notes().isEmpty()) {
                  studio.tell(Notice.info(String.join(" ", read.notes())));
                }
              }
            })
        .onFailed(e -> failed(path, e))
        .onCancelled(() -> drop(id(path)));
  }

  private boolean room(Path path) {
    if (state.get().has(id(path))) {
      return false;
    }
    if (!state.get().hasRoom()) {
      studio.tell(Notice.info(Messages.text("compare.full", CompareState.MOST)));
      return false;
    }
    ask(now -> now.with(id(path)));
    return true;
  }

  private boolean awaits(String id) {
    return !closed && state.get().has(id) && !opened.containsKey(id);
  }

  private void failed(Path path, Throwable problem) {
    drop(id(path));
    studio.tell(Notice.problem(problem));
  }

  /** Compares a run no longer. */
  public void drop(String id) {
    ComparedRun run = opened.remove(id);
    if (run != null) {
      run.close();
    }
    ask(now -> now.without(id));
  }

  /** The runs that are open, in the order in which they were chosen. */
  public List<ComparedRun> runs() {
    List<ComparedRun> runs = new ArrayList<>();
    for (Chosen each : state.get().chosen()) {
      ComparedRun run = opened.get(each.id());
      if (run != null) {
        runs.add(run);
      }
    }
    return runs;
  }

  /** Those of {@link #runs()} that are looked at. */
  public List<ComparedRun> shown() {
    return runs().stream().filter(run -> !state.get().hidden().contains(run.id())).toList();
  }

  /** Those of {@link #shown()} that are runs of this program. */
  public List<OurRun> ours() {
    return shown().stream().filter(OurRun.class::isInstance).map(OurRun.class::cast).toList();
  }

  /** What a run is called among those that are chosen: no two alike. */
  public String name(ComparedRun run) {
    boolean alone =
        runs().stream().noneMatch(each -> each != run && each.title().equals(run.title()));
    return alone ? run.title() : Messages.text("compare.name", run.title(), run.mark());
  }

  /** Looks again at what may have changed while the page was not shown. */
  public void refresh() {
    opened.values().stream()
        .filter(OurRun.class::isInstance)
        .map(OurRun.class::cast)
        .forEach(OurRun::readKept);
    told();
  }

  /** The program ends. */
  public void close() {
    closed = true;
    opened.values().forEach(ComparedRun::close);
  }
}
