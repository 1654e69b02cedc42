package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.PageRobot;

@ExtendWith(ApplicationExtension.class)
class SearchedChoiceTest {
  private SearchedChoice choice;
  private PageRobot page;

  @Start
  void open(Stage stage) {
    choice = new SearchedChoice();
    choice.offer(IntStream.range(0, 100).mapToObj(i -> "class " + i).toList());
    choice.getSelectionModel().select(0);
    page = new PageRobot(choice);
    stage.setScene(new Scene(choice, 200, 300));
    stage.show();
  }

  @Test
  void aNameIsFoundByAPartOfItByKeysAlone(FxRobot robot) throws Exception {
    page.onFx(choice::requestFocus);
    robot.push(KeyCode.DOWN);
    page.waitFor(choice::isShowing);
    assertEquals(
        "Part of a name",
        page.ask(() -> ((TextField) choice.lookup("#search")).getAccessibleText()));
    robot.write("87");
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    page.waitFor(() -> choice.getSelectionModel().getSelectedIndex() == 87);
    page.waitFor(() -> !choice.isShowing());
  }

  @Test
  void fewerNamesTakeThePlaceOfMany() {
    page.onFx(
        () -> {
          choice.getSelectionModel().select(99);
          choice.offer(List.of("all"));
          choice.getSelectionModel().select(0);
        });
    assertEquals("all", page.ask(() -> choice.getValue()));
  }
}
