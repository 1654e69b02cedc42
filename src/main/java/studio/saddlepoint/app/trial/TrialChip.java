package studio.saddlepoint.app.trial;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;

/** The way back to a trial that is under way, or whose better side awaits a decision. */
public final class TrialChip extends Button {
  private final TrialModel trial;

  /**
   * A button that is there only while there is such a trial.
   *
   * @param model whose trials they are
   */
  public TrialChip(StudioModel model) {
    trial = model.trials();
    setId("trial-chip");
    setGraphic(new FontIcon(Feather.GIT_BRANCH));
    getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    setMinWidth(USE_PREF_SIZE);
    Buttons.explain(this, Messages.text("trial.chip.tip"));
    setOnAction(event -> trial.shownProperty().set(!trial.shownProperty().get()));
    managedProperty().bind(visibleProperty());
    trial.versionProperty().addListener(o -> refresh());
    refresh();
  }

  private void refresh() {
    setVisible(trial.any());
    double done = trial.task().map(each -> each.progressProperty().get()).orElse(-1.0);
    setText(
        trial.undecided()
            ? Messages.text("trial.chip.result")
            : done < 0
                ? Messages.text("trial.chip")
                : Messages.text("trial.chip.percent", Long.toString(Math.round(100 * done))));
  }
}
