package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.heap.EarthMover;
import studio.saddlepoint.lab.heap.HeapBars;
import studio.saddlepoint.lab.heap.HeapPair;
import studio.saddlepoint.lab.heap.HeapShape;
import studio.saddlepoint.lab.heap.JensenShannon;

/** Two heaps that are dragged apart: cross entropy's divergence against earth mover's distance. */
final class HeapsPanel extends BuiltExperiment {
  private static final int MOMENTS = 1000;
  private static final double FASTEST = 60;
  private static final List<String> PRESETS = List.of("vanishing", "critic", "noise", "earth");

  private final Timeline<HeapsState> timeline = new Timeline<>(MOMENTS, HeapsState.DEFAULT);
  private final Pace pace;
  private final LabCanvas canvas = new LabCanvas(Messages.text("lab.heaps.canvas"), this::paint);
  private final Figures figures =
      new Figures(
          "lab.heaps.divergence", "lab.heaps.divergence.slope",
          "lab.heaps.distance", "lab.heaps.distance.slope");
  private final Segments<HeapsWalk> walk =
      new Segments<>(Messages.text("lab.heaps.walk"), List.of(HeapsWalk.values()), HeapsWalk::key);
  private final Segments<HeapShape> real = shapes("real");
  private final Segments<HeapShape> made = shapes("made");
  private final SliderRow place = row("place", -HeapPair.FARTHEST, HeapPair.FARTHEST, 0.25);
  private final SliderRow noise = row("noise", 0, HeapPair.MOST_NOISE, 0.05);
  private final SliderRow rate = row("rate", HeapsState.LEAST_RATE, HeapsState.MOST_RATE, 0.02);
  private final PictureSaving saving;
  private HeapsCurves curves = HeapsCurves.of(HeapsState.DEFAULT.heaps());
  private boolean following;

  HeapsPanel(StudioModel studio, PictureSaving saving) {
    super("heaps");
    this.saving = saving;
    pace = new Pace(studio.ui(), 20, this::advance);
    timeline.changesProperty().addListener(o -> show());
    walk.valueProperty().addListener((p, old, now) -> change(each -> each.walking(now)));
    real.valueProperty().addListener(o -> change(this::shaped));
    made.valueProperty().addListener(o -> change(this::shaped));
    listen(place, (state, value) -> state.with(state.heaps().at(value)));
    listen(noise, (state, value) -> state.with(state.heaps().noisy(value)));
    listen(rate, HeapsState::at);
    canvas.setId("lab-heaps-canvas");
    canvas.setFocusTraversable(true);
    canvas.setOnMousePressed(this::drag);
    canvas.setOnMouseDragged(this::drag);
    canvas.setOnKeyPressed(this::key);
  }

  private static Segments<HeapShape> shapes(String which) {
    return Segments.of(
        Messages.text("lab.heaps.shape." + which),
        List.of(HeapShape.values()),
        shape -> {
          String key = "lab.heaps.shape." + shape.name().toLowerCase(Locale.ROOT);
          return new Segments.Words(
              "lab-heaps-" + which + "-" + shape.name().toLowerCase(Locale.ROOT),
              Messages.text(key),
              Messages.text(key + ".tip"));
        });
  }

  private static SliderRow row(String what, double least, double most, double step) {
    return new SliderRow(
        "lab.heaps." + what, least, most, step, value -> English.of("%.2f", value));
  }

  private interface Change {
    HeapsState of(HeapsState state, double value);
  }

  private void listen(SliderRow row, Change change) {
    row.valueProperty()
        .addListener((p, old, now) -> change(state -> change.of(state, now.doubleValue())));
  }

  private HeapsState shaped(HeapsState state) {
    return state.with(state.heaps().shaped(real.valueProperty().get(), made.valueProperty().get()));
  }

