package studio.saddlepoint.app.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.*;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;
import studio.saddlepoint.recipe.Recipe;

/** The model of the Data page. Knows no controls; for the FX thread. */
final class DataModel {
  /** The size at which images are looked at. */
  static final int SIZE = 32;

  /** What the right side of the page shows. */
  sealed interface Shown {
    /** The source: "strokes", "shapes" or a path. */
    String source();

    /**
     * A source that is being read.
     *
     * @param task the reading
     */
    record Reading(String source, FolderMeaning folders, RunningTask<?> task) implements Shown {}

    /**
     * A source that can be used.
     *
     * @param data the source, and what folders in it mean
     * @param summary what is in it
     * @param train what is learnt from
     * @param test what is held back
     */
    record Ready(DataSettings data, DataSummary summary, DataSet train, DataSet test)
        implements Shown {
      @Override
      public String source() {
        return data.source();
      }
    }

    /**
     * A source that cannot be used.
     *
     * @param message why, and what to do
     */
    record Refused(String source, String message) implements Shown {}

    /**
     * A well-known data set that is not here yet.
     *
     * @param set which
     */
    record Known(KnownDataSet set) implements Shown {
      @Override
      public String source() {
        return "";
      }
    }
  }

  private final StudioModel studio;
  private final KnownModel known;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<Shown.@Nullable Ready> offered =
      new ReadOnlyObjectWrapper<>();

  /** Of what is being read, whether recipes are to be offered for it then. */
  private String toOffer = "";

  /** Whether the person chose what is shown; else it follows the open run. */
  private boolean chosen;

  DataModel(StudioModel studio) {
    shown.addListener((p, old, now) -> offerNothing());
    this.studio = studio;
    this.known = new KnownModel(studio, this::got);
  }

  /** The well-known data sets. */
  KnownModel known() {
    return known;
  }

  /** Shows a well-known data set, or how to get it. */
  void open(KnownDataSet set) {
    chosen = true;
    known.source(set).ifPresentOrElse(this::open, () -> show(new Shown.Known(set)));
  }

  /** One that was got is among the person's own, and shown to who waits for it. */
  private void got(String source) {
    PathNames.spelt(source).ifPresent(studio.sources()::add);
    if (shown.get() instanceof Shown.Known waiting
        && known.source(waiting.set()).filter(source::equals).isPresent()) {
      open(source);
    }
  }

  private void show(Shown next) {
    if (shown.get() instanceof Shown.Reading reading) {
      reading.task().cancel();
    }
    shown.set(next);
  }

  /** What is shown; nothing before the first source. */
  ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The data set that recipes are offered for, in place of its pictures; usually none. */
  ReadOnlyObjectProperty<Shown.@Nullable Ready> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** Offers recipes to train on a data set. */
  void offer(Shown.Ready ready) {
    offered.set(ready);
  }

  /** Shows the pictures again. */
  void offerNothing() {
    offered.set(null);
  }

  /** Offers recipes to train on a source, once it is read. */
  void train(String source) {
    if (shown.get() instanceof Shown.Ready ready && ready.source().equals(source)) {
      offer(ready);
    } else {
      open(source);
      toOffer = source;
    }
  }

  /** Opens a file or folder of the person's own. */
  void open(Path path) {
    open(UserDataSources.text(path));
  }

  /** Opens a source in the background; what was being read before is cancelled. */
  void open(String source) {
    chosen = true;
    open(source, studio.sources().meaning(source), studio.sources().isNew(source));
  }

  /** Shows another source in place of one that was forgotten. */
  void letGo(String source) {
    Shown now = shown.get();
    if (now != null && now.source().equals(source)) {
      open(studio.sources().all().stream().findFirst().orElse(UserDataSources.EMBEDDED.get(0)));
    }
  }

  /** Reads the source that is shown once more, its folders meaning something else. */
  void mean(FolderMeaning folders) {
    Shown now = shown.get();
    if (now != null) {
      chosen = true;
      studio.sources().mean(now.source(), folders);
      open(now.source(), folders, false);
    }
  }

  /**
   * Unless the person chose a source, shows what the open run learns, or else the last run, or else
   * what was opened last: something to look at from the first moment on.
   */
  void follow() {
    if (chosen) {
      return;
    }
    OpenRun open = studio.openRunProperty().get();
    DataSettings usual = DataSettings.of(UserDataSources.EMBEDDED.get(0), SIZE);
    DataSettings data =
        open != null
            ? open.recipe().data()
            : studio.runs().stream()
                .flatMap(run -> run.recipe().stream())
                .map(Recipe::data)
                .findFirst()
                .orElseGet(() -> firstSource().orElse(usual));
    Shown now = shown.get();
    if (now == null || !now.source().equals(data.source())) {
      open(data.source(), data.folders(), false);
    }
  }

  private Optional<DataSettings> firstSource() {
    return studio.sources().all().stream().findFirst().map(this::settings);
  }

  private DataSettings settings(String source) {
    return new DataSettings(source, SIZE, false, studio.sources().meaning(source));
  }

  /**
   * Reads a source in the background.
   *
   * @param propose whether the folders in it are taken for what they seem to mean
   */
  private void open(String source, FolderMeaning folders, boolean propose) {
    if (shown.get() instanceof Shown.Reading reading) {
      if (reading.source().equals(source) && reading.folders() == folders) {
        return;
      }
      reading.task().cancel();
    }
    toOffer = "";
    Path caches = studio.home().caches();
    DataSettings data = new DataSettings(source, SIZE, false, folders);
    RunningTask<Shown.Ready> task =
        studio
            .tasks()
            .run(
                Messages.text("data.reading", UserDataSources.name(source)),
                progress -> read(propose ? proposed(data, progress) : data, caches, progress));
    Shown.Reading reading = new Shown.Reading(source, folders, task);
    shown.set(reading);
    task.onDone(
            ready -> {
              if (shown.get() == reading) {
                if (propose) {
                  studio.sources().mean(source, ready.data().folders());
                }
                take(ready);
              }
            })
        .onFailed(
            error -> {
              if (shown.get() == reading) {
                shown.set(new Shown.Refused(source, Problems.describe(error)));
              }
            })
        .onCancelled(
            () -> {
              if (shown.get() == reading) {
                shown.set(null);
              }
            });
  }

  private static DataSettings proposed(DataSettings data, Progress progress) {
    FolderMeaning folders = DataSets.proposedMeaning(data.source(), progress);
    return new DataSettings(data.source(), data.size(), data.mirror(), folders);
  }

  private static Shown.Ready read(DataSettings data, Path caches, Progress progress) {
    DataSummary summary = DataSets.inspect(data, caches, progress);
    return new Shown.Ready(
        data,
        summary,
        DataSets.open(data, Split.TRAIN, caches, progress),
        DataSets.open(data, Split.TEST, caches, progress));
  }

  private void take(Shown.Ready ready) {
    List<Picture> four = new ContactSheet(ready.train(), ContactSheet.ALL, 1).pictures(0, 4);
    if (!four.isEmpty()) {
      studio.thumbnails().keep(ready.source(), PictureConversion.grid(four, 2, 0, 0xff000000));
    }
    shown.set(ready);
    if (toOffer.equals(ready.source())) {
      offer(ready);
    }
    boolean own = !UserDataSources.EMBEDDED.contains(ready.source());
    if (own && (chosen || !studio.sources().isForgotten(ready.source()))) {
      PathNames.spelt(ready.source()).ifPresent(studio.sources()::add);
    }
  }
}
