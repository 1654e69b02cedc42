package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What takes time when pages and themes are switched is done once. */
@ExtendWith(ApplicationExtension.class)
class PagesStayTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private List<Node> places() {
    return ask(() -> List.copyOf(find("#page-stage", Pane.class).getChildren()));
  }

  private long seen() {
    return ask(() -> places().stream().filter(Node::isVisible).count());
  }

  private void visit(String... pages) throws Exception {
    for (String page : pages) {
      press("#rail-" + page);
      waitFor(() -> model.pageProperty().get().equals(page));
    }
  }

  @Test
  void pagesThatWereShownStayInTheSceneUnseen() throws Exception {
    openStudio();
    visit("data", "evaluate");
    List<Node> before = places();
    assertEquals(3, before.size()); // the start page too
    assertEquals(1, seen());
    visit("data", "evaluate", "data");
    assertEquals(before, places());
    assertEquals(1, seen());
    assertTrue(ask(() -> before.get(1).isVisible() && before.get(1).isManaged()));
  }

  @Test
  void onlyThePageThatIsShownIsColouredAnew() throws Exception {
    openStudio();
    visit("data", "evaluate");
    Node shown = places().get(2);
    press("#theme-switch");
    assertEquals(List.of(shown), places());
    visit("data");
    assertEquals(2, places().size());
    assertEquals(1, seen());
    press("#theme-switch");
  }
}
