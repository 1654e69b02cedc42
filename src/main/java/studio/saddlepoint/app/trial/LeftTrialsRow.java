package studio.saddlepoint.app.trial;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.train.trial.LeftTrials;

/**
 * What trials left in a run that were not brought to their end, where there is any: that it is
 * there, what disk it takes, and a way to be rid of it.
 */
public final class LeftTrialsRow extends HBox {
  private final StudioModel model;
  private final Label text = new Label();
  private final Button delete =
      Buttons.labelled(Feather.TRASH_2, "trial.left.delete", this::delete);
  private final LatestTask<Long> counting;
  private @Nullable OpenRun run;

  /** Of no run yet. */
  public LeftTrialsRow(StudioModel model) {
    this.model = model;
    this.counting = new LatestTask<>(model.background(), model.ui());
    getStyleClass().add("trial-left");
    setAlignment(Pos.CENTER_LEFT);
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    delete.setId("trial-left-delete");
    delete.getStyleClass().add(Styles.SMALL);
    delete.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(text, delete);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    model.trials().versionProperty().addListener(o -> refresh());
  }

  /** Shows those of a run, if it has any. */
  public void show(OpenRun next) {
    run = next;
    refresh();
  }

  private void refresh() {
    OpenRun of = run;
    if (of == null || model.trials().any()) {
      counting.cancel();
      setVisible(false);
      return;
    }
    counting.request(
        () -> LeftTrials.bytes(of.folder()),
        bytes -> {
          setVisible(bytes > 0);
          text.setText(Messages.text("trial.left", Texts.bytes(bytes)));
        },
        e -> setVisible(false));
  }

  private void delete() {
    OpenRun of = run;
    if (of == null) {
      return;
    }
    delete.setDisable(true);
    model
        .tasks()
        .run(
            Messages.text("trial.deleting"),
            progress -> {
              LeftTrials.delete(of.folder());
              return true;
            })
        .onDone(done -> tried())
        .onFailed(
            e -> {
              model.tell(Notice.problem(e));
              tried();
            });
  }

  private void tried() {
    delete.setDisable(false);
    refresh();
  }
}
