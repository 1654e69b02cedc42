package studio.saddlepoint.app.explore.inversion;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/** A small picture with its name above and a note below. */
final class NamedPicture extends VBox {
  private final PictureView view;
  private final Label note = new Label();

  /**
   * Shows nothing yet.
   *
   * @param name what the picture is
   * @param size its width and height
   */
  NamedPicture(String name, double size) {
    super(4);
    view = PictureView.thumbnail(size);
    setAlignment(Pos.TOP_CENTER);
    note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    note.setWrapText(true);
    setMaxWidth(size);
    setAccessibleText(name);
    Label title = new Label(name);
    title.getStyleClass().add(Styles.TEXT_SMALL);
    getChildren().addAll(title, view, note);
  }

  void show(@Nullable Picture picture, String below) {
    view.show(picture);
    note.setText(below);
  }

  @Nullable Picture picture() {
    return view.picture();
  }

  String note() {
    return note.getText();
  }
}
