package studio.saddlepoint.app.data;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.ClassCount;

/** Cell that shows which share of all images a class has: a bar from none to all, and a number. */
final class ShareCell extends TableCell<ClassCount, Integer> {
  private final int all;
  private final ProgressBar bar = new ProgressBar();
  private final Label percent = new Label();
  private final HBox both = new HBox(8, bar, percent);

  /**
   * An empty cell.
   *
   * @param all images there are in all classes together, at least 1
   */
  ShareCell(int all) {
    this.all = all;
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(0);
    HBox.setHgrow(bar, Priority.ALWAYS);
    percent.setMinWidth(Region.USE_PREF_SIZE);
    both.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable Integer images, boolean empty) {
    super.updateItem(images, empty);
    setGraphic(empty || images == null ? null : both);
    if (images != null) {
      double share = images / (double) all;
      bar.setProgress(share);
      percent.setText(percent(share));
      bar.setAccessibleText(percent.getText());
    }
  }

  /** Two digits that matter: "25 %", "1.4 %". */
  static String percent(double share) {
    return English.of(share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
  }
}
