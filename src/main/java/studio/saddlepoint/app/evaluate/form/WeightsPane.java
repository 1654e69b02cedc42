package studio.saddlepoint.app.evaluate.form;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.TaskBody;
import studio.saddlepoint.app.TaskRunner;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;

/** Offers weights that are not on this computer: to be downloaded, or taken from a file. */
public final class WeightsPane extends VBox {
  private final TaskRunner tasks;
  private final WeightStore store;
  private final KnownWeights known;
  private final Runnable done;
  private final ProgressBox work = new ProgressBox();
  private final StringProperty problem = new SimpleStringProperty("");
  private final HBox actions;
  private final HBox row;
  private @Nullable RunningTask<Path> running;

  /**
   * An offer.
   *
   * @param store where they will be kept
   * @param known which weights
   * @param file asks the person for a file
   * @param done told when they are here
   */
  public WeightsPane(
      TaskRunner tasks,
      WeightStore store,
      KnownWeights known,
      Supplier<Optional<Path>> file,
      Runnable done) {
    this.tasks = tasks;
    this.store = store;
    this.known = known;
    this.done = done;
    getStyleClass().add("weights-pane");
    Label title = new Label(Messages.text("weights.title", known.name()));
    title.getStyleClass().add(Styles.TITLE_4);
    Label text =
        Panes.wrapped(
            Messages.text("weights.text", known.name(), known.size(), known.source().getHost()));
    Label note = Panes.wrapped(known.note());
    note.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    Label source = Panes.wrapped(known.source().toString());
    source.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    Label problem = Panes.problem(this.problem);
    problem.setId("weights-problem");
    Button download =
        Buttons.labelled(
            Feather.DOWNLOAD,
            "weights.download",
            () ->
                run(
                    Messages.text("weights.downloading", known.name()),
                    progress -> store.download(known, progress)));
    download.setId("weights-download");
    download.getStyleClass().add(Styles.ACCENT);
    Button choose =
        Buttons.labelled(Feather.FOLDER, "weights.file", () -> file.get().ifPresent(this::adopt));
    choose.setId("weights-file");
    actions = new HBox(8, download, choose);
    HBox.setHgrow(actions, Priority.ALWAYS);
    row = new HBox(8, actions);
    getChildren().addAll(title, text, source, note, problem, work, row);
  }

  /** Adds a button that can be pressed at any time. */
  void alsoOffer(Button button) {
    row.getChildren().add(button);
  }

  /** Puts the keyboard on the first button. */
  void takeFocus() {
    actions.getChildren().get(0).requestFocus();
  }

  /** Ends what goes on; a download can be gone on with later. */
  void cancel() {
    RunningTask<Path> task = running;
    if (task != null) {
      task.cancel();
    }
  }

  private void run(String title, TaskBody<Path> body) {
    problem.set("");
    RunningTask<Path> task = tasks.run(title, body);
    running = task;
    work.show(task, focused());
    actions.setDisable(true);
    task.onDone(
            kept -> {
              end();
              done.run();
            })
        .onFailed(
            error -> {
              end();
              problem.set(Problems.describe(error));
            })
        .onCancelled(
            () -> {
              end();
              problem.set(Messages.text("weights.cancelled", known.name()));
            });
  }

  private Node focused() {
    return actions.getChildren().stream()
        .filter(Node::isFocused)
        .findFirst()
        .orElse(actions.getChildren().get(0));
  }

  private void end() {
    running = null;
    actions.setDisable(false);
    work.show(null, actions.getChildren().get(0));
  }

  private void adopt(Path file) {
    run(
        Messages.text("weights.adopting", known.name()),
        progress -> store.adopt(known, file, progress));
  }
}
