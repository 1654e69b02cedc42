package studio.saddlepoint.app.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.SourceChooser;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.UserDataSources;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * The field of the data set: the program's own, those of the person with a few of their images, and
 * the ways to choose another.
 */
final class SourceField extends ComboBox<String> {
  /** Items that ask for a path; no path can be called so. */
  private static final String FOLDER = "\0folder";

  private static final String FILE = "\0file";
  private static final int ROWS = 12;
  private static final double LARGE = 40;
  private static final double SMALL = 20;

  private final Field field;
  private final StudioModel studio;
  private final ListChangeListener<String> changed = change -> list();

  /**
   * A field.
   *
   * @param studio knows the person's own data sets
   */
  SourceField(Field field, StudioModel studio) {
    this.field = field;
    this.studio = studio;
    getStyleClass().add("source-field");
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    setVisibleRowCount(ROWS);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String item) {
            return item == null ? "" : name(item);
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    setCellFactory(list -> new SourceCell(LARGE));
    setButtonCell(new SourceCell(SMALL));
    studio.sources().all().addListener(new WeakListChangeListener<>(changed));
    field.textProperty().addListener((p, old, now) -> list());
    valueProperty().addListener((p, old, now) -> take(now));
    list();
  }

  private void list() {
    String now = field.textProperty().get();
    List<String> items = new ArrayList<>(UserDataSources.EMBEDDED);
    if (!UserDataSources.EMBEDDED.contains(now) && !studio.sources().all().contains(now)) {
      items.add(now);
    }
    items.addAll(studio.sources().all());
    items.add(FOLDER);
    items.add(FILE);
    if (!getItems().equals(items)) {
      getItems().setAll(items);
    }
    setValue(now);
  }

  private void take(@Nullable String chosen) {
    if (FOLDER.equals(chosen) || FILE.equals(chosen)) {
      // Not within the change of the value, which would undo what is set meanwhile.
      studio.ui().execute(() -> ask(chosen));
    } else if (chosen != null && !chosen.equals(field.textProperty().get())) {
      choose(chosen);
    }
  }

  private void ask(String what) {
    setValue(field.textProperty().get());
    SourceChooser chooser = new SourceChooser(studio);
    Optional<Path> path =
        what.equals(FOLDER)
            ? chooser.folder(getScene().getWindow())
            : chooser.file(getScene().getWindow());
    path.map(UserDataSources::text).ifPresent(this::choose);
  }

  /** With what its folders meant the last time, or seem to mean. */
  private void choose(String source) {
    if (!studio.sources().isNew(source)) {
      choose(source, studio.sources().meaning(source));
      return;
    }
    studio
        .tasks()
        .run(
            Messages.text("data.reading", UserDataSources.name(source)),
            progress -> DataSets.proposedMeaning(source, progress))
        .onDone(meaning -> choose(source, meaning))
        .onFailed(problem -> choose(source, FolderMeaning.CLASSES)); // told beside the field
  }

  private void choose(String source, FolderMeaning folders) {
    field.sibling("data.folders").commit(folders.id());
    field.commit(source);
  }

  private final class SourceCell extends ListCell<String> {
    private final double size;

    SourceCell(double size) {
      this.size = size;
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
      } else if (size == SMALL) {
        setText(name(item));
        setGraphic(picture(item));
      } else {
        setText(null);
        setGraphic(line(item));
      }
    }

    private Node line(String item) {
      HBox line = new HBox(8, picture(item), words(item));
      line.setAlignment(Pos.CENTER_LEFT);
      line.setMinWidth(0);
      return line;
    }

    private Node words(String item) {
      Label name = new Label(name(item));
      name.setMinWidth(0);
      VBox words = new VBox(name);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      Optional<Path> parent =
          UserDataSources.EMBEDDED.contains(item)
              ? Optional.empty()
              : PathNames.spelt(item).map(Path::getParent);
      if (parent.isPresent()) {
        Label where = new Label(Escapes.name(parent.get()));
        where.getStyleClass().addAll("muted", "source-where");
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        where.setMaxWidth(280);
        words.getChildren().add(where);
      }
      return words;
    }

    private Node picture(String item) {
      Optional<Picture> known =
          item.equals(FOLDER) || item.equals(FILE)
              ? Optional.empty()
              : studio.thumbnails().of(item);
      if (known.isPresent()) {
        PictureView view = PictureView.thumbnail(size);
        view.show(known.get());
        return view;
      }
      FontIcon icon =
          new FontIcon(
              item.equals(FOLDER)
                  ? Feather.FOLDER
                  : item.equals(FILE) ? Feather.FILE : Feather.IMAGE);
      StackPane frame = new StackPane(icon);
      frame.setMinSize(size, SMALL);
      frame.setMaxSize(size, size);
      return frame;
    }
  }

  private static String name(String item) {
    return item.equals(FOLDER)
        ? Messages.text("form.source.folder")
        : item.equals(FILE) ? Messages.text("form.source.file") : UserDataSources.name(item);
  }
}
