package studio.saddlepoint.app.preferences;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.download.KeptDownload;
import studio.saddlepoint.data.known.KnownDataSets;
import studio.saddlepoint.metrics.store.WeightStore;
import studio.saddlepoint.run.list.RunSummary;

/**
 * What was downloaded: how much it takes, whether a run needs it, and deleting it. Only what can be
 * downloaded again is listed. Knows no controls; for the FX thread.
 */
final class Downloads {
  private final StudioModel studio;
  private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  Downloads(StudioModel studio) {
    this.studio = studio;
  }

  /**
   * Something that was downloaded.
   *
   * @param download its files
   * @param bytes that they take
   * @param runs how many runs learn it
   */
  record Item(KeptDownload download, long bytes, int runs) {
    /** Its name for a person. */
    String title() {
      return download.whole()
          ? download.title()
          : Messages.text("preferences.downloads.unfinished", download.title());
    }

    /** Whether no run needs it. */
    boolean unused() {
      return runs == 0;
    }
  }

  /** All of it, as of the last {@link #refresh()}. */
  ReadOnlyObjectProperty<List<Item>> itemsProperty() {
    return items.getReadOnlyProperty();
  }

  /** Why something could not be listed or deleted the last time; empty where nothing is wrong. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Looks at the disk, in the background. */
  void refresh() {
    Home home = studio.home();
    List<RunSummary> runs = List.copyOf(studio.runs());
    studio
        .tasks()
        .run(Messages.text("preferences.downloads.looking"), progress -> list(home, runs))
        .onDone(items::set)
        .onFailed(thrown -> problem.set(Problems.describe(thrown)));
  }

  private static List<Item> list(Home home, List<RunSummary> runs) {
    return Stream.concat(
            new WeightStore(home.caches()).kept().stream(), new KnownDataSets(home).kept().stream())
        .map(each -> new Item(each, each.bytes(), learners(each, runs)))
        .toList();
  }

  private static int learners(KeptDownload download, List<RunSummary> runs) {
    Path place = download.place().toAbsolutePath().normalize();
    return (int)
        runs.stream()
            .flatMap(run -> run.recipe().stream())
            .flatMap(recipe -> PathNames.spelt(recipe.data().source()).stream())
            .filter(source -> source.isAbsolute())
            .filter(source -> source.normalize().startsWith(place))
            .count();
  }

  /** Deletes what no run needs, in the background. */
  void delete(List<Item> chosen) {
    problem.set("");
    List<RunSummary> runs = List.copyOf(studio.runs()); // one may have begun meanwhile
    List<KeptDownload> unused =
        chosen.stream().map(Item::download).filter(each -> learners(each, runs) == 0).toList();
    studio
        .tasks()
        .run(
            Messages.text("preferences.downloads.deleting"),
            progress -> {
              unused.forEach(KeptDownload::delete);
              return unused.size();
            })
        .onDone(count -> refresh())
        .onFailed(
            thrown -> {
              problem.set(Problems.describe(thrown));
              refresh();
            });
  }
}
