package studio.saddlepoint.app.fx;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.core.Escapes;

/**
 * The progress of work: how far it is, what it does, how long it will take, and the button that
 * ends it.
 */
public final class ProgressPane extends VBox {
  /**
   * Shows a task until it has ended.
   *
   * @param task the work
   */
  public ProgressPane(RunningTask<?> task) {
    getStyleClass().addAll("card", "progress-pane");
    // Before its button: who pressed Measure has the keyboard here, where no key ends the work.
    setFocusTraversable(true);
    setAccessibleText(task.title());
    Label title = new Label(Escapes.name(task.title()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    Button cancel = Buttons.labelled(Feather.X, "progress.cancel", () -> {});
    cancel.setId("progress-cancel");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    CancelBox box = new CancelBox(cancel, () -> Optional.of(task));
    HBox heading = new HBox(title, space, box);
    heading.setAlignment(Pos.CENTER_LEFT);
    box.askingProperty()
        .addListener(
            (p, old, asks) -> {
              // Beside the title there is room for a button, not for a question.
              children(heading, asks).remove(box);
              children(heading, !asks).add(box);
              box.setMinWidth(asks ? 0 : USE_PREF_SIZE);
            });
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(task.progressProperty());
    bar.setAccessibleText(task.title());
    Label stage = new Label();
    stage.getStyleClass().add("muted");
    stage.setWrapText(true); // beside a canvas there is little room
    stage.setMinHeight(USE_PREF_SIZE);
    Runnable show = () -> stage.setText(line(task));
    task.progressProperty().addListener((p, old, now) -> show.run());
    task.messageProperty().addListener((p, old, now) -> show.run());
    show.run();
    getChildren().addAll(heading, bar, stage);
  }

  private ObservableList<Node> children(HBox heading, boolean ofHeading) {
    return ofHeading ? heading.getChildren() : getChildren();
  }

  private static String line(RunningTask<?> task) {
    String stage = Escapes.name(task.messageProperty().get());
    double done = task.progressProperty().get();
    if (done < 0) {
      return stage;
    }
    String percent = String.format(Locale.ROOT, "%.0f %%", 100 * done);
    return task.remaining()
        // Else it says for long that nothing is left.
        .filter(left -> left.toMillis() >= 1000)
        .map(left -> Messages.text("progress.line.eta", stage, percent, Texts.duration(left)))
        .orElseGet(() -> Messages.text("progress.line", stage, percent));
  }
}
