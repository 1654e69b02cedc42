package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressPane;

/** Charts: precision against recall, FID against N, and scores over the steps of the run. */
final class CurvesView extends VBox {
    private static final double CARD = 400;
    private static final String CANCEL = "#progress-cancel";

    private final CurvesModel model;
    private final EvaluateModel scores;
    private final Consumer<CurveKind> draw;
    private final Exports exports;
    private final VBox progress = new VBox();
    private final ComboBox<ScoreGroup> protocols = new ComboBox<>();
    private final ComboBox<String> measures = new ComboBox<>();
    private final StackPane steps = new StackPane();
    private @Nullable Button pressed;

    /**
     * A view.
     *
     * @param draw measures a curve of the chosen weights
     * @param exports saves the points
     */
    CurvesView(CurvesModel model, EvaluateModel scores, Consumer<CurveKind> draw, Exports exports) {
        this.model = model;
        this.scores = scores;
        this.draw = draw;
        this.exports = exports;
        getStyleClass().add("evaluate-results");
        Label problem = Panes.problem(model.problemProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        CardGrid cards = new CardGrid(CARD);
        for (CurveKind kind : CurveKind.values()) {
            cards.getChildren().add(card(kind));
        }
        getChildren().addAll(problem, progress, cards, overSteps());
        model.runningProperty().addListener((p, old, now) -> showProgress());
        scores.groups().addListener((ListChangeListener<ScoreGroup>) change -> showProtocols());
        showProgress();
        showProtocols();
    }

    /** The keyboard goes to what can be pressed next: from Measure to Cancel, and back. */
    private void showProgress() {
        RunningTask<KeptCurve> task = model.runningProperty().get();
        Node cancel = progress.lookup(CANCEL);
        boolean there = cancel != null && cancel.isFocused();
        progress.setVisible(task != null);
        progress.getChildren().clear();
        Button button = pressed;
        if (task != null) {
            progress.getChildren().add(new ProgressPane(task));
            if (button != null && button.isFocused()) {
                progress.lookup(CANCEL).requestFocus();
            }
        } else if (there && button != null) {
            Platform.runLater(button::requestFocus);
        }
    }

    private Node card(CurveKind kind) {
        Button button = Buttons.labelled(Feather.PLAY, "curve.draw", () -> {});
        button.setOnAction(
                event -> {
                    pressed = button;
                    draw.accept(kind);
                });
        button.setId("curve-draw-" + kind.key());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.runningProperty().isNotNull());
        Button save =
                Buttons.icon(
                        Feather.DOWNLOAD,
                        "curve.save",
                        () -> {
                            KeptCurve kept = model.curveProperty(kind).get();
                            if (kept != null) {
                                exports.save(kind, kept);
                            }
                        });
        save.setId("curve-save-" + kind.key());
        save.visibleProperty().bind(model.curveProperty(kind).isNotNull());
        save.managedProperty().bind(save.visibleProperty());
        Label how = new Label();
        how.getStyleClass().add("evaluate-how");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        StackPane place = place();
        Runnable show =
                () -> {
                    KeptCurve kept = model.curveProperty(kind).get();
                    if (kept == null) {
                        place.getChildren()
                                .setAll(muted(Messages.text("curve." + kind.key() + ".text")));
                        how.setText("");
                    } else {
                        place.getChildren()
                                .setAll(new PlotView(Plots.of(kind, kept.curve()), kind.title()));
                        how.setText(kept.how());
                    }
                    how.setVisible(kept != null);
                    how.setManaged(kept != null);
                };
        model.curveProperty(kind).addListener((p, old, now) -> show.run());
        show.run();
        return panel(
                kind.title(),
                Messages.text("curve." + kind.key() + ".tip"),
                List.of(save, button),
                place,
                how);
    }

    private Node overSteps() {
        protocols.setId("curve-protocol");
        protocols.setMaxWidth(Double.MAX_VALUE);
        protocols.setPrefWidth(120);
        HBox.setHgrow(protocols, Priority.ALWAYS);
        protocols.setAccessibleText(Messages.text("curve.steps.protocol"));
        Buttons.explain(protocols, Messages.text("curve.steps.protocol.tip"));
        protocols.setConverter(shown(ScoreGroup::protocol));
        measures.setId("curve-measure");
        measures.setAccessibleText(Messages.text("curve.steps.measure"));
        measures.setMinWidth(128);
        measures.setConverter(shown(ScoreText::name));
        protocols.valueProperty().addListener((p, old, now) -> showMeasures());
        measures.valueProperty().addListener((p, old, now) -> showSteps());
        HBox choices = new HBox(8, protocols, measures);
        choices.setAlignment(Pos.CENTER_LEFT);
        choices.visibleProperty().bind(protocols.valueProperty().isNotNull());
        choices.managedProperty().bind(choices.visibleProperty());
        place(steps);
        return panel(
                Messages.text("curve.steps"),
                Messages.text("curve.steps.tip"),
                List.of(),
                choices,
                steps);
    }

    private void showProtocols() {
        ScoreGroup before = protocols.getValue();
        // What can be seen to change comes first, and networks before people.
        List<ScoreGroup> groups =
                scores.groups().stream()
                        .sorted(
                                Comparator.comparing(ScoreGroup::human)
                                        .thenComparing(each -> -each.steps()))
                        .toList();
        protocols.getItems().setAll(groups);
        protocols.setValue(
                groups.stream()
                        .filter(each -> before != null && each.protocol().equals(before.protocol()))
                        .findFirst()
                        .orElse(groups.isEmpty() ? null : groups.get(0)));
        showMeasures();
    }

    private void showMeasures() {
        String before = measures.getValue();
        ScoreGroup group = protocols.getValue();
        List<String> found = group == null ? List.of() : group.measures();
        measures.getItems().setAll(found);
        measures.setValue(
                before != null && found.contains(before)
                        ? before
                        : found.isEmpty() ? null : found.get(0));
        showSteps();
    }

    private void showSteps() {
        ScoreGroup group = protocols.getValue();
        String measure = measures.getValue();
        steps.getChildren()
                .setAll(
                        group == null || measure == null
                                ? muted(Messages.text("curve.steps.text"))
                                : new PlotView(
                                        Plots.steps(group.rows(), measure),
                                        Messages.text("curve.steps")));
    }

    private static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static VBox panel(String title, String tip, List<Button> actions, Node... content) {
        Label name = new Label(title);
        name.getStyleClass().add(Styles.TEXT_BOLD);
        Buttons.explain(name, tip);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(8, name, space);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinHeight(36);
        heading.getChildren().addAll(actions);
        VBox panel = new VBox(heading);
        panel.getChildren().addAll(content);
        panel.getStyleClass().addAll("card", "evaluate-panel");
        return panel;
    }

    private static StackPane place() {
        return place(new StackPane());
    }

    private static StackPane place(StackPane place) {
        place.setMinHeight(260);
        place.setPrefHeight(260);
        VBox.setVgrow(place, Priority.ALWAYS);
        return place;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "empty-state-text");
        label.setWrapText(true);
        return label;
    }
}
