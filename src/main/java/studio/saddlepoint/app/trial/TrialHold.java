package studio.saddlepoint.app.trial;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Training;

/** A training that waits for a trial of its run, and goes on afterwards. For the FX thread. */
final class TrialHold {
  private boolean holds;

  /** Whether it was made to wait by this. */
  boolean holds() {
    return holds;
  }

  /** Makes it wait; then does what is to be done while it waits, or is over. */
  void hold(OpenRun run, Runnable then) {
    holds = false;
    if (!run.active() || run.statusProperty().get().state() == Training.State.PAUSED) {
      then.run();
      return;
    }
    holds = true;
    ChangeListener<Training.Status> waits =
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends Training.Status> p,
              Training.Status old,
              Training.Status now) {
            if (now.state() == Training.State.PAUSED || now.state().isFinal()) {
              run.statusProperty().removeListener(this);
              holds = holds && !now.state().isFinal();
              then.run();
            }
          }
        };
    run.statusProperty().addListener(waits);
    run.pause();
  }

  /** It goes on, unless a person has done something with it meanwhile. */
  void release(OpenRun run) {
    if (holds && run.active() && run.statusProperty().get().state() == Training.State.PAUSED) {
      run.start();
    }
    holds = false;
  }

  /** Another run takes its place: it waits on. */
  void drop() {
    holds = false;
  }
}
