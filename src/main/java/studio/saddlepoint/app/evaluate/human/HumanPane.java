package studio.saddlepoint.app.evaluate.human;

import atlantafx.base.theme.Styles;
import java.util.EnumSet;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.human.HumanModel.Stage;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.keys.KeyOwners;

/** One picture at a time, and the two keys to answer with. */
public final class HumanPane extends BorderPane {
  /** Larger than this, one would judge pixels instead of pictures. */
  private static final double LARGEST = 384;

  private static final KeyCode REAL = KeyCode.LEFT;
  private static final KeyCode GENERATED = KeyCode.RIGHT;

  private final HumanModel model;
  private final PictureView picture = new PictureView();
  private final Label words = new Label();
  private final Label place = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button real;
  private final Button generated;
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          model.tick();
        }
      };

  HumanPane(HumanModel model) {
    this.model = model;
    getStyleClass().add("human-test");
    setFocusTraversable(true);
    KeyOwners.takesSpace(this);
    real = answer("human.real", "←", true);
    generated = answer("human.generated", "→", false);
    setTop(head());
    picture.setMaxSize(LARGEST, LARGEST);
    words.getStyleClass().add("human-words");
    words.setWrapText(true);
    StackPane frame = new StackPane(picture, words);
    frame.getStyleClass().add("human-frame");
    setCenter(frame);
    HBox answers = new HBox(real, generated);
    answers.getStyleClass().add("human-answers");
    setBottom(answers);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
    setOnMousePressed(event -> requestFocus());
    Clicks.on(frame, event -> model.begin());
    focusedProperty().addListener((p, old, now) -> down.clear());
    model.stageProperty().addListener((p, old, now) -> show());
    model.answeredProperty().addListener((p, old, now) -> show());
  }

  private HBox head() {
    place.setMinWidth(Region.USE_PREF_SIZE);
    place.getStyleClass().add(Styles.TEXT_BOLD);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = Buttons.labelled(Feather.X, "human.cancel", model::reset);
    cancel.setId("human-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(16, place, bar, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("human-head");
    return head;
  }

  /** A large button that shows the key which does the same. */
  private Button answer(String key, String cap, boolean saysReal) {
    Label shown = new Label(cap);
    shown.getStyleClass().add("key-cap");
    Button button = new Button(Messages.text(key), shown);
    button.setContentDisplay(saysReal ? ContentDisplay.LEFT : ContentDisplay.RIGHT);
    button.setId(key.replace('.', '-'));
    button.getStyleClass().add("human-answer");
    button.setFocusTraversable(false);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setAccessibleText(Messages.text(key + ".tip"));
    Buttons.explain(button, Messages.text(key + ".tip"));
    button.setOnAction(
        event -> {
          model.answer(saysReal);
          requestFocus();
        });
    return button;
  }

  /** A key that is held down answers once. */
  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean known = code == REAL || code == GENERATED;
    boolean go = code == KeyCode.SPACE && model.stageProperty().get() == Stage.READY;
    if (known || go) {
      if (down.add(code)) {
        if (go) {
          model.begin();
        } else {
          model.answer(code == REAL);
        }
      }
      event.consume();
    } else if (code == KeyCode.ESCAPE) {
      model.reset();
      event.consume();
    }
  }

  private void show() {
    Stage stage = model.stageProperty().get();
    boolean ticks = model.testing() && model.timed();
    if (ticks) {
      timer.start();
    } else {
      timer.stop();
    }
    if (!model.testing()) {
      picture.show(null);
      return;
    }
    int number = model.answeredProperty().get() + 1;
    place.setText(Messages.text("human.place", number, model.sitting().size()));
    bar.setProgress((number - 1) / (double) model.sitting().size());
    picture.show(
        stage == Stage.SHOWN
            ? model.sitting().card().picture()
            : stage == Stage.MASKED ? model.sitting().mask() : null);
    boolean awaited = stage == Stage.SHOWN || stage == Stage.MASKED;
    real.setDisable(!awaited);
    generated.setDisable(!awaited);
    words.setText(
        switch (stage) {
          case READY ->
              Messages.text(
                  (model.paused() ? "human.paused" : "human.ready")
                      + (model.timed() ? ".timed" : ""));
          case GAP -> "+";
          default -> "";
        });
  }
}
