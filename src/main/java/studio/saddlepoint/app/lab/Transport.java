package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.English;

/** Run and pause, single steps, the speed, the way back through time, and a fresh start. */
final class Transport extends HBox {
  private static final double SLOWEST = 0.5;
  private final Slider past = new Slider(0, 1, 0);
  private final Label moment = new Label();
  private final Timeline<?> timeline;
  private final Supplier<String> words;
  private boolean following;

  /**
   * Controls of an experiment.
   *
   * @param id of the experiment; ids of controls begin with {@code lab-ID}
   * @param pace what runs
   * @param fastest steps a second at the right end
   * @param timeline what is gone through
   * @param words of the moment that is looked at
   * @param steps buttons that make single steps
   * @param reset begins anew
   * @param save asks for a file and saves the picture
   */
  Transport(
      String id,
      Pace pace,
      double fastest,
      Timeline<?> timeline,
      Supplier<String> words,
      List<Button> steps,
      Runnable reset,
      Runnable save) {
    this.timeline = timeline;
    this.words = words;
    getStyleClass().add("lab-transport");
    setAlignment(Pos.CENTER_LEFT);
    Button again = Buttons.icon(Feather.ROTATE_CCW, "lab.reset", reset);
    again.setId("lab-" + id + "-reset");
    Button picture = Buttons.icon(Feather.DOWNLOAD, "lab.save", save);
    picture.setId("lab-" + id + "-save");
    getChildren().add(run(id, pace.runningProperty()));
    getChildren().addAll(steps);
    getChildren()
        .addAll(new Separator(javafx.geometry.Orientation.VERTICAL), speed(id, pace, fastest));
    past.setId("lab-" + id + "-past");
    past.setAccessibleText(Messages.text("lab.past"));
    String tip = "lab." + id + ".past.tip";
    Buttons.explain(past, Messages.text(Messages.has(tip) ? tip : "lab.past.tip"));
    past.setBlockIncrement(1);
    past.setMinWidth(100);
    HBox.setHgrow(past, Priority.ALWAYS);
    past.setMaxWidth(Double.MAX_VALUE);
    past.disableProperty().bind(timeline.lastProperty().isEqualTo(0));
    past.valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!following) {
                pace.runningProperty().set(false);
                timeline.placeProperty().set((int) Math.round(now.doubleValue()));
              }
            });
    moment.getStyleClass().addAll("muted", "lab-moment");
    moment.setMinWidth(Region.USE_PREF_SIZE);
    timeline.changesProperty().addListener(o -> follow());
    follow();
    getChildren()
        .addAll(new Separator(javafx.geometry.Orientation.VERTICAL), past, moment, again, picture);
  }

  /**
   * With a button that films all moments.
   *
   * @return this
   */
  Transport filming(Runnable film) {
    Button button = Buttons.icon(Feather.FILM, "lab.film", film);
    button.setId(past.getId().replace("-past", "-film"));
    button.disableProperty().bind(timeline.lastProperty().isEqualTo(0));
    getChildren().add(button);
    return this;
  }

  private static Button run(String id, BooleanProperty running) {
    Button run = new Button();
    run.setId("lab-" + id + "-run");
    run.getStyleClass().add("accent");
    run.getStyleClass().add("lab-run");
    FontIcon icon = new FontIcon(Feather.PLAY);
    run.setGraphic(icon);
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.textProperty()
        .bind(
            Bindings.when(running)
                .then(Messages.text("lab.pause"))
                .otherwise(Messages.text("lab.run")));
    running.addListener((p, old, now) -> icon.setIconCode(now ? Feather.PAUSE : Feather.PLAY));
    run.setOnAction(event -> running.set(!running.get()));
    Buttons.explain(run, Messages.text("lab.run.tip"));
    return run;
  }

  /** The slider goes by doublings. */
  private static HBox speed(String id, Pace pace, double fastest) {
    Slider speed = new Slider(0, Math.log(fastest / SLOWEST), 0);
    speed.setId("lab-" + id + "-speed");
    speed.setAccessibleText(Messages.text("lab.speed"));
    Buttons.explain(speed, Messages.text("lab.speed.tip"));
    speed.setBlockIncrement(Math.log(2) / 2);
    speed.setPrefWidth(110);
    speed.setMinWidth(80);
    Label told = new Label();
    told.getStyleClass().addAll("muted", "lab-speed");
    told.setMinWidth(Region.USE_PREF_SIZE);
    speed
        .valueProperty()
        .addListener(
            (p, old, now) -> pace.speedProperty().set(SLOWEST * Math.exp(now.doubleValue())));
    Runnable follow =
        () -> {
          double place = Math.log(pace.speedProperty().get() / SLOWEST);
          if (Math.abs(place - speed.getValue()) > 1e-9) {
            speed.setValue(place);
          }
          told.setText(told(pace.speedProperty().get()));
        };
    pace.speedProperty().addListener(o -> follow.run());
    follow.run();
    HBox row = new HBox(6, speed, told);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String told(double stepsPerSecond) {
    return Messages.text(
        "lab.speed.value", English.of(stepsPerSecond < 9.95 ? "%.1f" : "%.0f", stepsPerSecond));
  }

  private void follow() {
    following = true;
    past.setMax(Math.max(1, timeline.lastProperty().get()));
    past.setValue(timeline.placeProperty().get());
    following = false;
    moment.setText(words.get());
  }
}
