package studio.saddlepoint.app.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.plane.PlaneData.Centre;
import studio.saddlepoint.lab.plane.PlaneLook;
import studio.saddlepoint.lab.plane.PlanePenalty;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.network.OptimizerKind;

/** GANs of points in the plane, trained by the program's own methods. */
final class PlanePanel extends BuiltExperiment {
  private static final double FASTEST = 480;
  private static final double PEN_STEP = 0.1;
  private static final List<String> PRESETS = List.of("learn", "vanishing", "collapse", "critic");

  private final PlaneModel model;
  private final LabCanvas canvas = new LabCanvas(Messages.text("lab.plane.canvas"), this::paint);
  private final Figures figures =
      new Figures(
          "lab.plane.modes",
          "lab.plane.off",
          "lab.plane.figure.d",
          "lab.plane.figure.g",
          "lab.plane.pull");
  private final PlaneControls controls;
  private final PictureSaving saving;
  private double penX;
  private double penY;

  PlanePanel(StudioModel studio, PictureSaving saving) {
    super("plane");
    this.saving = saving;
    model = new PlaneModel(studio);
    controls = new PlaneControls(model, studio.sources().all(), canvas::repaint);
    model.timeline().changesProperty().addListener(o -> show());
    canvas.setId("lab-plane-canvas");
    canvas.setFocusTraversable(true);
    canvas.setOnMousePressed(this::draw);
    canvas.setOnMouseDragged(this::draw);
    canvas.setOnKeyPressed(this::key);
    canvas.focusedProperty().addListener(o -> canvas.repaint());
  }

  @Override
  ExperimentView build() {
    Button both = step(Feather.SKIP_FORWARD, "lab.step", PlaneModel.Step.BOTH);
    Button ofD = step(Feather.CHEVRON_RIGHT, "lab.plane.step.d", PlaneModel.Step.DISCRIMINATOR);
    Button ofG = step(Feather.CHEVRON_RIGHT, "lab.plane.step.g", PlaneModel.Step.GENERATOR);
    Transport transport =
        new Transport(
                id(),
                model.pace(),
                FASTEST,
                model.timeline(),
                () -> Messages.text("lab.moment", English.of("%,d", model.timeline().now().step())),
                List.of(both, ofD, ofG),
                this::reset,
                () -> saving.save(canvas, "plane"))
            .filming(this::film);
    return new ExperimentView(
        id(), PRESETS, this::preset, canvas, figures, controls.all(), transport);
  }

  private Button step(Feather icon, String key, PlaneModel.Step what) {
    Button button = Buttons.labelled(icon, key, () -> model.step(what));
    button.setId("lab-plane-step-" + what.name().toLowerCase(java.util.Locale.ROOT));
    return button;
  }

  private void reset() {
    model.pace().runningProperty().set(false);
    model.change(state -> PlaneState.DEFAULT);
    model.restart();
  }

  @Override
  public void preset(String id) {
    PlaneState start = PlaneState.DEFAULT;
    switch (id) {
      case "vanishing" -> model.restart(vanishing(), 30);
      case "collapse" ->
          model.restart(
              start
                  .with(rates(2e-3))
                  .with(
                      Map.of(
                          "generator.optimizer.beta1", 0.9, "discriminator.optimizer.beta1", 0.9))
                  .with(PlaneDifference.NO_MOMENTUM),
              60);
      case "critic" -> {
        Map<String, Object> changes = new HashMap<>(PlanePenalty.GRADIENT_PENALTY.changes(0.1));
        changes.put("method.loss", Loss.WASSERSTEIN);
        changes.put("method.criticSteps", 3);
        model.restart(start.with(PlaneKind.SPIRAL).with(changes), 60);
      }
      default -> model.restart(start.with(rates(2e-3)), 60);
    }
  }

  private static Map<String, Double> rates(double rate) {
    return Map.of(
        "generator.optimizer.learningRate", rate, "discriminator.optimizer.learningRate", rate);
  }

