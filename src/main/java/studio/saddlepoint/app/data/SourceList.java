package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.*;
import studio.saddlepoint.app.data.DataModel.Shown;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.known.KnownDataSet;

/** The data sets to choose from: those of the program, and the person's own. */
final class SourceList extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double THUMBNAIL = 64;
  private static final double WORDS = 192;

  private final StudioModel studio;
  private final DataModel model;
  private final Consumer<Path> opened;
  private final SourceChooser chooser;
  private final Map<String, Row> rows = new HashMap<>();
  private final Map<KnownDataSet, KnownRow> knownRows = new EnumMap<>(KnownDataSet.class);
  private final Button folder =
      Buttons.labelled(Feather.FOLDER, "data.open.folder", this::chooseFolder);
  private final VBox embedded = new VBox(8);
  private final VBox own = new VBox(8);
  private final VBox known = new VBox(4);

  SourceList(StudioModel studio, DataModel model, Consumer<Path> opened) {
    this.studio = studio;
    this.model = model;
    this.opened = opened;
    this.chooser = new SourceChooser(studio);
    getStyleClass().add("data-sources");
    folder.setId("data-open-folder");
    Button file = Buttons.labelled(Feather.FILE, "data.open.file", this::chooseFile);
    file.setId("data-open-file");
    HBox.setHgrow(folder, Priority.ALWAYS);
    HBox.setHgrow(file, Priority.ALWAYS);
    folder.setMaxWidth(Double.MAX_VALUE);
    file.setMaxWidth(Double.MAX_VALUE);
    Label hint = new Label(Messages.text("data.drop"), new FontIcon(Feather.DOWNLOAD));
    hint.getStyleClass().add("data-drop");
    hint.setContentDisplay(ContentDisplay.TOP);
    hint.setWrapText(true);
    hint.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(
            heading("data.embedded"),
            embedded,
            heading("data.own"),
            new HBox(8, folder, file),
            own,
            hint,
            heading("data.known"),
            known);
    for (String source : UserDataSources.EMBEDDED) {
      embedded.getChildren().add(row(source));
    }
    studio.sources().all().addListener((ListChangeListener<String>) change -> list());
    model.shownProperty().addListener((p, old, now) -> mark());
    model.known().versionProperty().addListener(o -> list());
    list();
  }

  private static Label heading(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add(Styles.TEXT_BOLD);
    return label;
  }

  /** Rows that are there already stay, and so does the focus. */
  private void list() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    int place = place(focused);
    List<String> sources = studio.sources().all();
    rows.keySet()
        .retainAll(Stream.concat(UserDataSources.EMBEDDED.stream(), sources.stream()).toList());
    own.getChildren().setAll(sources.stream().map(this::row).toList());
    for (KnownDataSet set : KnownDataSet.values()) {
      knownRows.computeIfAbsent(set, KnownRow::new).list(sources);
    }
    mark();
    if (focused != null && focused.getScene() == getScene()) {
      focused.requestFocus();
    } else if (place >= 0) {
      // Its row is gone: the one that took its place has the keyboard, or how to get another.
      Node next =
          sources.isEmpty() ? folder : row(sources.get(Math.min(place, sources.size() - 1)));
      (next instanceof HBox row ? row.getChildren().get(0) : next).requestFocus();
    }
  }

  /** Which of the person's own rows a node is in; -1 where in none. */
  private int place(@Nullable Node node) {
    Node at = node;
    while (at != null && at.getParent() != own) {
      at = at.getParent();
    }
    return at == null ? -1 : own.getChildren().indexOf(at);
  }

  private HBox row(String source) {
    return rows.computeIfAbsent(source, each -> new Row(each)).box();
  }

  /** Shows which source is shown, and how those look that were opened by now. */
  private void mark() {
    Shown shown = model.shownProperty().get();
    rows.values().forEach(row -> row.mark(shown));
    knownRows.values().forEach(row -> row.mark(shown));
  }

  /** A well-known data set that is not among the person's own: a press tells how to get it. */
  private final class KnownRow {
    private final KnownDataSet set;
    private final Label name;
    private final Label size = new Label();
    private final Button button;

    /** Its source, where it is on this computer: as of the last list, for the disk tells. */
    private Optional<String> here = Optional.empty();

    KnownRow(KnownDataSet set) {
      this.set = set;
      name = new Label(set.title());
      name.getStyleClass().add("known-name");
      size.getStyleClass().addAll("muted", Styles.TEXT_SMALL);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox inside = new HBox(8, name, space, size);
      inside.setAlignment(Pos.CENTER_LEFT);
      button = new Button(null, inside);
      button.setId("data-known-" + set.id());
      button.getStyleClass().setAll("data-source", "known-row");
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAccessibleText(Messages.text("data.show", set.title()));
      button.managedProperty().bind(button.visibleProperty());
      Buttons.explain(button, set.about());
      button.setOnAction(event -> model.open(set));
      known.getChildren().add(button);
    }

    /** Shows whether it is on this computer. */
    void list(List<String> own) {
      here = model.known().source(set);
      button.setVisible(here.filter(own::contains).isEmpty());
      name.setGraphic(new FontIcon(here.isPresent() ? Feather.CHECK : Feather.DOWNLOAD));
      size.setText(here.isPresent() ? Messages.text("data.known.here") : Texts.bytes(set.bytes()));
    }

    void mark(@Nullable Shown shown) {
      boolean chosen =
          shown instanceof Shown.Known waiting
              ? waiting.set() == set
              : shown != null && here.filter(shown.source()::equals).isPresent();
      button.pseudoClassStateChanged(CHOSEN, chosen);
    }
  }

  private static String parent(Path source) {
    Path parent = source.getParent();
    return parent == null ? "" : Escapes.name(parent);
  }

  /** A source: a press shows it. */
  private final class Row {
    private final String source;
    private final StackPane frame = new StackPane();
    private final Button button;
    private final HBox box;

    Row(String source) {
      this.source = source;
      boolean program = UserDataSources.EMBEDDED.contains(source);
      String text =
          program
              ? Messages.text("data." + source + ".text")
              : PathNames.spelt(source)
                  .map(SourceList::parent)
                  .orElse(Messages.text("data.source.unspelt"));
      Label name = new Label(UserDataSources.name(source));
      name.getStyleClass().add("data-source-name");
      Label detail = new Label(text);
      detail.getStyleClass().addAll("muted", Styles.TEXT_SMALL);
      detail.setWrapText(program);
      detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      if (program) {
        // In a button, the height is computed for the smallest width.
        detail.setMinWidth(WORDS);
      }
      VBox words = new VBox(2, name, detail);
      words.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
      frame.getStyleClass().add("data-thumbnail");
      frame.setMinSize(THUMBNAIL, THUMBNAIL);
      frame.setMaxSize(THUMBNAIL, THUMBNAIL);
      HBox inside = new HBox(16, frame, words);
      inside.setAlignment(Pos.CENTER_LEFT);
      button = new Button(null, inside);
      button.setId("data-source-" + UserDataSources.name(source));
      button.getStyleClass().setAll("data-source");
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      Buttons.explain(button, program ? text : source);
      button.setOnAction(event -> model.open(source));
      new SourceMenu(studio, source).install(button);
      HBox.setHgrow(button, Priority.ALWAYS);
      box = new HBox(4, button);
      box.setAlignment(Pos.CENTER_LEFT);
      if (!program) {
        Button forget = Buttons.icon(Feather.X, "data.forget", () -> studio.forget(source));
        forget.getStyleClass().add(Styles.SMALL);
        box.getChildren().add(forget);
      }
      draw();
    }

    HBox box() {
      return box;
    }

    void mark(@Nullable Shown shown) {
      boolean chosen = shown != null && shown.source().equals(source);
      button.pseudoClassStateChanged(CHOSEN, chosen);
      button.setAccessibleText(
          Messages.text(chosen ? "data.shown" : "data.show", UserDataSources.name(source)));
      if (shown instanceof Shown.Ready && chosen) {
        draw();
      }
    }

    private void draw() {
      Node picture =
          studio
              .thumbnails()
              .of(source)
              .<Node>map(SourceList::thumbnail)
              .orElseGet(() -> new FontIcon(icon(source)));
      frame.getChildren().setAll(picture);
    }
  }

  private static PictureView thumbnail(Picture picture) {
    PictureView view = PictureView.thumbnail(THUMBNAIL);
    view.show(picture);
    return view;
  }

  private static Feather icon(String source) {
    return switch (source) {
      case "strokes" -> Feather.EDIT_3;
      case "shapes" -> Feather.HEXAGON;
      default -> Feather.IMAGE;
    };
  }

  private void chooseFolder() {
    chooser.folder(getScene().getWindow()).ifPresent(opened);
  }

  private void chooseFile() {
    chooser.file(getScene().getWindow()).ifPresent(opened);
  }

  void take(@Nullable File chosen) {
    chooser.take(chosen).ifPresent(opened);
  }
}
