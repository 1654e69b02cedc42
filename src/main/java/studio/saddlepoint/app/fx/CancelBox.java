package studio.saddlepoint.app.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.Texts;

/**
 * A button that ends background work. Where that has run for a while, it asks first: a key that was
 * meant for something else must not throw minutes away. The question has one line where there is
 * room, else more.
 */
public final class CancelBox extends FlowPane {
  /** Work as young as this is ended without a word. */
  private static final Duration CHEAP = Duration.ofSeconds(30);

  /** No window is as wide. */
  private static final double ONE_LINE = 10_000;

  private final Button cancel;
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

  /**
   * A box with the button.
   *
   * @param cancel the button; its action is set here
   * @param task what it ends; empty where nothing runs
   */
  public CancelBox(Button cancel, Supplier<Optional<RunningTask<?>>> task) {
    super(8, 8);
    setPrefWrapLength(ONE_LINE);
    this.cancel = cancel;
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> task.get().ifPresent(this::end));
    getChildren().add(cancel);
  }

  /** What it needs in one line; a flow pane would want all of its wrap length. */
  @Override
  protected double computePrefWidth(double height) {
    double wide = snapSpaceX(getHgap()) * Math.max(0, getManagedChildren().size() - 1);
    for (Node each : getManagedChildren()) {
      wide += snapSizeX(each.prefWidth(-1));
    }
    return snappedLeftInset() + wide + snappedRightInset();
  }

  /** Whether it asks now, and wants more room. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  private void end(RunningTask<?> task) {
    if (task.elapsed().compareTo(CHEAP) < 0) {
      task.cancel();
    } else {
      ask(task);
    }
  }

  private void ask(RunningTask<?> task) {
    boolean focused = cancel.isFocused();
    Label question = new Label(Messages.text("cancel.ask", Texts.duration(task.elapsed())));
    question.setMinWidth(Region.USE_PREF_SIZE);
    Button keep = Buttons.labelled(Feather.PLAY, "cancel.keep", this::reset);
    keep.setId("cancel-keep");
    keep.setCancelButton(false);
    Button end =
        Buttons.labelled(
            Feather.X,
            "cancel.end",
            () -> {
              task.cancel();
              reset();
            });
    end.setId("cancel-end");
    getChildren().setAll(question, keep, end);
    asking.set(true);
    if (focused) {
      keep.requestFocus();
    }
  }

  /** Asks no more. */
  public void reset() {
    boolean focused = getChildren().stream().anyMatch(each -> each.isFocused());
    if (!getChildren().contains(cancel)) {
      getChildren().setAll(cancel);
      asking.set(false);
      if (focused) {
        cancel.requestFocus();
      }
    }
  }
}
