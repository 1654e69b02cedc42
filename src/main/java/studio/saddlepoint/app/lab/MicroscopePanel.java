package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.microscope.Field;
import studio.saddlepoint.lab.microscope.LayerInfo.Kind;
import studio.saddlepoint.lab.microscope.LayerLook;
import studio.saddlepoint.lab.microscope.Side;
import studio.saddlepoint.lab.microscope.UnitPlace;

/** The layers of a run's networks, one after the other. */
final class MicroscopePanel extends BuiltExperiment {
  private static final int MOMENTS = 200;
  private static final double FASTEST = 4;
  private static final List<String> PRESETS = List.of("field", "dead", "norm", "checkerboard");

  private final Timeline<MicroscopeState> timeline =
      new Timeline<>(MOMENTS, MicroscopeState.DEFAULT);
  private final Pace pace;
  private final RunRow run;
  private final MicroscopeModel model;
  private final MicroscopeControls controls;
  private final LabCanvas canvas =
      new LabCanvas(Messages.text("lab.microscope.canvas"), this::paint);
  private final Figures figures =
      new Figures(
          "lab.microscope.at",
          "lab.microscope.entering",
          "lab.microscope.dead",
          "lab.microscope.theory",
          "lab.microscope.measured",
          "lab.microscope.shift");
  private final PictureSaving saving;
  private boolean seen;

  MicroscopePanel(StudioModel studio, PictureSaving saving) {
    super("microscope");
    this.saving = saving;
    run = new RunRow(studio, id(), true);
    model = new MicroscopeModel(studio);
    controls = new MicroscopeControls(run, model, this::change);
    pace = new Pace(studio.ui(), 1, this::advance);
    pace.speedProperty().set(1);
    timeline
        .changesProperty()
        .addListener(
            o -> {
              model.ask(timeline.now());
              show();
            });
    run.chosenProperty().addListener(o -> use());
    model.shownProperty().addListener(o -> found());
    model.problemProperty().addListener(o -> show());
    canvas.setId("lab-microscope-canvas");
    canvas.setFocusTraversable(true);
    canvas.setOnMousePressed(this::point);
    canvas.setOnMouseDragged(this::point);
    canvas.setOnKeyPressed(this::key);
    Terms.link(figures.name(3), "receptive-field");
    Terms.link(figures.name(5), "batch-normalization");
  }

  private void change(UnaryOperator<MicroscopeState> change) {
    if (!change.apply(timeline.now()).equals(timeline.now())) {
      timeline.change(change);
    }
  }

  @Override
  ExperimentView build() {
    Transport transport =
        new Transport(
            id(),
            pace,
            FASTEST,
            timeline,
            () ->
                Messages.text(
                    "lab.microscope.moment", English.of("%d", timeline.now().layer() + 1)),
            List.of(stepping(this::step)),
            this::reset,
            () -> saving.save(canvas, "microscope"));
    return new ExperimentView(
        id(), PRESETS, this::preset, canvas, figures, controls.all(), transport);
  }

  /** Whether there is no layer further on. */
  private boolean ended() {
    MicroscopeShown shown = model.shownProperty().get();
    return shown == null || timeline.now().layer() >= shown.layers().size() - 1;
  }

  private void step() {
    pace.runningProperty().set(false);
    next();
  }

  private void next() {
    if (!ended()) {
      timeline.advance(state -> state.at(state.layer() + 1));
    }
  }

  private void advance(int steps, Runnable done) {
    next();
    if (ended() && model.shownProperty().get() != null) {
      pace.runningProperty().set(false);
    }
    done.run();
  }

  private void reset() {
    begin(MicroscopeState.DEFAULT);
  }

  private void begin(MicroscopeState state) {
    pace.runningProperty().set(false);
    timeline.restart(state);
  }

