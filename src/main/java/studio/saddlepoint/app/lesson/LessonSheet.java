package studio.saddlepoint.app.lesson;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/** A sheet of pictures under its name. */
final class LessonSheet extends VBox {
  private final PictureView view = new PictureView();
  private final Label nothing = new Label(Messages.text("lesson.unmeasured"));

  /**
   * An empty sheet.
   *
   * @param title what pictures these are
   * @param size width and height, in which the pixels of its pictures go
   */
  LessonSheet(String title, double size) {
    super(8);
    getStyleClass().addAll("card", "lesson-pictures");
    Label name = new Label(title);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setMaxWidth(size);
    view.setMinSize(size, size);
    view.setPrefSize(size, size);
    view.setMaxSize(size, size);
    view.setAccessibleText(title);
    nothing.getStyleClass().add("muted");
    StackPane frame = new StackPane(nothing, view);
    frame.getStyleClass().add("lesson-sheet");
    getChildren().addAll(name, frame);
  }

  void show(@Nullable Picture sheet) {
    nothing.setVisible(sheet == null);
    view.show(sheet);
  }
}
