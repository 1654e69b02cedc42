package studio.saddlepoint.app.preferences;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.settings.Preferences;
import studio.saddlepoint.run.list.RunsPlace;

/**
 * The folder of new runs. Those that are elsewhere stay there: the folders of before are remembered
 * and their runs listed. Knows no controls; for the FX thread.
 */
final class RunsPreference {
  private final StudioModel studio;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private boolean trying;

  RunsPreference(StudioModel studio) {
    this.studio = studio;
  }

  /** Why the last folder was refused; empty where none was. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Counts up with every change of the folders. */
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Where new runs go. */
  Path folder() {
    return studio.home().runs();
  }

  /** Whether that is where they go unless another folder is preferred. */
  boolean usual() {
    return same(folder(), studio.usualRuns());
  }

  /** The other folders whose runs are listed. */
  List<Path> others() {
    return studio.home().otherRuns();
  }

  /** Whether a folder can be forgotten: the usual one is always looked into. */
  boolean canForget(Path folder) {
    return !same(folder, studio.usualRuns());
  }

  /** Puts new runs into a folder, where that can be written to. */
  void choose(Path folder) {
    if (trying) {
      return; // no button is disabled for it, which would lose the keyboard
    }
    problem.set("");
    trying = true;
    studio
        .tasks()
        .run(
            Messages.text("preferences.runs.trying", Escapes.name(folder)),
            progress -> RunsPlace.require(folder))
        .onDone(
            place -> {
              trying = false;
              take(place);
            })
        .onFailed(
            thrown -> {
              trying = false;
              problem.set(Problems.describe(thrown));
            })
        .onCancelled(() -> trying = false);
  }

  /** Puts new runs where they go unless another folder is preferred. */
  void reset() {
    problem.set("");
    take(studio.usualRuns());
  }

  /** Looks for runs in a folder no longer; they stay where they are. */
  void forget(Path folder) {
    keep(others().stream().filter(each -> !same(each, folder)));
    changed();
  }

  private void take(Path folder) {
    Path before = folder();
    if (same(folder, before)) {
      return;
    }
    List<Path> earlier = others();
    boolean reset = same(folder, studio.usualRuns());
    studio.settings().put(Preferences.RUNS, reset ? "" : PathNames.text(folder));
    keep(Stream.concat(Stream.of(before), earlier.stream()).filter(each -> !same(each, folder)));
    changed();
  }

  private void keep(Stream<Path> folders) {
    String text =
        folders
            .filter(this::canForget)
            .map(each -> each.toAbsolutePath().normalize())
            .distinct()
            .map(PathNames::text)
            .collect(Collectors.joining("\n"));
    studio.settings().put(Preferences.EARLIER_RUNS, text);
  }

  private void changed() {
    version.set(version.get() + 1);
    studio.refreshRuns();
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** How many listed runs lie in a folder. */
  long count(Path folder) {
    return studio.runs().stream()
        .filter(
            run ->
                Optional.ofNullable(run.folder().getParent())
                    .filter(parent -> same(parent, folder))
                    .isPresent())
        .count();
  }
}
