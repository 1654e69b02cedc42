package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.Shortcut;

/** The bar at the top: which run, how it is steered, how fast it goes. */
final class TopBar extends HBox {
  private final StudioModel model;
  private final FontIcon startIcon = new FontIcon(Feather.PLAY);
  private final Button start = Buttons.labelled(Feather.PLAY, "run.start", this::start);
  private final Button pause = Buttons.labelled(Feather.PAUSE, "run.pause", this::pause);
  private final Button step = Buttons.labelled(Feather.SKIP_FORWARD, "run.step", this::step);
  private final Button stop = Buttons.labelled(Feather.SQUARE, "run.stop", this::stop);
  private final List<Button> steering = List.of(start, pause, step, stop);
  private final Label device = new Label();
  private final Label speed = new Label();
  private final Label eta = new Label();
  private final InvalidationListener refresh = o -> refresh();

  TopBar(StudioModel model) {
    this.model = model;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    start.setGraphic(startIcon);
    start.getStyleClass().add(Styles.ACCENT);
    start.setId("run-start");
    pause.setId("run-pause");
    Buttons.explain(pause, Shortcut.PAUSE.tip(Messages.text("run.pause.tip")));
    step.setId("run-step");
    stop.setId("run-stop");
    // In a narrow window the run's name gives way, not what it is steered by.
    for (Region whole : List.of(start, pause, step, stop, device, speed, eta)) {
      whole.setMinWidth(Region.USE_PREF_SIZE);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            new RunPicker(model),
            new Separator(Orientation.VERTICAL),
            start,
            pause,
            step,
            stop,
            space,
            figure("figure.device", device),
            figure("figure.speed", speed),
            figure("figure.eta", eta));
    model.openRunProperty().addListener((property, old, now) -> attach(old, now));
    attach(null, model.openRunProperty().get());
  }

  /** The frame need not wait for room: the words of the buttons give way. */
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /** Where not all fits, as with large texts, the buttons show their icons only. */
  @Override
  protected void layoutChildren() {
    double withWords = super.computeMinWidth(-1);
    for (Button button : steering) {
      if (button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
        Text words = new Text(button.getText());
        words.setFont(button.getFont());
        withWords += words.getLayoutBounds().getWidth() + button.getGraphicTextGap();
      }
    }
    boolean fits = withWords <= getWidth();
    steering.forEach(
        button ->
            button.setContentDisplay(fits ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    super.layoutChildren();
  }

  private static VBox figure(String key, Label value) {
    Label name = new Label(Messages.text(key));
    name.getStyleClass().add("figure-name");
    value.getStyleClass().add("figure-value");
    Buttons.explain(value, Messages.text(key + ".tip"));
    VBox box = new VBox(name, value);
    box.getStyleClass().add("figure");
    return box;
  }

  private void attach(@Nullable OpenRun old, @Nullable OpenRun now) {
    if (old != null) {
      old.statusProperty().removeListener(refresh);
      old.followedProperty().removeListener(refresh);
      old.loadingProperty().removeListener(refresh);
      old.askedProperty().removeListener(refresh);
    }
    if (now != null) {
      now.statusProperty().addListener(refresh);
      now.followedProperty().addListener(refresh);
      now.loadingProperty().addListener(refresh);
      now.askedProperty().addListener(refresh);
    }
    refresh();
  }

  private void refresh() {
    OpenRun run = model.openRunProperty().get();
    boolean active = run != null && run.active();
    boolean followed = run != null && run.followedProperty().get();
    Training.@Nullable Status status = run == null ? null : run.statusProperty().get();
    boolean paused = run != null && run.waits();
    boolean begun = status != null && status.step() > 0;
    start.setText(Messages.text(begun ? "run.resume" : "run.start"));
    String starts = Messages.text("run.start.tip");
    start.getTooltip().setText(paused ? Shortcut.PAUSE.tip(starts) : starts);
    start.setDisable(
        run == null
            || followed
            || run.loadingProperty().get()
            || active && !paused
            || !active && status != null && status.step() >= status.steps());
    PendingRequest.Asked asked =
        run == null ? PendingRequest.Asked.NOTHING : run.askedProperty().get();
    boolean stopping = asked == PendingRequest.Asked.STOP;
    pause.setDisable(!active || paused || stopping || asked == PendingRequest.Asked.PAUSE);
    step.setDisable(!active || stopping);
    stop.setDisable(!active || stopping);
    device.setText(status == null ? "–" : Texts.device(status.device()));
    speed.setText(status == null ? "–" : Texts.speed(status.imagesPerSecond()));
    eta.setText(
        status == null || paused || !active && !followed
            ? "–"
            : status.eta().map(Texts::duration).orElse("–"));
  }

  private void start() {
    withRun(OpenRun::start);
  }

  private void pause() {
    withRun(OpenRun::pause);
  }

  private void step() {
    withRun(OpenRun::singleStep);
  }

  private void stop() {
    withRun(OpenRun::stop);
  }

  private void withRun(java.util.function.Consumer<OpenRun> action) {
    OpenRun run = model.openRunProperty().get();
    if (run != null) {
      try {
        action.accept(run);
      } catch (RuntimeException e) {
        model.tell(Notice.problem(e));
      }
    }
  }
}
