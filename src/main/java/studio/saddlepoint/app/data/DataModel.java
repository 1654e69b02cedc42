package studio.saddlepoint.app.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.Pictures;

/** What the Data page shows and does. Knows no controls; for the FX thread. */
final class DataModel {
    /** The data sets that the program brings. */
    static final List<String> EMBEDDED = List.of("strokes", "shapes");

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
        record Reading(String source, RunningTask<?> task) implements Shown {}

        /**
         * A source that can be used.
         *
         * @param summary what is in it
         * @param train what is learnt from
         * @param test what is held back
         */
        record Ready(String source, DataSummary summary, DataSet train, DataSet test)
                implements Shown {}

        /**
         * A source that cannot be used.
         *
         * @param message why, and what to do
         */
        record Refused(String source, String message) implements Shown {}
    }

    private final StudioModel studio;
    private final RecentSources recent;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> sources = FXCollections.observableArrayList();
    private final Map<String, Picture> thumbnails = new HashMap<>();

    DataModel(StudioModel studio) {
        this.studio = studio;
        this.recent = new RecentSources(studio.settings());
        sources.setAll(recent.all());
    }

    /** What is shown; nothing before the first source. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The person's own sources, the last used first. */
    ObservableList<String> sources() {
        return sources;
    }

    /** A few images of a source: of the program's own at once, of others once it was opened. */
    Optional<Picture> thumbnail(String source) {
        if (EMBEDDED.contains(source) && !thumbnails.containsKey(source)) {
            EmbeddedThumbnails.of(source).ifPresent(picture -> thumbnails.put(source, picture));
        }
        return Optional.ofNullable(thumbnails.get(source));
    }

    /** Forgets a source of the person's own; the images stay where they are. */
    void forget(String source) {
        recent.remove(source);
        sources.setAll(recent.all());
    }

    /** Opens a file or folder of the person's own. */
    void open(Path path) {
        open(PathNames.text(path.toAbsolutePath().normalize()));
    }

    /** Opens a source in the background; what was being read before is cancelled. */
    void open(String source) {
        if (shown.get() instanceof Shown.Reading reading) {
            if (reading.source().equals(source)) {
                return;
            }
            reading.task().cancel();
        }
        Path caches = studio.home().caches();
        RunningTask<Shown.Ready> task =
                studio.tasks()
                        .run(
                                Messages.text("data.reading", name(source)),
                                progress -> read(source, caches, progress));
        Shown.Reading reading = new Shown.Reading(source, task);
        shown.set(reading);
        task.onDone(
                        ready -> {
                            if (shown.get() == reading) {
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

    private static Shown.Ready read(String source, Path caches, Progress progress) {
        DataSummary summary = DataSets.inspect(source, caches, progress);
        return new Shown.Ready(
                source,
                summary,
                DataSets.open(source, SIZE, Split.TRAIN, caches, progress),
                DataSets.open(source, SIZE, Split.TEST, caches, progress));
    }

    private void take(Shown.Ready ready) {
        List<Picture> four = new ContactSheet(ready.train(), ContactSheet.ALL, 1).pictures(0, 4);
        if (!four.isEmpty()) {
            thumbnails.put(ready.source(), Pictures.grid(four, 2, 0, 0xff000000));
        }
        shown.set(ready);
        if (!EMBEDDED.contains(ready.source())) {
            PathNames.spelt(ready.source()).ifPresent(recent::add);
            sources.setAll(recent.all());
        }
    }

    /** Opens the Train page with a recipe that learns this data set. */
    void train(Shown.Ready ready) {
        studio.draft(DataRecipes.of(ready.source()));
    }

    /** What a list calls a source. */
    static String name(String source) {
        if (EMBEDDED.contains(source)) {
            return Messages.text("data." + source);
        }
        return Escapes.name(PathNames.spelt(source).map(PathNames::of).orElse(source));
    }
}
