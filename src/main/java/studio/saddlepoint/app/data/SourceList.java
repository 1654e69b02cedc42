package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.data.DataModel.Shown;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;

/** The data sets to choose from: those of the program, and the person's own. */
final class SourceList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double THUMBNAIL = 64;
    private static final double WORDS = 192;
    private static final String LAST_FOLDER = "data.folder";

    private final StudioModel studio;
    private final DataModel model;
    private final Consumer<Path> opened;
    private final VBox embedded = new VBox(8);
    private final VBox own = new VBox(8);

    SourceList(StudioModel studio, DataModel model, Consumer<Path> opened) {
        this.studio = studio;
        this.model = model;
        this.opened = opened;
        getStyleClass().add("data-sources");
        Button folder = Buttons.labelled(Feather.FOLDER, "data.open.folder", this::chooseFolder);
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
                        hint);
        model.sources().addListener((ListChangeListener<String>) change -> list());
        model.shownProperty().addListener((p, old, now) -> list());
        list();
    }

    private static Label heading(String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private void list() {
        embedded.getChildren().clear();
        for (String source : DataModel.EMBEDDED) {
            embedded.getChildren()
                    .add(
                            row(
                                    source,
                                    Messages.text("data." + source + ".text"),
                                    source.equals("strokes") ? Feather.EDIT_3 : Feather.HEXAGON));
        }
        own.getChildren().clear();
        for (String source : model.sources()) {
            String detail =
                    PathNames.spelt(source)
                            .map(SourceList::parent)
                            .orElse(Messages.text("data.source.unspelt"));
            HBox row = row(source, detail, Feather.IMAGE);
            Button forget = Buttons.icon(Feather.X, "data.forget", () -> model.forget(source));
            forget.getStyleClass().add(Styles.SMALL);
            row.getChildren().add(forget);
            own.getChildren().add(row);
        }
    }

    private static String parent(Path source) {
        Path parent = source.getParent();
        return parent == null ? "" : Escapes.name(parent);
    }

    private HBox row(String source, String text, Feather icon) {
        Label name = new Label(DataModel.name(source));
        name.getStyleClass().add("data-source-name");
        Label detail = new Label(text);
        detail.getStyleClass().addAll("muted", Styles.TEXT_SMALL);
        boolean program = DataModel.EMBEDDED.contains(source);
        detail.setWrapText(program);
        detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        if (program) {
            // In a button, the height is computed for the smallest width.
            detail.setMinWidth(WORDS);
        }
        VBox words = new VBox(2, name, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(16, picture(source, icon), words);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, inside);
        button.setId("data-source-" + DataModel.name(source));
        button.getStyleClass().setAll("data-source");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAccessibleText(Messages.text("data.show", DataModel.name(source)));
        Buttons.explain(button, program ? text : source);
        button.setOnAction(event -> model.open(source));
        Shown shown = model.shownProperty().get();
        button.pseudoClassStateChanged(CHOSEN, shown != null && shown.source().equals(source));
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox row = new HBox(4, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node picture(String source, Feather icon) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("data-thumbnail");
        frame.setMinSize(THUMBNAIL, THUMBNAIL);
        frame.setMaxSize(THUMBNAIL, THUMBNAIL);
        model.thumbnail(source)
                .ifPresentOrElse(
                        picture -> {
                            PictureView view = PictureView.thumbnail(THUMBNAIL);
                            view.show(picture);
                            frame.getChildren().add(view);
                        },
                        () -> frame.getChildren().add(new FontIcon(icon)));
        return frame;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("data.open.folder.title"));
        startFolder(chooser::setInitialDirectory);
        take(chooser.showDialog(getScene().getWindow()));
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("data.open.file.title"));
        startFolder(chooser::setInitialDirectory);
        take(chooser.showOpenDialog(getScene().getWindow()));
    }

    private void startFolder(Consumer<File> start) {
        File folder = new File(studio.settings().get(LAST_FOLDER, System.getProperty("user.home")));
        if (folder.isDirectory()) {
            start.accept(folder);
        }
    }

    void take(@Nullable File chosen) {
        if (chosen != null) {
            studio.settings().keepFolder(LAST_FOLDER, chosen);
            ChosenFile.path(chosen, studio::tell).ifPresent(opened);
        }
    }
}