  /**
   * Far apart, with a discriminator that is ahead, and a generator whose steps are its gradients.
   */
  private static PlaneState vanishing() {
    List<Centre> wall = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      wall.add(new Centre(1.1, i / 12.0 - 0.85));
    }
    return PlaneState.DEFAULT
        .drawing(wall)
        .with(
            Map.of(
                "method.loss",
                Loss.MINIMAX,
                "method.criticSteps",
                3,
                "method.pretraining",
                40,
                "discriminator.optimizer.learningRate",
                5e-3,
                "generator.optimizer.kind",
                OptimizerKind.SGD,
                "generator.optimizer.learningRate",
                1e-2))
        .with(PlaneDifference.WASSERSTEIN);
  }

  /** The plane that is drawn on is the first one. */
  private PlanePainter.Place plane() {
    int count = model.stateProperty().get().settings().size();
    return PlanePainter.place(0, count, canvas.across(), canvas.down(), canvas.line());
  }

  private void draw(MouseEvent event) {
    canvas.requestFocus();
    if (model.stateProperty().get().kind() == PlaneKind.DRAWN) {
      double[] at = plane().point(event.getX(), event.getY());
      penX = at[0];
      penY = at[1];
      dot();
    }
  }

  private void dot() {
    double most = PlaneLook.REACH - PEN_STEP;
    if (Math.abs(penX) <= most && Math.abs(penY) <= most) {
      model.change(state -> state.drawing(new Centre(penX, penY)));
      canvas.repaint();
    }
  }

  /** The arrow keys move a pen, Enter makes a dot. */
  private void key(KeyEvent event) {
    if (model.stateProperty().get().kind() != PlaneKind.DRAWN) {
      return;
    }
    double most = PlaneLook.REACH - PEN_STEP;
    switch (event.getCode()) {
      case LEFT -> penX = Math.max(-most, penX - PEN_STEP);
      case RIGHT -> penX = Math.min(most, penX + PEN_STEP);
      case UP -> penY = Math.min(most, penY + PEN_STEP);
      case DOWN -> penY = Math.max(-most, penY - PEN_STEP);
      case ENTER -> dot();
      default -> {
        return;
      }
    }
    event.consume();
    canvas.repaint();
  }

  @Override
  void show() {
    PlaneMoment now = model.timeline().now();
    figures.show(
        told(now, look -> Messages.text("lab.plane.modes.of", look.modes(), look.allModes())),
        told(now, look -> PlaneWords.percent(look.off())),
        told(now, look -> number(look.lossOfDiscriminator())),
        told(now, look -> number(look.lossOfGenerator())),
        told(now, look -> English.of("%.3f", PlaneWords.pull(look))));
    tell(() -> PlaneWords.of(now, model.stateProperty().get().difference()));
    canvas.repaint();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : English.of("%.3f", Math.abs(value) < 5e-4 ? 0 : value);
  }

  private static String told(PlaneMoment moment, Function<PlaneLook, String> words) {
    return moment.looks().isEmpty()
        ? "–"
        : moment.looks().stream().map(words).collect(Collectors.joining(" | "));
  }

  private void film() {
    List<PlaneMoment> way = model.timeline().all();
    PlaneShown drawn = controls.shown();
    List<String> titles = titles();
    saving.film(
        id(),
        canvas,
        way.size(),
        i -> pen -> PlanePainter.paint(pen, way.subList(0, i + 1), drawn, titles));
  }

  private List<String> titles() {
    PlaneDifference difference = model.stateProperty().get().difference();
    return difference == PlaneDifference.NONE
        ? List.of(Messages.text("lab.plane.one"))
        : List.of(
            Messages.text("lab.plane.first"), Messages.text("lab.plane.same", difference.words()));
  }

  private void paint(LabPen pen) {
    PlanePainter.paint(pen, model.timeline().until(), controls.shown(), titles());
    if (model.stateProperty().get().kind() == PlaneKind.DRAWN && canvas.isFocused()) {
      PlanePainter.Place place = plane();
      double x = place.x(penX);
      double y = place.y(penY);
      pen.line(x - 6, y, x + 6, y, pen.colours().ink(), 1.5);
      pen.line(x, y - 6, x, y + 6, pen.colours().ink(), 1.5);
    }
  }

  @Override
  public void shown() {
    model.show(true);
  }

  @Override
  public void hidden() {
    model.show(false);
  }

  @Override
  public void close() {
    model.close();
  }
}
