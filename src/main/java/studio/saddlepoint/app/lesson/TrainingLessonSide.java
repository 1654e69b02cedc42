package studio.saddlepoint.app.lesson;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.lesson.TrainingLessonModel.Side;
import studio.saddlepoint.recipe.Recipe;

/** One training of a lesson: its samples, what it makes of real pictures, its numbers. */
final class TrainingLessonSide extends VBox {
  private static final double SIZE = 320;
  private static final double STRIP = 72;

  private final PictureView sheet = new PictureView();
  private final PictureView reconstructions = new PictureView();
  private final Label nothing = new Label(Messages.text("lesson.nothing"));
  private final Label step = new Label();
  private final Label inversion = LessonPage.words("");
  private final HBox numbers = new HBox(24);
  private final Button open;
  private @Nullable Side shown;

  TrainingLessonSide(StudioModel studio, TrainingLessonModel model, int place) {
    super(8);
    Recipe recipe = model.recipes().get(place);
    getStyleClass().addAll("card", "lesson-side");
    Label title = new Label(recipe.title());
    title.getStyleClass().add(Styles.TITLE_4);
    sheet.setSmooth(true);
    sheet.setMinSize(SIZE, SIZE);
    sheet.setPrefSize(SIZE, SIZE);
    sheet.setMaxSize(SIZE, SIZE);
    sheet.setAccessibleText(Messages.text("lesson.sheet", recipe.title()));
    reconstructions.setSmooth(true);
    reconstructions.setMinSize(SIZE, STRIP);
    reconstructions.setPrefSize(SIZE, STRIP);
    reconstructions.setMaxSize(SIZE, STRIP);
    reconstructions.setAccessibleText(Messages.text("sheet.reconstructions"));
    reconstructions.managedProperty().bind(reconstructions.visibleProperty());
    step.getStyleClass().add("muted");
    open =
        Buttons.labelled(
            Feather.EXTERNAL_LINK,
            "lesson.open",
            () -> {
              Side now = shown;
              if (now != null) {
                studio.open(now.run().path(), false);
                studio.pageProperty().set("train");
              }
            });
    open.setId("lesson-open-" + place);
    open.disableProperty().bind(model.runningProperty().isNotNull());
    open.setVisible(false);
    numbers.setAlignment(Pos.CENTER_LEFT);
    nothing.getStyleClass().add("muted");
    StackPane frame = new StackPane(nothing, sheet);
    frame.getStyleClass().add("lesson-sheet");
    getChildren().addAll(title, frame, step, numbers, inversion, reconstructions, open);
    model.sideProperty(place).addListener((p, old, now) -> show(now));
    show(model.sideProperty(place).get());
  }

  private void show(@Nullable Side now) {
    shown = now;
    nothing.setVisible(now == null);
    open.setVisible(now != null);
    numbers.getChildren().clear();
    if (now == null) {
      sheet.show(null);
      reconstructions.show(null);
      reconstructions.setVisible(false);
      step.setText("");
      inversion.setText("");
      return;
    }
    sheet.show(now.sheet().orElse(null));
    step.setText(Messages.text("sheet.step", Texts.count(now.step())));
    reconstructions.setVisible(now.reconstructions().isPresent());
    reconstructions.show(now.reconstructions().orElse(null));
    inversion.setText(
        Messages.text(now.reconstructions().isPresent() ? "lesson.inverts" : "lesson.inverts.not"));
    for (String key : new String[] {"precision", "recall", "fid"}) {
      Double value = now.values().get(key);
      if (value != null) {
        numbers.getChildren().add(number(key, value));
      }
    }
  }

  private static VBox number(String key, double value) {
    Label name = new Label(Messages.text("lesson." + key));
    name.getStyleClass().addAll("muted", Styles.TEXT_SMALL);
    Label text = new Label(String.format(Locale.ENGLISH, value < 2 ? "%.3f" : "%.1f", value));
    text.getStyleClass().add(Styles.TITLE_4);
    text.setId("lesson-" + key);
    return new VBox(name, text);
  }
}
