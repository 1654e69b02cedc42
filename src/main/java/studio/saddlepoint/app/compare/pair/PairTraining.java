package studio.saddlepoint.app.compare.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;

/**
 * Makes the two runs of a pair and trains them one after the other: a computer that trains both at
 * once gives neither the time that it would have alone. For the FX thread.
 */
final class PairTraining {
  private final StudioModel studio;
  private final Consumer<List<Path>> made;

  private record Folders(RunFolder first, RunFolder second) {}

  /**
   * Trains nothing yet.
   *
   * @param made told the folders of the runs as soon as they are there
   */
  PairTraining(StudioModel studio, Consumer<List<Path>> made) {
    this.studio = studio;
    this.made = made;
  }

  /** Begins, unless something else trains. */
  void begin(PairRequest request) {
    if (!studio.trainings().isEmpty()) {
      studio.tell(
          Notice.problem(Messages.text("compare.pair.busy", studio.trainings().get(0).title())));
      return;
    }
    studio.withData(
        request.base(),
        ready -> make(new PairRequest(ready, request.key(), request.value(), request.steps())));
  }

  private void make(PairRequest request) {
    studio
        .tasks()
        .run(
            Messages.text("compare.pair.making"),
            progress ->
                new Folders(
                    RunFolder.create(studio.home().runs(), request.first()),
                    RunFolder.create(studio.home().runs(), request.second())))
        .onDone(
            runs -> {
              studio.refreshRuns();
              made.accept(List.of(runs.first.path(), runs.second.path()));
              train(runs.first, () -> train(runs.second, () -> done(runs)), runs.second);
            })
        .onFailed(e -> studio.tell(Notice.problem(e)));
  }

  private void done(Folders runs) {
    studio.tell(
        Notice.success(Messages.text("compare.pair.done", runs.first.title(), runs.second.title()))
            .offering(
                Feather.COLUMNS, "compare.pair.see", () -> studio.pageProperty().set("compare")));
  }

  private void train(RunFolder run, Runnable next) {
    train(run, next, null);
  }

  /**
   * Trains a run.
   *
   * @param next is run when it is finished
   * @param waiting the run that would have been next, where somebody stops this one
   */
  private void train(RunFolder run, Runnable next, @Nullable RunFolder waiting) {
    OpenRun training;
    try {
      training = studio.trainAside(run);
    } catch (StudioException e) {
      studio.tell(Notice.problem(e));
      return;
    }
    ChangeListener<Training.Status> listener =
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends Training.Status> status,
              Training.Status before,
              Training.Status now) {
            if (now.state().isFinal()) {
              status.removeListener(this);
              // The training is let go of first.
              studio.ui().execute(() -> ended(now, next, waiting));
            }
          }
        };
    training.statusProperty().addListener(listener);
  }

  private void ended(Training.Status status, Runnable next, @Nullable RunFolder waiting) {
    if (status.state() == Training.State.FINISHED && studio.trainings().isEmpty()) {
      next.run();
    } else if (waiting != null) {
      studio.tell(
          Notice.info(Messages.text("compare.pair.waits", waiting.title()))
              .offering(
                  Feather.PLAY, "compare.pair.go.on", () -> studio.open(waiting.path(), true)));
    }
  }
}
