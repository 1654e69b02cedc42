package studio.saddlepoint.app.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.StudioFixture;

@ExtendWith(ApplicationExtension.class)
class GlossaryCardTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private boolean isShown() {
    return find(".glossary", Node.class).isVisible();
  }

  private String chosen() {
    ListView<?> list = find("#glossary-list", ListView.class);
    return ((GlossaryEntry) list.getSelectionModel().getSelectedItem()).id();
  }

  @Test
  void aClickOnATermOpensItsEntryAndEscapeClosesIt(FxRobot robot) throws Exception {
    trainDcgan();
    Node title = find("#chart-loss .card-title", Label.class);
    robot.clickOn(title);
    waitFor(this::isShown);
    assertEquals("loss", chosen());
    double list = ask(() -> find("#glossary-list", ListView.class).getHeight());
    double card = ask(() -> find(".glossary", VBox.class).getHeight());
    assertTrue(list > 0.35 * card, () -> "the list has " + list + " of " + card);
    waitFor(() -> showsNow("one falls as the other rises"));
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> !isShown());
  }

  @Test
  void aSettingsNameLeadsToItsEntry(FxRobot robot) throws Exception {
    trainDcgan();
    Node name =
        ask(
            () ->
                stage.getScene().getRoot().lookupAll(".term").stream()
                    .filter(
                        each -> each instanceof Label label && label.getText().equals("Batch size"))
                    .findFirst()
                    .orElseThrow());
    ask(
        () -> {
          name.fireEvent(click());
          return true;
        });
    waitFor(this::isShown);
    assertEquals("batch-size", chosen());
  }

  @Test
  void whatADataSetHoldsBackIsExplained() throws Exception {
    openStudio();
    press("#rail-data");
    press("#data-source-Strokes");
    waitFor(() -> stage.getScene().getRoot().lookup(".data-heading .term") != null);
    ask(
        () -> {
          find(".data-heading .term", Label.class).fireEvent(click());
          return true;
        });
    waitFor(this::isShown);
    assertEquals("held-out", chosen());
  }

  /** Of the first button; the place does not matter to who gets it. */
  private static MouseEvent click() {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void theRailOpensItAndASearchFinds(FxRobot robot) throws Exception {
    openStudio();
    press("#glossary-open");
    waitFor(this::isShown);
    TextField search = find("#glossary-search", TextField.class);
    waitFor(search::isFocused);
    robot.write("slerp");
    waitFor(() -> chosen().equals("interpolation"));
    press("#glossary-open");
    waitFor(() -> !isShown());
  }
}
