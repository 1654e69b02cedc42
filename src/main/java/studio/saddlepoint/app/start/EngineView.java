package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.TaskBody;
import studio.saddlepoint.app.fx.AfterDrawing;
import studio.saddlepoint.app.fx.Buttons;

/** Shown while the engine starts: how far it is, and what to do where it cannot. */
public final class EngineView extends VBox {
  private final StudioModel model;
  private final TaskBody<Boolean> engine;
  private final Runnable ready;
  private final Label text = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button retry;

  /**
   * Begins to start the engine.
   *
   * @param model runs it in the background
   * @param engine starts it
   * @param ready what to do once it runs
   */
  public EngineView(StudioModel model, TaskBody<Boolean> engine, Runnable ready) {
    this.model = model;
    this.engine = engine;
    this.ready = ready;
    getStyleClass().addAll("engine-view", model.settings().themeProperty().get().styleClass());
    setAlignment(Pos.CENTER);
    Label name = new Label(Messages.text("window.title"));
    name.getStyleClass().add(Styles.TITLE_1);
    text.setWrapText(true);
    text.getStyleClass().addAll("muted", "engine-text");
    progress.setAccessibleText(Messages.text("engine.starting"));
    retry = Buttons.labelled(Feather.REFRESH_CW, "engine.retry", this::begin);
    retry.getStyleClass().add(Styles.ACCENT);
    retry.managedProperty().bind(retry.visibleProperty());
    getChildren().addAll(new Logo(72), name, progress, text, retry);
    begin();
  }

  private void begin() {
    retry.setVisible(false);
    progress.setVisible(true);
    text.setText(Messages.text("engine.starting"));
    RunningTask<Boolean> task = model.tasks().run(Messages.text("engine.starting"), engine);
    task.progressProperty().addListener((p, old, now) -> progress.setProgress(now.doubleValue()));
    task.messageProperty().addListener((p, old, now) -> text.setText(now));
    // To make all pages takes seconds on a busy computer: until then this is seen, not nothing.
    task.onDone(done -> AfterDrawing.run(ready));
    task.onFailed(
        e -> {
          progress.setVisible(false);
          text.setText(Problems.describe(e));
          retry.setVisible(true);
          retry.requestFocus();
        });
  }
}
