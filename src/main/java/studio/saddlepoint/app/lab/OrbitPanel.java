package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.orbit.OrbitRule;
import studio.saddlepoint.lab.orbit.OrbitState;
import studio.saddlepoint.lab.orbit.OrbitTheory;

/** The game min over x, max over y of xy, and what is done against its spiral. */
final class OrbitPanel extends BuiltExperiment {
  private static final int MOMENTS = 2000;
  private static final double FASTEST = 480;

  /** The measured factor is over so many moments. */
  private static final int RECENT = 200;

  private static final List<String> PRESETS =
      List.of("spiral", "turn", "momentum", "penalty", "history", "mean", "optimistic");

  private final Timeline<OrbitMoment> timeline = new Timeline<>(MOMENTS, OrbitMoment.DEFAULT);
  private final Pace pace;
  private final LabCanvas canvas = new LabCanvas(Messages.text("lab.orbit.canvas"), this::paint);
  private final Figures figures =
      new Figures(
          "lab.orbit.distance",
          "lab.orbit.mean.distance",
          "lab.orbit.measured",
          "lab.orbit.theory");
  private final Segments<Boolean> order =
      new Segments<>(
          Messages.text("lab.orbit.order"),
          List.of(false, true),
          each -> each ? "lab.orbit.alternating" : "lab.orbit.simultaneous");
  private final SliderRow rate = row("rate", OrbitMoment.LEAST_RATE, OrbitMoment.MOST_RATE, 0.01);
  private final SliderRow momentum =
      row("momentum", -OrbitMoment.MOST_MOMENTUM, OrbitMoment.MOST_MOMENTUM, 0.1);
  private final SliderRow penalty = row("penalty", 0, OrbitMoment.MOST_WEIGHT, 0.1);
  private final SliderRow history = row("history", 0, OrbitMoment.MOST_WEIGHT, 0.1);
  private final SliderRow mean = row("averaging", 0, OrbitMoment.MOST_AVERAGING, 0.01);
  private final CheckBox optimistic = new CheckBox(Messages.text("lab.orbit.optimistic"));
  private final PictureSaving saving;
  private boolean following;

  OrbitPanel(StudioModel studio, PictureSaving saving) {
    super("orbit");
    this.saving = saving;
    pace = new Pace(studio.ui(), 40, this::advance);
    pace.speedProperty().set(30);
    timeline.changesProperty().addListener(o -> show());
    order.valueProperty().addListener((p, old, now) -> change(rule -> rule.inTurn(now)));
    listen(rate, OrbitRule::at);
    listen(momentum, OrbitRule::withMomentum);
    listen(penalty, OrbitRule::withPenalty);
    listen(history, OrbitRule::withHistory);
    listen(mean, OrbitRule::averaged);
    optimistic.setId("lab-orbit-optimistic");
    Buttons.explain(optimistic, Messages.text("lab.orbit.optimistic.tip"));
    optimistic
        .selectedProperty()
        .addListener((p, old, now) -> change(rule -> rule.lookingAhead(now)));
    Terms.link(penalty.name(), "zero-centred");
    Terms.link(history.name(), "historical-averaging");
    Terms.link(mean.name(), "ema");
    Terms.link(momentum.name(), "adam");
    canvas.setId("lab-orbit-canvas");
    canvas.setFocusTraversable(true);
    canvas.setOnMousePressed(this::put);
    canvas.setOnKeyPressed(this::key);
  }

  private static SliderRow row(String what, double least, double most, double step) {
    return new SliderRow(
        "lab.orbit." + what,
        least,
        most,
        step,
        value -> Math.abs(value) < 5e-4 ? Messages.text("lab.off") : English.of("%.2f", value));
  }

  private interface Change {
    OrbitRule of(OrbitRule rule, double value);
  }

  private void listen(SliderRow row, Change change) {
    row.valueProperty()
        .addListener(
            (p, old, now) -> {
              double value = Math.abs(now.doubleValue()) < 5e-4 ? 0 : now.doubleValue();
              change(rule -> change.of(rule, value));
            });
  }

  /** What a person changes changes the moment that is looked at. */
  private void change(UnaryOperator<OrbitRule> change) {
    if (!following) {
      timeline.change(moment -> moment.with(change.apply(moment.rule())));
    }
  }

  @Override
  ExperimentView build() {
    Button step = stepping(this::step);
    Transport transport =
        new Transport(
                id(),
                pace,
                FASTEST,
                timeline,
                () -> Messages.text("lab.moment", English.of("%,d", timeline.now().state().step())),
                List.of(step),
                this::reset,
                () -> saving.save(canvas, "orbit"))
            .filming(this::film);
    VBox steps = new VBox(new Label(Messages.text("lab.orbit.order")), order);
    steps.getStyleClass().add("lab-row");
    return new ExperimentView(
        id(),
        PRESETS,
        this::preset,
        canvas,
        figures,
        List.of(steps, rate, momentum, penalty, history, mean, optimistic),
        transport);
  }

