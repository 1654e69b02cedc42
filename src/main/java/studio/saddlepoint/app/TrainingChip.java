package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.Shortcut;

/**
 * The training that goes on while another run, or none, is open: its name, how far it is, and what
 * it is steered by. One click leads back to it.
 */
final class TrainingChip extends HBox {
  private final StudioModel model;
  private final ProgressBar progress = new ProgressBar();
  private final Button back = new Button();
  private final Tooltip whole = Buttons.tooltip("");
  private final FontIcon pauseIcon = new FontIcon(Feather.PAUSE);
  private final Button pause = Buttons.icon(Feather.PAUSE, "chip.pause", this::pauseOrResume);
  private final Button stop = Buttons.icon(Feather.SQUARE, "chip.stop", this::stop);
  private final InvalidationListener refresh = this::refresh;
  private @Nullable OpenRun run;

  TrainingChip(StudioModel model) {
    this.model = model;
    getStyleClass().add("training-chip");
    setAlignment(Pos.CENTER_LEFT);
    back.setId("training-back");
    back.setMnemonicParsing(false);
    back.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "training-chip-name");
    back.setTooltip(whole);
    back.setOnAction(event -> lookAt());
    progress.setAccessibleText(Messages.text("status.progress"));
    progress.getStyleClass().add(Styles.SMALL);
    progress.setMinWidth(0);
    for (Button whole : List.of(pause, stop)) {
      whole.setMinWidth(Region.USE_PREF_SIZE);
    }
    pause.setId("training-pause");
    pause.setGraphic(pauseIcon);
    stop.setId("training-stop");
    getChildren().addAll(progress, back, pause, stop);
    managedProperty().bind(visibleProperty());
    model.trainings().addListener((ListChangeListener<OpenRun>) change -> choose());
    model.openRunProperty().addListener(o -> choose());
    choose();
  }

  private void choose() {
    OpenRun chosen =
        model.trainings().stream()
            .filter(each -> each != model.openRunProperty().get())
            .reduce((first, second) -> second)
            .orElse(null);
    if (chosen != run) {
      if (run != null) {
        run.statusProperty().removeListener(refresh);
        run.askedProperty().removeListener(refresh);
        run.titleProperty().removeListener(refresh);
      }
      run = chosen;
      if (chosen != null) {
        chosen.statusProperty().addListener(refresh);
        chosen.askedProperty().addListener(refresh);
        chosen.titleProperty().addListener(refresh);
      }
    }
    refresh(model.openRunProperty());
  }

  private void refresh(Observable changed) {
    setVisible(run != null);
    if (run == null) {
      return;
    }
    Training.Status status = run.statusProperty().get();
    boolean paused = run.waits();
    PendingRequest.Asked asked = run.askedProperty().get();
    progress.setProgress(
        status.steps() == 0 ? 0 : Math.min(1, (double) status.step() / status.steps()));
    back.setText(
        Messages.text("chip.line", run.title(), run.stateWord(), Texts.count(status.step())));
    whole.setText(
        Messages.text(
            "chip.tip",
            run.title(),
            Texts.count(status.step()),
            Texts.count(status.steps()),
            status.eta().map(Texts::duration).orElse("–")));
    pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
    String words = Messages.text(paused ? "chip.resume" : "chip.pause");
    pause.setAccessibleText(words);
    pause.getTooltip().setText(Shortcut.PAUSE.tip(words));
    boolean stopping = asked == PendingRequest.Asked.STOP || status.state().isFinal();
    pause.setDisable(stopping || !paused && asked == PendingRequest.Asked.PAUSE);
    stop.setDisable(stopping);
  }

  private void lookAt() {
    if (run != null) {
      model.watch(run);
    }
  }

  private void pauseOrResume() {
    if (run != null) {
      run.pauseOrResume();
    }
  }

  private void stop() {
    if (run != null) {
      run.stop();
    }
  }
}