  /** What a person changes changes the moment that is looked at. */
  private void change(UnaryOperator<HeapsState> change) {
    if (!following) {
      timeline.change(change);
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
                () -> Messages.text("lab.moment", English.of("%,d", timeline.now().step())),
                List.of(step),
                this::reset,
                () -> saving.save(canvas, "heaps"))
            .filming(this::film);
    return new ExperimentView(
        id(),
        PRESETS,
        this::preset,
        canvas,
        figures,
        List.of(
            named("lab.heaps.walk", walk),
            place,
            noise,
            rate,
            named("lab.heaps.shape.real", real),
            named("lab.heaps.shape.made", made)),
        transport);
  }

  private static VBox named(String key, Node control) {
    VBox box = new VBox(new Label(Messages.text(key)), control);
    box.getStyleClass().add("lab-row");
    return box;
  }

  private void drag(MouseEvent event) {
    canvas.requestFocus();
    move(HeapsPainter.place(event.getX(), canvas.across()));
  }

  private void key(KeyEvent event) {
    double by = event.isShiftDown() ? 1 : 0.25;
    switch (event.getCode()) {
      case LEFT -> move(timeline.now().heaps().place() - by);
      case RIGHT -> move(timeline.now().heaps().place() + by);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double where) {
    change(state -> state.with(state.heaps().at(where)));
  }

  private void step() {
    pace.runningProperty().set(false);
    timeline.advance(HeapsState::next);
  }

  private void advance(int steps, Runnable done) {
    for (int i = 0; i < steps && !timeline.now().ended(); i++) {
      timeline.advance(HeapsState::next);
    }
    if (timeline.now().ended()) {
      pace.runningProperty().set(false);
    }
    done.run();
  }

  private void reset() {
    pace.runningProperty().set(false);
    timeline.restart(HeapsState.DEFAULT);
  }

  @Override
  public void preset(String id) {
    HeapsState start = HeapsState.DEFAULT;
    pace.runningProperty().set(false);
    pace.speedProperty().set(id.equals("earth") ? 8 : 20);
    timeline.restart(
        switch (id) {
          case "critic" -> start.walking(HeapsWalk.CRITIC).at(0.05);
          case "noise" -> start.with(start.heaps().noisy(1)).at(0.4);
          case "earth" ->
              start
                  .with(start.heaps().at(3).shaped(HeapShape.BUMP, HeapShape.TWO_BUMPS))
                  .walking(HeapsWalk.EARTH);
          default -> start;
        });
    pace.runningProperty().set(true);
  }

  /** Shows the moment that is looked at; the controls follow it. */
  @Override
  void show() {
    HeapsState now = timeline.now();
    if (!curves.fit(now.heaps())) {
      curves = HeapsCurves.of(now.heaps());
    }
    following = true;
    walk.valueProperty().set(now.walk());
    real.valueProperty().set(now.heaps().real());
    made.valueProperty().set(now.heaps().generated());
    place.valueProperty().set(now.heaps().place());
    noise.valueProperty().set(now.heaps().noise());
    rate.valueProperty().set(now.rate());
    following = false;
    rate.setDisable(now.walk() == HeapsWalk.EARTH);
    HeapBars bars = HeapBars.of(now.heaps());
    EarthMover mover = EarthMover.of(bars);
    figures.show(
        English.of("%.4f", JensenShannon.divergence(bars.real(), bars.generated())),
        English.of("%.4f", Math.abs(JensenShannon.slope(bars))),
        English.of("%.3f", mover.distance()),
        English.of("%.3f", Math.abs(mover.slope(bars))));
    tell(() -> HeapsWords.of(now));
    canvas.repaint();
  }

  /** The curves of a moment; those that are shown where they are the same. */
  private HeapsCurves curves(HeapsState moment) {
    return curves.fit(moment.heaps()) ? curves : HeapsCurves.of(moment.heaps());
  }

  private void film() {
    List<HeapsState> way = timeline.all();
    saving.film(
        id(),
        canvas,
        way.size(),
        i -> pen -> HeapsPainter.paint(pen, way.get(i), curves(way.get(i))));
  }

  private void paint(LabPen pen) {
    HeapsPainter.paint(pen, timeline.now(), curves);
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
