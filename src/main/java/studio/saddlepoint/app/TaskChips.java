package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.CancelBox;

/** The background work of the moment, in the status bar: the oldest task and how many more. */
final class TaskChips extends HBox {
  private final TaskRunner tasks;
  private final Label name = new Label();
  private final CancelBox cancel;

  TaskChips(TaskRunner tasks) {
    this.tasks = tasks;
    getStyleClass().add("task-chips");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("status-text");
    name.setMinWidth(0);
    Button button = Buttons.icon(Feather.X, "task.cancel", () -> {});
    button.setId("task-cancel");
    button.getStyleClass().add(Styles.SMALL);
    cancel = new CancelBox(button, () -> tasks.running().stream().findFirst());
    getChildren().addAll(name, cancel);
    tasks.running().addListener((ListChangeListener<RunningTask<?>>) change -> refresh());
    refresh();
  }

  private void refresh() {
    name.textProperty().unbind();
    cancel.reset();
    boolean any = !tasks.running().isEmpty();
    setVisible(any);
    setManaged(any);
    if (any) {
      RunningTask<?> first = tasks.running().get(0);
      int more = tasks.running().size() - 1;
      name.textProperty()
          .bind(
              javafx.beans.binding.Bindings.createStringBinding(
                  () -> line(first, more), first.progressProperty(), first.messageProperty()));
    }
  }

  private static String line(RunningTask<?> task, int more) {
    double done = task.progressProperty().get();
    String text =
        done < 0
            ? task.title()
            : Messages.text("task.percent", task.title(), Math.round(100 * done) + " %");
    return more > 0 ? Messages.text("task.more", text, more) : text;
  }
}
