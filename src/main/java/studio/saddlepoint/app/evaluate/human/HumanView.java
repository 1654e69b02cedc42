package studio.saddlepoint.app.evaluate.human;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.evaluate.human.HumanModel.Stage;
import studio.saddlepoint.app.evaluate.model.EvaluateModel;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.app.evaluate.parts.Exports;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.ProgressPane;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.snapshot.TruncationPane;
import studio.saddlepoint.metrics.human.HumanTest.Pace;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.run.event.ScoreCard;

/** The human test: its set-up and earlier results, then the test itself, then its result. */
public final class HumanView extends StackPane {
  private final HumanModel model;
  private final EvaluateModel scores;
  private final Supplier<@Nullable Subject> subject;
  private final Exports exports;
  private final Node setup;
  private final HumanPane test;
  private final VBox earlier = new VBox();
  private final Button start;

  /**
   * A view.
   *
   * @param scores of the open run
   * @param subject the weights that are chosen; nothing where there are none
   * @param exports saves and copies the results
   */
  public HumanView(
      HumanModel model,
      EvaluateModel scores,
      Supplier<@Nullable Subject> subject,
      Exports exports) {
    this.model = model;
    this.scores = scores;
    this.subject = subject;
    this.exports = exports;
    test = new HumanPane(model);
    start = Buttons.labelled(Feather.EYE, "human.start", this::start);
    start.setId("human-start");
    start.getStyleClass().add(Styles.ACCENT);
    start.setMaxWidth(Double.MAX_VALUE);
    VBox right = new VBox(Panes.problem(model.problemProperty()), earlier);
    right.getStyleClass().add("evaluate-results");
    earlier.getStyleClass().add("human-earlier");
    BorderPane columns = new BorderPane();
    columns.setLeft(Panes.settings(form(), start));
    columns.setCenter(Panes.scroll(right, "evaluate-results-scroll"));
    setup = columns;
    model.stageProperty().addListener((p, old, now) -> show(now));
    scores.groups().addListener((ListChangeListener<ScoreGroup>) change -> showEarlier());
    show(model.stageProperty().get());
    showEarlier();
  }

  /** The page is shown again: the keys answer, and not the button that led here. */
  public void takeFocus() {
    if (model.testing()) {
      test.requestFocus();
    }
  }

  private void show(Stage stage) {
    RunningTask<?> task = model.taskProperty().get();
    HumanSitting.Finished done = model.finishedProperty().get();
    Node next = setup;
    if (stage == Stage.DEALING && task != null) {
      next = column(new ProgressPane(task));
    } else if (stage == Stage.RESULT && done != null) {
      next = column(Panes.problem(model.problemProperty()), new HumanResult(done, model::reset));
    } else if (model.testing()) {
      next = test;
    }
    if (!getChildren().contains(next)) {
      getChildren().setAll(next);
      if (next == test) {
        test.requestFocus();
      } else if (next == setup && getScene() != null) {
        start.requestFocus();
      } else {
        // Or an arrow key too many would choose other weights.
        next.requestFocus();
      }
    }
  }

  private static Node column(Node... content) {
    VBox column = new VBox(content);
    column.getStyleClass().add("human-column");
    HBox middle = new HBox(column);
    middle.setAlignment(Pos.TOP_CENTER);
    HBox.setHgrow(column, Priority.ALWAYS);
    return Panes.scroll(middle, "evaluate-results-scroll");
  }

  private Node form() {
    Label title = new Label(Messages.text("human.title"));
    title.getStyleClass().add(Styles.TITLE_4);
    Label text = Panes.wrapped(Messages.text("human.text"), "muted");
    Segments<Integer> count =
        new Segments<>(
            Messages.text("human.count"), HumanModel.COUNTS, each -> "human.count." + each);
    count.valueProperty().bindBidirectional(model.countProperty());
    Segments<Pace> pace =
        new Segments<>(
            Messages.text("human.pace"),
            List.of(Pace.values()),
            each -> "human.pace." + each.name().toLowerCase(Locale.ROOT));
    pace.valueProperty().bindBidirectional(model.paceProperty());
    Label paceText = Panes.wrapped("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    paceText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Messages.text(
                        "human.pace."
                            + model.paceProperty().get().name().toLowerCase(Locale.ROOT)
                            + ".text"),
                model.paceProperty()));
    TruncationPane truncation = new TruncationPane("human-truncation");
    truncation.layersProperty().bind(scores.settings().styledLayersProperty());
    truncation.thresholdProperty().bindBidirectional(model.thresholdProperty());
    truncation.inWProperty().bindBidirectional(model.inWProperty());
    VBox card =
        new VBox(
            title,
            text,
            row("human.count", count),
            new VBox(4, row("human.pace", pace), paceText),
            truncation);
    card.getStyleClass().addAll("card", "evaluate-form");
    return card;
  }

  private static Node row(String key, Node control) {
    Label name = new Label(Messages.text(key));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, name, space, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void start() {
    Subject chosen = subject.get();
    if (chosen != null) {
      model.start(chosen);
    }
  }

  private void showEarlier() {
    earlier.getChildren().clear();
    List<ScoreGroup> groups = scores.groups().stream().filter(ScoreGroup::human).toList();
    if (groups.isEmpty()) {
      earlier
          .getChildren()
          .add(
              new EmptyState(
                  Feather.EYE, Messages.text("human.none"), Messages.text("human.none.text")));
      return;
    }
    Label title = new Label(Messages.text("human.earlier"));
    title.getStyleClass().add(Styles.TITLE_4);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, exports.menu());
    heading.setAlignment(Pos.CENTER_LEFT);
    earlier.getChildren().add(heading);
    groups.stream()
        .flatMap(group -> group.rows().stream())
        .sorted(Comparator.comparing(ScoreCard::time).reversed())
        .forEach(card -> earlier.getChildren().add(new HumanRow(card)));
  }
}
