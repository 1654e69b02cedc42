package studio.saddlepoint.app.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.app.fx.TermEvent;

@ExtendWith(ApplicationExtension.class)
class LabWindowTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  @Test
  void aTermOfTheGlossaryLeadsToWhereItIsSeen() throws Exception {
    openStudio();
    ask(
        () -> {
          stage.getScene().getRoot().lookup(".rail").fireEvent(new TermEvent("oscillation"));
          return true;
        });
    waitFor(() -> stage.getScene().getRoot().lookup("#glossary-lab") != null);
    ask(
        () -> {
          find("#glossary-lab", Hyperlink.class).fire();
          return true;
        });
    waitFor(() -> model.pageProperty().get().equals("lab"));
    waitFor(() -> stage.getScene().getRoot().lookup("#lab-orbit-canvas") != null);
    waitFor(() -> showsNow("1.0050 times"));
    assertFalse(ask(() -> find(".glossary", Node.class).isVisible()));
    assertTrue(ask(() -> find("#rail-lab", Node.class).isVisible()));
  }
}
