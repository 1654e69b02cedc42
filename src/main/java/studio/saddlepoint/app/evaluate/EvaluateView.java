package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.command.CommandCopying;
import studio.saddlepoint.app.evaluate.curve.CurvesModel;
import studio.saddlepoint.app.evaluate.curve.CurvesView;
import studio.saddlepoint.app.evaluate.form.Asking;
import studio.saddlepoint.app.evaluate.form.EvaluateForm;
import studio.saddlepoint.app.evaluate.form.WeightsOverlay;
import studio.saddlepoint.app.evaluate.form.WeightsPane;
import studio.saddlepoint.app.evaluate.human.HumanModel;
import studio.saddlepoint.app.evaluate.human.HumanView;
import studio.saddlepoint.app.evaluate.model.EvaluateModel;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.app.evaluate.parts.Exports;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.evaluate.result.ScoresView;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.app.snapshot.SnapshotPicker;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;

/** The weights at the top; below them scores and curves, with the form on the left, or a test. */
final class EvaluateView extends StackPane {
  /** What the page can show. */
  enum View {
    SCORES,
    CURVES,
    HUMAN
  }

  private final StudioModel studio;
  private final EvaluateModel model;
  private final SnapshotPicker picker;
  private final Asking asking;
  private final BorderPane frame = new BorderPane();
  private final EvaluateForm form;
  private final Button start;
  private final Node settings;
  private final ScrollPane scores;
  private final ScrollPane curves;
  private final HumanView human;

  EvaluateView(
      StudioModel studio,
      EvaluateModel model,
      CurvesModel drawn,
      HumanModel humans,
      SnapshotPicker picker,
      Asking asking) {
    this.studio = studio;
    this.model = model;
    this.picker = picker;
    this.asking = asking;
    Segments<View> views =
        new Segments<>(
            Messages.text("evaluate.view"),
            List.of(View.values()),
            each -> "evaluate.view." + each.name().toLowerCase(Locale.ROOT));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(picker, space, views);
    bar.getStyleClass().add("page-bar");
    // Other weights in the middle of a test would make it a test of nothing.
    humans.stageProperty().addListener((p, old, stage) -> bar.setDisable(humans.testing()));
    frame.setTop(bar);
    form =
        new EvaluateForm(studio, model.settings(), model.fit().costProperty(), asking, this::offer);
    start = Buttons.labelled(Feather.PLAY, "evaluate.run", this::run);
    start.setId("evaluate-run");
    start.getStyleClass().add(Styles.ACCENT);
    start.setMaxWidth(Double.MAX_VALUE);
    start.managedProperty().bind(start.visibleProperty());
    start.disableProperty().bind(model.runningProperty().isNotNull());
    Button command = Buttons.labelled(Feather.TERMINAL, "evaluate.command", this::copyCommand);
    command.setId("evaluate-command");
    command.setMaxWidth(Double.MAX_VALUE);
    command.visibleProperty().bind(start.visibleProperty());
    command.managedProperty().bind(command.visibleProperty());
    settings = Panes.settings(form, new VBox(8, command, start));
    Exports exports = new Exports(studio, model.groups(), asking::save);
    scores = Panes.scroll(new ScoresView(model, exports, start), "evaluate-results-scroll");
    curves =
        Panes.scroll(
            new CurvesView(drawn, model, kind -> draw(drawn, kind), exports),
            "evaluate-results-scroll");
    human = new HumanView(humans, model, this::subject, exports);
    getChildren().add(frame);
    // A row of a table far below may have asked for it.
    model.finishedProperty().addListener((p, old, done) -> scores.setVvalue(0));
    views.valueProperty().addListener((p, old, view) -> show(view));
    show(View.SCORES);
  }

  /** The page is shown. */
  void shown() {
    human.takeFocus();
  }

  private void show(View view) {
    form.askForMetrics(view == View.SCORES);
    start.setVisible(view == View.SCORES);
    frame.setLeft(view == View.HUMAN ? null : settings);
    frame.setCenter(
        switch (view) {
          case SCORES -> scores;
          case CURVES -> curves;
          case HUMAN -> human;
        });
  }

  private void run() {
    Subject subject = subject();
    if (subject != null && ready()) {
      model.run(subject);
      scores.setVvalue(0);
    }
  }

  private void copyCommand() {
    Subject subject = subject();
    if (subject == null) {
      return;
    }
    try {
      CommandCopying.copy(studio, model.command(subject));
    } catch (StudioException e) {
      studio.tell(Notice.problem(e));
    }
  }

  private void draw(CurvesModel drawn, MetricCurveKind kind) {
    Subject subject = subject();
    if (subject != null && ready()) {
      drawn.draw(subject, kind);
      curves.setVvalue(0);
    }
  }

  /** Whether the extractor's weights are here; where not, offers them. */
  private boolean ready() {
    model.settings().lookForWeights();
    if (!model.settings().weightsHereProperty().get()) {
      model.settings().absentWeights().ifPresent(this::offer);
      return false;
    }
    return true;
  }

  private void offer(KnownWeights known) {
    WeightsPane pane =
        new WeightsPane(
            studio.tasks(),
            new WeightStore(studio.home().caches()),
            known,
            () -> asking.open(known.fileName()),
            this::taken);
    WeightsOverlay overlay = new WeightsOverlay(pane, this::uncover);
    frame.setDisable(true);
    getChildren().setAll(frame, overlay);
    overlay.takeFocus();
  }

  private void taken() {
    model.settings().lookForWeights();
    uncover();
  }

  private void uncover() {
    getChildren().setAll(frame);
    frame.setDisable(false);
    form.takeFocus();
  }

  /** The weights that are chosen. */
  private @Nullable Subject subject() {
    OpenRun run = studio.openRunProperty().get();
    SnapshotChoice choice = picker.choiceProperty().get();
    return run == null || choice == null
        ? null
        : new Subject(
            run, choice, picker.averagedProperty().get(), model.settings().inWProperty().get());
  }
}
