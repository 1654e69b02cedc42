package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.recipe.parameter.ScheduleShape;

/** The button beside a live number, and the pieces of its schedule below. */
@ExtendWith(ApplicationExtension.class)
class ScheduleEditorTest extends StudioFixture {
  private static final String KEY = "generator.optimizer.learningRate";

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  /** Ids have dots, which a selector cannot name. */
  private @Nullable Node node(String id) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElse(null);
  }

  private void press(String id, FxRobot robot) {
    ask(
        () -> {
          node(id).requestFocus();
          return true;
        });
    robot.push(KeyCode.SPACE);
  }

  private void type(String id, String text, FxRobot robot) {
    ask(
        () -> {
          node(id).requestFocus();
          ((TextField) node(id)).setText(text);
          return true;
        });
    robot.push(KeyCode.ENTER);
  }

  private String text() {
    return ask(() -> field(KEY).getText());
  }

  @Test
  void piecesAreMadeChangedAndTakenAwayByTheKeyboard(FxRobot robot) throws Exception {
    openStudio();
    Platform.runLater(() -> model.draft(Recipes.embedded().get(0)));
    waitFor(() -> node("schedule-open-" + KEY) != null);
    String plain = text();
    press("schedule-open-" + KEY, robot);
    waitFor(() -> node("schedule-" + KEY) != null);
    press("schedule-add-" + KEY, robot);
    waitFor(() -> field(KEY).getText().equals("linear(" + plain + "..0, 100%)"));
    Polyline curve = (Polyline) ask(() -> node("schedule-" + KEY).lookup(".schedule-curve"));
    waitFor(() -> curve.getPoints().size() > 100);
    type("schedule-over-0-" + KEY, "40%", robot);
    waitFor(() -> field(KEY).getText().endsWith("..0, 40%)"));
    press("schedule-add-" + KEY, robot);
    waitFor(
        () -> field(KEY).getText().equals("linear(" + plain + "..0, 20%) then constant(0, 20%)"));
    ask(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<ScheduleShape> shape = (ComboBox<ScheduleShape>) node("schedule-shape-0-" + KEY);
          shape.setValue(ScheduleShape.COSINE);
          return true;
        });
    waitFor(() -> field(KEY).getText().startsWith("cosine("));
    type("schedule-to-0-" + KEY, "-3", robot);
    waitFor(() -> node("field-" + KEY).getPseudoClassStates().toString().contains("danger"));
    assertTrue(text().startsWith("cosine(" + plain + "..0,"), text());
    type("schedule-to-0-" + KEY, "1e-5", robot);
    waitFor(() -> field(KEY).getText().startsWith("cosine(" + plain + "..1e-5,"));
    press("schedule-remove-1-" + KEY, robot);
    waitFor(() -> field(KEY).getText().equals("cosine(" + plain + "..1e-5, 20%)"));
    press("schedule-remove-0-" + KEY, robot);
    waitFor(() -> field(KEY).getText().equals(plain));
    press("schedule-open-" + KEY, robot);
    waitFor(() -> node("schedule-" + KEY) == null);
    assertEquals(plain, text());
  }
}
