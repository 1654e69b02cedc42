package studio.saddlepoint.app.compare;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.list.RunSummary;

/** A run to be chosen, or dropped, with what tells it from others. */
final class RunCell extends ListCell<RunSummary> {
  private final CompareModel model;
  private final CheckBox box = new CheckBox();
  private final Label title = new Label();
  private final Label what = new Label();
  private final Label where = new Label();
  private final HBox row;

  RunCell(CompareModel model) {
    this.model = model;
    getStyleClass().add("compare-run");
    box.setFocusTraversable(false);
    box.setMouseTransparent(true); // the whole cell is pressed
    title.getStyleClass().add("run-title");
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    for (Label each : new Label[] {what, where}) {
      each.getStyleClass().add("compare-run-line");
    }
    for (Label each : new Label[] {title, what, where}) {
      each.setMinWidth(0);
      each.setMaxWidth(Double.MAX_VALUE);
    }
    VBox words = new VBox(1, title, what, where);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(8, box, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    row.setPrefWidth(1); // as wide as the list, never wider
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Clicks.on(
        this,
        event -> {
          if (getItem() != null) {
            model.toggle(getItem().folder());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable RunSummary run, boolean empty) {
    super.updateItem(run, empty);
    if (empty || run == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    boolean chosen = model.isChosen(run.folder());
    box.setSelected(chosen);
    title.setText(Escapes.name(run.title()));
    what.setText(RunLines.what(run));
    where.setText(RunLines.where(run, model.best(run.folder())));
    setGraphic(row);
    setAccessibleText(
        Messages.text(
            chosen ? "compare.run.chosen" : "compare.run.not.chosen",
            title.getText(),
            what.getText(),
            where.getText()));
  }
}
