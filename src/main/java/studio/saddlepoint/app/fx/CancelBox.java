package studio.saddlepoint.app.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.Texts;

/**
 * A button that ends background work. Where that has run for a while, it asks first: a key that was
 * meant for something else must not throw minutes away.
 */
public final class CancelBox extends HBox {
  /** Work as young as this is ended without a word. */
  private static final Duration CHEAP = Duration.ofSeconds(30);

  private final Button cancel;

  /**
   * A box with the button.
   *
   * @param cancel the button; its action is set here
   * @param task what it ends; empty where nothing runs
   */
  public CancelBox(Button cancel, Supplier<Optional<RunningTask<?>>> task) {
    super(8);
    this.cancel = cancel;
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> task.get().ifPresent(this::end));
    getChildren().add(cancel);
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
    if (focused) {
      keep.requestFocus();
    }
  }

  /** Asks no more. */
  public void reset() {
    boolean focused = getChildren().stream().anyMatch(each -> each.isFocused());
    if (!getChildren().contains(cancel)) {
      getChildren().setAll(cancel);
      if (focused) {
        cancel.requestFocus();
      }
    }
  }
}
