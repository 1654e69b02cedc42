package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.*;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/**
 * The person's own data sets on the start page: a press shows one, a right click asks what to do
 * with it.
 */
final class UserDataSets extends VBox {
  private static final double THUMBNAIL = 48;
  private static final double WIDEST_NAME = 160;

  private final StudioModel model;
  private final FlowPane sources = new FlowPane(12, 12);
  private final Button folder;

  UserDataSets(StudioModel model) {
    this.model = model;
    getStyleClass().add("own-data");
    Label title = new Label(Messages.text("data.own"));
    title.getStyleClass().add(Styles.TITLE_3);
    folder =
        Buttons.labelled(
            Feather.FOLDER,
            "start.folder",
            () ->
                new SourceChooser(model)
                    .folder(getScene().getWindow())
                    .map(UserDataSources::text)
                    .ifPresent(model.sources()::show));
    folder.setId("start-folder");
    sources.setRowValignment(VPos.CENTER);
    getChildren().addAll(title, sources);
    model.sources().all().addListener((ListChangeListener<String>) change -> list());
    list();
  }

  /** Shows what was opened meanwhile. */
  void list() {
    Node keyboard = sources.isFocusWithin() ? getScene().getFocusOwner() : null;
    sources.getChildren().setAll(model.sources().all().stream().map(this::tile).toList());
    sources.getChildren().add(folder);
    if (keyboard != null) {
      sources.getChildren().stream()
          .filter(each -> each.getId().equals(keyboard.getId()))
          .findFirst()
          .orElse(folder)
          .requestFocus();
    }
  }

  private Node tile(String source) {
    StackPane frame = new StackPane();
    frame.getStyleClass().add("data-thumbnail");
    frame.setMinSize(THUMBNAIL, THUMBNAIL);
    frame.setMaxSize(THUMBNAIL, THUMBNAIL);
    frame
        .getChildren()
        .setAll(
            model
                .thumbnails()
                .of(source)
                .<Node>map(UserDataSets::thumbnail)
                .orElseGet(() -> new FontIcon(Feather.IMAGE)));
    Label name = new Label(UserDataSources.name(source));
    name.getStyleClass().add("data-source-name");
    name.setMaxWidth(WIDEST_NAME);
    HBox inside = new HBox(12, frame, name);
    inside.setAlignment(Pos.CENTER_LEFT);
    Button tile = new Button(null, inside);
    tile.setId("start-data-" + UserDataSources.name(source));
    tile.getStyleClass().setAll("data-source");
    tile.setMinWidth(Region.USE_PREF_SIZE);
    tile.setAccessibleText(Messages.text("data.show", UserDataSources.name(source)));
    Buttons.explain(tile, source);
    tile.setOnAction(event -> model.sources().show(source));
    new SourceMenu(model, source).install(tile);
    return tile;
  }

  private static PictureView thumbnail(Picture picture) {
    PictureView view = PictureView.thumbnail(THUMBNAIL);
    view.show(picture);
    return view;
  }
}
