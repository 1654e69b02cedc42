package studio.saddlepoint.app.data;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import studio.saddlepoint.app.*;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.data.known.KnownDataSets;

/**
 * The well-known data sets, and getting them: each in the background, also while something else is
 * shown. For the FX thread.
 */
final class KnownModel {
  private final StudioModel studio;
  private final KnownDataSets sets;
  private final Consumer<String> got;
  private final Map<KnownDataSet, RunningTask<Path>> tasks = new EnumMap<>(KnownDataSet.class);
  private final Map<KnownDataSet, String> problems = new EnumMap<>(KnownDataSet.class);
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

  /**
   * None are got yet.
   *
   * @param got takes the source of one that was got
   */
  KnownModel(StudioModel studio, Consumer<String> got) {
    this.studio = studio;
    this.sets = new KnownDataSets(studio.home());
    this.got = got;
  }

  /** Counts up with every change. */
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Its source, where it is on this computer. */
  Optional<String> source(KnownDataSet set) {
    return sets.find(set).map(UserDataSources::text);
  }

  /** The work that gets it now. */
  Optional<RunningTask<Path>> task(KnownDataSet set) {
    return Optional.ofNullable(tasks.get(set));
  }

  /** Why it could not be got the last time; empty where nothing is wrong. */
  String problem(KnownDataSet set) {
    return problems.getOrDefault(set, "");
  }

  /** Downloads it. */
  void download(KnownDataSet set) {
    start(
        set,
        Messages.text("known.getting", set.title()),
        progress -> sets.download(set, Optional.empty(), progress));
  }

  /**
   * Takes it from files of the person's.
   *
   * @param path their folder, or the only file
   */
  void adopt(KnownDataSet set, Path path) {
    start(
        set,
        Messages.text("known.checking", set.title()),
        progress -> sets.adopt(set, path, progress));
  }

  private void start(KnownDataSet set, String title, TaskBody<Path> body) {
    if (tasks.containsKey(set)) {
      return;
    }
    problems.remove(set);
    RunningTask<Path> task = studio.tasks().run(title, body);
    tasks.put(set, task);
    changed();
    task.onDone(
            path -> {
              end(set, "");
              got.accept(UserDataSources.text(path));
            })
        .onFailed(error -> end(set, Problems.describe(error)))
        .onCancelled(() -> end(set, ""));
  }

  private void end(KnownDataSet set, String problem) {
    tasks.remove(set);
    if (!problem.isEmpty()) {
      problems.put(set, problem);
    }
    changed();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