  @Override
  public void preset(String id) {
    MicroscopeState start = MicroscopeState.DEFAULT;
    switch (id) {
      case "dead" -> begin(start.of(Side.GENERATOR).seeking(Kind.BEND));
      case "norm" ->
          begin(start.of(Side.GENERATOR).seeking(Kind.NORM).with(MicroscopeState.Beside.NORM));
      case "checkerboard" ->
          begin(
              start
                  .of(Side.GENERATOR)
                  .seeking(Kind.WEIGHTS)
                  .with(MicroscopeState.Beside.ENLARGING));
      default -> {
        begin(start);
        pace.runningProperty().set(true);
      }
    }
  }

  /** What was sought is taken as it was found. */
  private void found() {
    MicroscopeShown shown = model.shownProperty().get();
    if (shown != null) {
      int index = shown.look().layer().index();
      MicroscopeState now = timeline.now();
      if (now.seeks() || now.layer() >= shown.layers().size() || now.side() != shown.side()) {
        change(state -> state.of(shown.side()).at(index));
      }
    }
    show();
  }

  @Override
  void show() {
    MicroscopeShown shown = model.shownProperty().get();
    controls.follow(timeline.now(), shown == null ? List.of() : shown.layers());
    if (shown == null) {
      figures.show("–", "–", "–", "–", "–", "–");
    } else {
      LayerLook look = shown.look();
      Field field = look.field();
      figures.show(
          English.of("%,d", shown.step()),
          English.of("%.2f ± %.2f", look.entering().mean(), look.entering().deviation()),
          look.dead().isPresent() ? PlaneWords.percent(look.dead().getAsDouble()) : "–",
          field.known() ? field.rows().size() + " × " + field.columns().size() : "–",
          field.nothing() ? "–" : field.height() + " × " + field.width(),
          look.norm().map(each -> English.of("%.2f", each.shift())).orElse("–"));
    }
    tell(() -> MicroscopeWords.of(shown, waiting()));
    canvas.repaint();
  }

  /** Why nothing is seen yet. */
  private String waiting() {
    return Messages.text(
        !model.problemProperty().get().isEmpty()
            ? "lab.run.problem"
            : run.chosenProperty().get() == null ? "lab.run.nothing" : "lab.run.wait");
  }

  private void paint(LabPen pen) {
    MicroscopeShown shown = model.shownProperty().get();
    if (shown == null) {
      pen.middle(waiting(), pen.width() / 2, pen.height() / 2, pen.colours().text());
    } else {
      MicroscopePainter.paint(pen, shown);
    }
  }

  /** A click into the picture chooses the unit there. */
  private void point(MouseEvent event) {
    canvas.requestFocus();
    MicroscopePainter.Place place =
        MicroscopePainter.place(canvas.across(), canvas.down(), canvas.line());
    double across = (event.getX() - place.left()) / place.side();
    double down = (event.getY() - place.top()) / place.side();
    if (across >= 0 && across <= 1 && down >= 0 && down <= 1) {
      change(state -> state.with(new UnitPlace(state.unit().channel(), across, down)));
    }
  }

  /** The arrow keys go from unit to unit. */
  private void key(KeyEvent event) {
    MicroscopeShown shown = model.shownProperty().get();
    if (shown == null) {
      return;
    }
    double x = 1.0 / Math.max(1, shown.look().layer().width() - 1);
    double y = 1.0 / Math.max(1, shown.look().layer().height() - 1);
    switch (event.getCode()) {
      case LEFT -> move(-x, 0);
      case RIGHT -> move(x, 0);
      case UP -> move(0, -y);
      case DOWN -> move(0, y);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double x, double y) {
    change(
        state ->
            state.with(
                new UnitPlace(
                    state.unit().channel(),
                    share(state.unit().across() + x),
                    share(state.unit().down() + y))));
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }

  @Override
  public void shown() {
    run.refresh();
    seen = true;
    use();
    model.ask(timeline.now());
    model.show(true);
    pace.show(true);
  }

  /** A run is opened only once it is looked at. */
  private void use() {
    ChosenWeights weights = run.chosenProperty().get();
    if (seen && weights != null) {
      model.use(weights);
    }
    show();
  }

  @Override
  public void hidden() {
    seen = false;
    model.show(false);
    pace.show(false);
  }

  @Override
  public void close() {
    pace.runningProperty().set(false);
    model.close();
  }
}
