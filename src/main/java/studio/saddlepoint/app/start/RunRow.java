package studio.saddlepoint.app.start;

import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.RunSummary;

/** An earlier run in the list: a click opens it. */
final class RunRow extends HBox {
    private static final double THUMBNAIL = 56;

    RunRow(StudioModel model, Thumbnails thumbnails, RunSummary run, Instant now) {
        getStyleClass().add("run-row");
        setAlignment(Pos.CENTER_LEFT);
        boolean sound = run.problem().isEmpty();
        PictureView picture = new PictureView();
        picture.setMinSize(THUMBNAIL, THUMBNAIL);
        picture.setMaxSize(THUMBNAIL, THUMBNAIL);
        picture.setSmooth(true);
        run.newestSheet().ifPresent(file -> thumbnails.sheet(file, picture::show));
        Label title = new Label(Escapes.name(run.title()));
        title.getStyleClass().add("run-title");
        Label line = new Label(sound ? StartPage.line(run, now) : run.problem());
        OpenRun open = model.openRunProperty().get();
        if (sound && open != null && open.folder().path().equals(run.folder())) {
            line.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> StartPage.line(run, now, open), open.statusProperty()));
        }
        line.getStyleClass().add(sound ? "muted" : "problem-text");
        line.setWrapText(!sound);
        Label folder = new Label(Escapes.name(run.folder().getFileName()));
        folder.getStyleClass().add("run-folder");
        VBox words = new VBox(4, title, line);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        picture.getStyleClass().add("run-thumbnail");
        getChildren().addAll(picture, words);
        if (!sound) {
            getStyleClass().add("run-damaged");
            return;
        }
        folder.setMinWidth(USE_PREF_SIZE);
        getChildren().add(folder);
        getChildren()
                .add(Buttons.labelled(Feather.FOLDER, "start.open", () -> model.open(run, false)));
        if (!run.locked() && run.lastStep() < run.steps()) {
            getChildren()
                    .add(
                            Buttons.labelled(
                                    Feather.PLAY, "start.resume", () -> model.open(run, true)));
        }
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(Messages.text("start.run.name", run.title()));
        setOnMouseClicked(event -> model.open(run, false));
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER && event.getTarget() == this) {
                        model.open(run, false);
                    }
                });
    }
}
