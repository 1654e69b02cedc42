package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.EvaluateModel.Finished;
import studio.saddlepoint.app.evaluate.Measuring.Measured;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.ProgressPane;

/** What goes on, the newest result, and the scores of the run. */
final class ScoresView extends VBox {
    private final StudioModel studio;
    private final EvaluateModel model;
    private final Function<String, Optional<Path>> saving;
    private final VBox now = new VBox(16);
    private final VBox earlier = new VBox(16);

    /**
     * A view.
     *
     * @param saving asks where to save a file, given a name for it
     */
    ScoresView(StudioModel studio, EvaluateModel model, Function<String, Optional<Path>> saving) {
        this.studio = studio;
        this.model = model;
        this.saving = saving;
        getStyleClass().add("evaluate-results");
        Label problem = Panes.problem(model.problemProperty());
        problem.setId("evaluate-problem");
        getChildren().addAll(problem, now, earlier);
        model.runningProperty().addListener((p, old, task) -> showNow());
        model.finishedProperty().addListener((p, old, done) -> showNow());
        model.groups().addListener((ListChangeListener<ScoreGroup>) change -> showEarlier());
        showNow();
    }

    private void showNow() {
        RunningTask<Measured> task = model.runningProperty().get();
        Finished done = model.finishedProperty().get();
        now.getChildren().clear();
        if (task != null) {
            now.getChildren().add(new ProgressPane(task));
        }
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
            if (now.getChildren().isEmpty()) {
                earlier.getChildren()
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
        HBox heading = new HBox(title, space, export());
        heading.setAlignment(Pos.CENTER_LEFT);
        earlier.getChildren().add(heading);
        groups.forEach(group -> earlier.getChildren().add(new ScoreTable(group, model::show)));
    }

    private MenuButton export() {
        MenuButton menu =
                new MenuButton(Messages.text("evaluate.export"), new FontIcon(Feather.SHARE));
        menu.setId("evaluate-export");
        Buttons.explain(menu, Messages.text("evaluate.export.tip"));
        for (ScoreExport format : ScoreExport.values()) {
            menu.getItems()
                    .add(
                            item(
                                    "evaluate-save-" + format.ending(),
                                    Messages.text("evaluate.export.save", format.title()),
                                    () -> save(format)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (ScoreExport format : ScoreExport.values()) {
            menu.getItems()
                    .add(
                            item(
                                    "evaluate-copy-" + format.ending(),
                                    Messages.text("evaluate.export.copy", format.title()),
                                    () -> copy(format.write(model.groups()))));
        }
        return menu;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void save(ScoreExport format) {
        String name =
                studio.openRunProperty().get() == null
                        ? "scores"
                        : studio.openRunProperty().get().folder().id() + "-scores";
        saving.apply(name + "." + format.ending()).ifPresent(file -> save(format, file));
    }

    private void save(ScoreExport format, Path file) {
        String text = format.write(model.groups());
        studio.tasks()
                .run(
                        Messages.text("evaluate.export.saving", file.getFileName()),
                        progress -> WholeFile.write(file, text))
                .onDone(
                        saved ->
                                studio.tell(
                                        Notice.success(
                                                Messages.text("evaluate.export.saved", saved))))
                .onFailed(error -> studio.tell(Notice.problem(error)));
    }

    private void copyResult(Finished done) {
        copy(ScoreText.quote(done.subject(), done.result().how(), done.result().values()));
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        studio.tell(Notice.success(Messages.text("evaluate.copied")));
    }
}