  private void put(MouseEvent event) {
    canvas.requestFocus();
    double[] at =
        OrbitPainter.place(
            event.getX(), event.getY(), canvas.across(), canvas.down(), timeline.until());
    double range = OrbitPainter.range(timeline.until());
    if (Math.abs(at[0]) <= range && Math.abs(at[1]) <= range) {
      timeline.restart(timeline.now().from(at[0], at[1]));
    }
  }

  private void key(KeyEvent event) {
    double by = 0.05 * OrbitPainter.range(timeline.until());
    switch (event.getCode()) {
      case LEFT -> nudge(-by, 0);
      case RIGHT -> nudge(by, 0);
      case UP -> nudge(0, by);
      case DOWN -> nudge(0, -by);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void nudge(double x, double y) {
    OrbitState at = timeline.now().state();
    timeline.restart(timeline.now().from(at.x() + x, at.y() + y));
  }

  private void step() {
    pace.runningProperty().set(false);
    if (!timeline.now().state().lost()) {
      timeline.advance(OrbitMoment::next);
    }
  }

  private void advance(int steps, Runnable done) {
    for (int i = 0; i < steps && !timeline.now().state().lost(); i++) {
      timeline.advance(OrbitMoment::next);
    }
    if (timeline.now().state().lost()) {
      pace.runningProperty().set(false);
    }
    done.run();
  }

  private void reset() {
    pace.runningProperty().set(false);
    timeline.restart(OrbitMoment.DEFAULT);
  }

  @Override
  public void preset(String id) {
    pace.runningProperty().set(false);
    pace.speedProperty().set(30);
    OrbitRule plain = OrbitMoment.DEFAULT.rule();
    OrbitRule turn = plain.inTurn(true);
    timeline.restart(
        OrbitMoment.DEFAULT.with(
            switch (id) {
              case "turn" -> turn;
              case "momentum" -> turn.withMomentum(-0.3);
              case "penalty" -> plain.withPenalty(0.3);
              case "history" -> plain.withHistory(0.5);
              case "mean" -> turn.averaged(0.99);
              case "optimistic" -> plain.lookingAhead(true);
              default -> plain;
            }));
    pace.runningProperty().set(true);
  }

  /** Shows the moment that is looked at; the controls follow it. */
  @Override
  void show() {
    OrbitMoment now = timeline.now();
    OrbitRule rule = now.rule();
    following = true;
    order.valueProperty().set(rule.alternating());
    rate.valueProperty().set(rule.rate());
    momentum.valueProperty().set(rule.momentum());
    penalty.valueProperty().set(rule.penalty());
    history.valueProperty().set(rule.history());
    mean.valueProperty().set(rule.averaging());
    optimistic.setSelected(rule.optimistic());
    following = false;
    figures.show(
        English.of("%.4g", now.state().distance()),
        rule.averaging() > 0 ? English.of("%.4g", now.state().meanDistance()) : "–",
        measured(),
        theory(rule));
    tell(() -> OrbitWords.of(now));
    canvas.repaint();
  }

  /** A factor, or the power that a mean of the past goes in by, where that is slower. */
  private static String theory(OrbitRule rule) {
    double factor = OrbitTheory.factor(rule);
    return rule.history() > 0 && factor < 1
        ? Messages.text("lab.orbit.power", English.of("%.2f", -OrbitTheory.power(rule)))
        : OrbitWords.factor(factor);
  }

  /** The mean factor of the last steps by the same rule. */
  private String measured() {
    List<OrbitMoment> way = timeline.until();
    OrbitMoment last = way.get(way.size() - 1);
    int from = way.size() - 1;
    while (from > 0
        && way.size() - from <= RECENT
        && way.get(from - 1).rule().equals(last.rule())) {
      from--;
    }
    OrbitState first = way.get(from).state();
    long steps = last.state().step() - first.step();
    if (steps == 0 || first.distance() == 0 || last.state().distance() == 0) {
      return "–";
    }
    double power = Math.log(last.state().distance() / first.distance()) / steps;
    return English.of("%.4f", Math.exp(power));
  }

  private void film() {
    List<OrbitMoment> way = timeline.all();
    saving.film(
        id(), canvas, way.size(), i -> pen -> OrbitPainter.paint(pen, way.subList(0, i + 1)));
  }

  private void paint(LabPen pen) {
    OrbitPainter.paint(pen, timeline.until());
  }

  @Override
  public void shown() {
    pace.show(true);
  }

  @Override
  public void hidden() {
    pace.show(false);
  }

  @Override
  public void close() {
    pace.runningProperty().set(false);
  }
}
