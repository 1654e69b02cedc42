package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.UserDataSources;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.train.plan.PlanTime;

/** A person says which pictures and how long; the recipe for that comes first. */
final class PlanBox extends VBox {
  private static final Duration PATIENCE = Duration.millis(300);

  private final StudioModel studio;
  private final Thumbnails thumbnails;
  private final PlanModel model;
  private final ComboBox<String> data = new ComboBox<>();
  private final ProgressBox progress = new ProgressBox();
  private final VBox answer = new VBox();

  /** The id of what had the keyboard before there was progress. */
  private String before = "";

  /** While the list of data sets is filled again, nobody chooses. */
  private boolean filling;

  PlanBox(StudioModel studio, Thumbnails thumbnails, PlanModel model) {
    this.studio = studio;
    this.thumbnails = thumbnails;
    this.model = model;
    setId("plan");
    getStyleClass().add("plan");
    Label title = new Label(Messages.text("plan.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    getChildren().addAll(title, choices(), progress, answer);
    model.stateProperty().addListener((p, old, now) -> show(now));
    studio.sources().all().addListener((ListChangeListener<String>) change -> listData());
    studio.trainings().addListener((ListChangeListener<OpenRun>) change -> showAgain());
    model.begin();
  }

  private Node choices() {
    data.setId("plan-data");
    data.setAccessibleText(Messages.text("plan.data"));
    Buttons.explain(data, Messages.text("plan.data.tip"));
    data.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String source) {
            return source == null ? "" : UserDataSources.name(source);
          }

          @Override
          public String fromString(String name) {
            return name;
          }
        });
    data.valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!filling && now != null) {
                model.choose(now);
              }
            });
    listData();
    Segments<PlanTime> time =
        new Segments<>(
            Messages.text("plan.time"),
            List.of(PlanTime.values()),
            each -> "plan.time." + each.id());
    time.valueProperty().set(model.time());
    time.valueProperty().addListener((p, old, now) -> model.choose(now));
    Label learn = new Label(Messages.text("plan.data"));
    learn.setLabelFor(data);
    FlowPane choices =
        new FlowPane(24, 8, row(learn, data), row(new Label(Messages.text("plan.time")), time));
    choices.setRowValignment(VPos.CENTER);
    return choices;
  }

  private static HBox row(Label label, Node control) {
    label.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(8, label, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void listData() {
    model.forgotten();
    filling = true;
    data.getItems().setAll(model.sources());
    data.setValue(model.source());
    filling = false;
  }

  private void showAgain() {
    if (model.stateProperty().get() instanceof PlanModel.State.Ready) {
      show(model.stateProperty().get());
    }
  }

  private void show(PlanModel.State state) {
    if (state instanceof PlanModel.State.Working working) {
      PauseTransition patience = new PauseTransition(PATIENCE);
      patience.setOnFinished(event -> showProgress(working));
      patience.play();
      return;
    }
    String keyboard = keyboard();
    progress.show(null, null);
    answer.setDisable(false);
    answer.getChildren().clear();
    if (state instanceof PlanModel.State.Ready ready) {
      answer.getChildren().add(new PlanCard(studio, thumbnails, model, ready.plan()));
    } else if (state instanceof PlanModel.State.Refused refused && !refused.message().isEmpty()) {
      Label message = new Label(refused.message());
      message.setId("plan-refused");
      message.setWrapText(true);
      message.setMinHeight(USE_PREF_SIZE);
      message.getStyleClass().add("muted");
      answer.getChildren().add(message);
    }
    if (!keyboard.isEmpty()) {
      Node same = answer.lookup("#" + keyboard);
      studio.ui().execute(same == null ? data::requestFocus : same::requestFocus);
    }
  }

  /** What is known already is planned at once, and a bar for a moment would only flicker. */
  private void showProgress(PlanModel.State.Working working) {
    if (model.stateProperty().get() == working) {
      before = keyboard();
      progress.show(working.task(), before.isEmpty() ? null : getScene().getFocusOwner());
      answer.setDisable(true);
    }
  }

  /** The id of the button that has the keyboard, or had it before there was progress. */
  private String keyboard() {
    if (progress.isFocusWithin()) {
      return before;
    }
    Node focused = answer.isFocusWithin() ? getScene().getFocusOwner() : null;
    return focused == null || focused.getId() == null ? "" : focused.getId();
  }
}
