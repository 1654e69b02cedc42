package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.model.EvaluateModel;
import studio.saddlepoint.app.evaluate.model.EvaluateModel.Finished;
import studio.saddlepoint.app.evaluate.parts.Exports;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.evaluate.parts.ScoreText;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.metrics.record.ScoreGroup;

/** The view of what goes on, the newest result, and the scores of the run. */
public final class ScoresView extends VBox {
  private final EvaluateModel model;
  private final Exports exports;
  private final ProgressBox progress = new ProgressBox();
  private final VBox now = new VBox(16);
  private final VBox earlier = new VBox(16);

  /**
   * A view.
   *
   * @param exports saves and copies
   * @param measure begins to measure, and gets the keyboard back afterwards
   */
  public ScoresView(EvaluateModel model, Exports exports, Node measure) {
    this.model = model;
    this.exports = exports;
    getStyleClass().add("evaluate-results");
    Label problem = Panes.problem(model.problemProperty());
    problem.setId("evaluate-problem");
    getChildren().addAll(problem, progress, now, earlier);
    model
        .runningProperty()
        .addListener(
            (p, old, task) -> {
              progress.show(task, measure);
              showEarlier();
            });
    model.finishedProperty().addListener((p, old, done) -> showNow());
    model.groups().addListener((ListChangeListener<ScoreGroup>) change -> showEarlier());
    progress.show(model.runningProperty().get(), measure);
    showNow();
  }

  private void showNow() {
    Finished done = model.finishedProperty().get();
    now.getChildren().clear();
    if (done != null) {
      now.getChildren().add(new ResultPane(done, () -> copyResult(done)));
    }
    now.setManaged(!now.getChildren().isEmpty());
    showEarlier();
  }

  private void showEarlier() {
    earlier.getChildren().clear();
    List<ScoreGroup> groups = model.groups().stream().filter(each -> !each.human()).toList();
    if (groups.isEmpty()) {
      if (now.getChildren().isEmpty() && model.runningProperty().get() == null) {
        earlier
            .getChildren()
            .add(
                new EmptyState(
                    Feather.BAR_CHART_2,
                    Messages.text("evaluate.none"),
                    Messages.text("evaluate.none.text")));
      }
      return;
    }
    Label title = new Label(Messages.text("evaluate.earlier"));
    title.getStyleClass().add(Styles.TITLE_4);
    title.setTooltip(Buttons.tooltip(Messages.text("evaluate.earlier.tip")));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox words =
        new VBox(
            title, Panes.wrapped(Messages.text("evaluate.table.show"), Styles.TEXT_SMALL, "muted"));
    words.setMinWidth(0);
    HBox heading = new HBox(8, words, space, exports.menu());
    heading.setAlignment(Pos.CENTER_LEFT);
    earlier.getChildren().add(heading);
    if (groups.size() > 1) {
      earlier.getChildren().add(Panes.wrapped(Messages.text("evaluate.tables.apart"), "muted"));
    }
    groups.forEach(group -> earlier.getChildren().add(new ScoreTable(group, model::show)));
  }

  private void copyResult(Finished done) {
    exports.copy(ScoreText.quote(done.subject(), done.results()));
  }
}
