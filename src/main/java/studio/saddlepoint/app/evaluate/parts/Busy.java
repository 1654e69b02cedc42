package studio.saddlepoint.app.evaluate.parts;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Training;

/** A watch over whether a training takes the processors. For the FX thread. */
public final class Busy {
  private final ObservableList<OpenRun> trainings;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final InvalidationListener stands = changed -> look();
  private final InvalidationListener follower = new WeakInvalidationListener(stands);

  /**
   * Follows trainings.
   *
   * @param trainings all that go on
   */
  public Busy(ObservableList<OpenRun> trainings) {
    this.trainings = trainings;
    trainings.addListener(
        (ListChangeListener<OpenRun>)
            change -> {
              while (change.next()) {
                change.getRemoved().forEach(run -> run.statusProperty().removeListener(follower));
                change.getAddedSubList().forEach(run -> run.statusProperty().addListener(follower));
              }
              look();
            });
    trainings.forEach(run -> run.statusProperty().addListener(follower));
    look();
  }

  /** Whether one does; one that is paused does not. */
  public ReadOnlyBooleanProperty property() {
    return busy.getReadOnlyProperty();
  }

  private void look() {
    busy.set(
        trainings.stream()
            .map(run -> run.statusProperty().get().state())
            .anyMatch(
                state -> state == Training.State.RUNNING || state == Training.State.STARTING));
  }
}
