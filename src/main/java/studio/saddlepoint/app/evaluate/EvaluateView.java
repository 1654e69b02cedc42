package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.EvaluateModel.Finished;
import studio.saddlepoint.app.evaluate.Measuring.Measured;
import studio.saddlepoint.app.evaluate.Measuring.Subject;
import studio.saddlepoint.app.explore.SnapshotChoice;
import studio.saddlepoint.app.explore.SnapshotPicker;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.ProgressPane;
import studio.saddlepoint.app.fx.Segments;

/** Scores, with the form on the left and results on the right; and the human test. */
final class EvaluateView extends BorderPane {
    /** What the page can show. */
    enum View {
        SCORES,
        HUMAN
    }

    private final StudioModel studio;
    private final EvaluateModel model;
    private final SnapshotPicker picker;
    private final VBox now = new VBox(16);
    private final VBox earlier = new VBox(16);
    private final Label problem = new Label();
    private final Segments<View> views =
            new Segments<>(
                    Messages.text("evaluate.view"),
                    List.of(View.values()),
                    each -> "evaluate.view." + each.name().toLowerCase(Locale.ROOT));
    private final Node form;
    private final Node results;
    private final HumanView human;

    EvaluateView(
            StudioModel studio,
            EvaluateModel model,
            HumanModel humans,
            SnapshotPicker picker,
            Predicate<Path> trust) {
        this.studio = studio;
        this.model = model;
        this.picker = picker;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(picker, space, views);
        bar.getStyleClass().add("page-bar");
        // Other weights in the middle of a test would make it a test of nothing.
        humans.stageProperty().addListener((p, old, stage) -> bar.setDisable(humans.testing()));
        setTop(bar);
        human = new HumanView(humans, model, this::subject);
        form = form(studio, model, trust);
        results = results();
        views.valueProperty().addListener((p, old, view) -> show(view));
        show(View.SCORES);

        model.runningProperty().addListener((p, old, task) -> showNow());
        model.finishedProperty().addListener((p, old, done) -> showNow());
        model.groups().addListener((ListChangeListener<ScoreGroup>) change -> showEarlier());
        showNow();
        showEarlier();
    }

    private void show(View view) {
        setLeft(view == View.SCORES ? form : null);
        setCenter(view == View.SCORES ? results : human);
    }

    private Node form(StudioModel studio, EvaluateModel model, Predicate<Path> trust) {
        VBox form = new VBox(new EvaluateForm(studio, model, trust));
        form.getStyleClass().add("evaluate-form-side");
        Button start = Buttons.labelled(Feather.PLAY, "evaluate.run", this::run);
        start.setId("evaluate-run");
        start.getStyleClass().add(Styles.ACCENT);
        start.setMaxWidth(Double.MAX_VALUE);
        start.disableProperty().bind(model.runningProperty().isNotNull());
        // Outside of what scrolls: always in reach.
        VBox action = new VBox(start);
        action.getStyleClass().add("evaluate-action");
        ScrollPane scroll = scroll(form, "evaluate-form-scroll");
        scroll.setMinHeight(0);
        // Its own idea of the height knows nothing of wrapped lines.
        scroll.prefViewportHeightProperty().bind(form.heightProperty());
        action.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(scroll, action);
    }

    private Node results() {
        problem.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        problem.getStyleClass().addAll("evaluate-problem", "problem-text");
        problem.setId("evaluate-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox results = new VBox(problem, now, earlier);
        results.getStyleClass().add("evaluate-results");
        return scroll(results, "evaluate-results-scroll");
    }

    private static ScrollPane scroll(Node content, String style) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().addAll("edge-to-edge", style);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void run() {
        Subject subject = subject();
        if (subject != null) {
            model.run(subject);
        }
    }

    /** The weights that are chosen. */
    private @Nullable Subject subject() {
        OpenRun run = studio.openRunProperty().get();
        SnapshotChoice choice = picker.choiceProperty().get();
        return run == null || choice == null
                ? null
                : new Subject(run, choice, picker.averagedProperty().get());
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
        Button csv = Buttons.labelled(Feather.COPY, "evaluate.csv", this::copyCsv);
        csv.setId("evaluate-csv");
        HBox heading = new HBox(title, space, csv);
        heading.setAlignment(Pos.CENTER_LEFT);
        earlier.getChildren().add(heading);
        groups.forEach(group -> earlier.getChildren().add(new ScoreTable(group)));
    }

    private void copyResult(Finished done) {
        copy(ScoreText.quote(done.subject(), done.result().how(), done.result().values()));
    }

    private void copyCsv() {
        copy(ScoreText.csv(model.groups()));
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        studio.tell(Notice.success(Messages.text("evaluate.copied")));
    }
}
