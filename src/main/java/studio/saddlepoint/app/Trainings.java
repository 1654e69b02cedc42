package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.saddlepoint.run.event.Event;

/**
 * The trainings in this program, and how one takes the place of another. For the FX thread, but for
 * {@link #end}.
 */
final class Trainings {
  private final Training.Starter starter;
  private final Executor ui;
  private final Consumer<Notice> notices;
  private final BegunTrainings begun = new BegunTrainings();
  private final ObservableList<OpenRun> runs = FXCollections.observableArrayList();
  private final ObservableList<OpenRun> view = FXCollections.unmodifiableObservableList(runs);

  /**
   * None yet.
   *
   * @param starter begins them
   * @param ui the FX thread
   * @param notices told of one that is let go for another
   */
  Trainings(Training.Starter starter, Executor ui, Consumer<Notice> notices) {
    this.starter = starter;
    this.ui = ui;
    this.notices = notices;
  }

  /** The runs that train, paused ones too, the last begun last. */
  ObservableList<OpenRun> runs() {
    return view;
  }

  /** The run of a folder, if it trains. */
  Optional<OpenRun> of(Path folder) {
    return runs.stream().filter(run -> run.folder().path().equals(folder)).findFirst();
  }

  /** Whether something trains. */
  boolean any() {
    return runs.stream().anyMatch(OpenRun::active);
  }

  /**
   * Begins the training of a run. Another one is let go only when this one has begun: one that
   * cannot begin stops nothing.
   *
   * @param listener told every event, on the training thread
   */
  Training begin(OpenRun run, Consumer<Event> listener) {
    boolean alone = !any();
    Training started =
        starter.start(
            run.folder(),
            alone
                ? listener
                : event -> {
                  listener.accept(event);
                  if (event instanceof Event.Begun) {
                    ui.execute(() -> stopOthers(run));
                  }
                });
    begun.add(started);
    if (!runs.contains(run)) {
      runs.add(run);
    }
    return started;
  }

  private void stopOthers(OpenRun starting) {
    for (OpenRun each : List.copyOf(runs)) {
      if (each != starting && each.active()) {
        each.stop();
        notices.accept(Notice.info(Messages.text("run.stopped.for.other", each.title())));
      }
    }
  }

  /** Lets a run's training wait or go on; where it has none, the one begun last. */
  void pauseOrResume(Optional<OpenRun> preferred) {
    preferred
        .filter(OpenRun::active)
        .or(() -> runs.stream().reduce((first, second) -> second))
        .ifPresent(OpenRun::pauseOrResume);
  }

  /** A run's training has ended. */
  void ended(OpenRun run) {
    runs.remove(run);
    run.training().ifPresent(begun::remove);
  }

  /** Stops all and waits for their last checkpoints, at most a minute; from any thread. */
  void end() {
    begun.end();
  }
}
