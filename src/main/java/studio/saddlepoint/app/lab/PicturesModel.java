package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.lab.picture.PictureStudy;
import studio.saddlepoint.lab.picture.PictureTable;
import studio.saddlepoint.metrics.extractor.Extractors;

/** Changed pictures and how far they are. Knows no controls; for the FX thread. */
final class PicturesModel implements AutoCloseable {
  private static final int SIZE = 32;

  private final StudioModel studio;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "lab-pictures");
            made.setDaemon(true);
            return made;
          });
  private final LatestTask<PictureTable> tables;
  private final ReadOnlyObjectWrapper<@Nullable PictureTable> table = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<PictureStudy>> opening =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable PictureStudy study;
  private @Nullable PicturesState asked;
  private boolean closed;

  PicturesModel(StudioModel studio) {
    this.studio = studio;
    tables = new LatestTask<>(thread, studio.ui());
  }

  /** What was measured of the picture; nothing before. */
  ReadOnlyObjectProperty<@Nullable PictureTable> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** What makes the features ready, while it goes on. */
  ReadOnlyObjectProperty<@Nullable RunningTask<PictureStudy>> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Why nothing is measured; empty where all is well. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Measures a picture by what it is looked at with; the amount plays no part. */
  void ask(PicturesState state) {
    PicturesState before = asked;
    if (before != null && before.at(state.step()).equals(state)) {
      return;
    }
    asked = state;
    if (before == null || !before.sameStudy(state)) {
      open(state);
    } else {
      measure(state);
    }
  }

  private void open(PicturesState state) {
    RunningTask<PictureStudy> running = opening.get();
    if (running != null) {
      running.cancel();
    }
    problem.set("");
    tables.cancel();
    table.set(null);
    free();
    Path caches = studio.home().caches();
    RunningTask<PictureStudy> task =
        studio
            .tasks()
            .run(
                Messages.text("lab.pictures.opening", state.extractor().label()),
                progress -> study(state, caches, progress));
    opening.set(task);
    task.onDone(
            made -> {
              if (closed || opening.get() != task) {
                made.close();
                return;
              }
              opening.set(null);
              study = made;
              measure(asked == null ? state : asked);
            })
        .onFailed(
            error -> {
              if (opening.get() == task) {
                opening.set(null);
                problem.set(Problems.describe(error));
              }
            })
        .onCancelled(
            () -> {
              if (opening.get() == task) {
                opening.set(null);
                problem.set(Messages.text("lab.pictures.cancelled"));
              }
            });
  }

  private static PictureStudy study(PicturesState state, Path caches, Progress progress) {
    DataSet train = DataSets.open(state.source(), SIZE, Split.TRAIN, caches, progress);
    DataSet test = DataSets.open(state.source(), SIZE, Split.TEST, caches, progress);
    return new PictureStudy(
        test, Extractors.open(state.extractor().usual(), train, test, caches, progress));
  }

  private void measure(PicturesState state) {
    PictureStudy by = study;
    if (by != null && !closed) {
      tables.request(
          () -> by.table(state.picture() % by.size()),
          table::set,
          error -> problem.set(Problems.describe(error)));
    }
  }

  /** Tries again what failed or was cancelled. */
  void again() {
    PicturesState state = asked;
    asked = null;
    if (state != null) {
      ask(state);
    }
  }

  private void free() {
    PictureStudy before = study;
    study = null;
    if (before != null) {
      thread.execute(before::close);
    }
  }

  @Override
  public void close() {
    RunningTask<PictureStudy> running = opening.get();
    if (running != null) {
      running.cancel();
    }
    tables.cancel();
    free();
    closed = true;
    thread.shutdown();
  }
}
