package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event.Changed;
import studio.saddlepoint.run.event.Event.Scalars;

/** The charts of a run that is open, arranged by their menus. */
@ExtendWith(ApplicationExtension.class)
class ChartsPanelTest {
  @TempDir private Path folder;
  private final Painter painter = new Painter();
  private Stage window;
  private StudioModel studio;
  private ChartsPanel panel;
  private HistoryCard history;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    window = stage;
  }

  @BeforeEach
  void openRun() throws Exception {
    robot = new PageRobot(new StackPane());
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    for (int step = 1; step <= 20; step++) {
      run.events()
          .append(
              new Scalars(
                  Instant.now(),
                  step,
                  Map.of(
                      "loss.generator", 1.0 / step, "d.real", 0.5, "speed.imagesPerSecond", 9.0)));
      if (step % 5 == 0) {
        run.events().append(new Changed(Instant.now(), step, "data.mirror", "false", "true"));
      }
    }
    robot.onFx(
        () -> {
          studio = PageRobot.studio(folder);
          panel = new ChartsPanel(studio, painter, (title, name) -> Optional.empty());
          history = new HistoryCard(panel::point, (from, step) -> {});
          VBox page = new VBox(panel, history);
          VBox.setVgrow(panel, Priority.ALWAYS);
          window.setScene(new Scene(page, 640, 520));
          window.show();
          studio.open(run);
        });
    robot = new PageRobot(panel);
    robot.waitFor(
        () -> {
          var open = studio.openRunProperty().get();
          return open != null && !open.loadingProperty().get() && open.history().lastStep() == 20;
        });
    robot.onFx(
        () -> {
          panel.show(studio.openRunProperty().get());
          history.show(studio.openRunProperty().get());
        });
  }

  @AfterEach
  void close() {
    painter.close();
    robot.onFx(studio::close);
  }

  private MenuItem item(String chart, String id) {
    MenuButton menu = (MenuButton) panel.lookup("#chart-menu-" + chart);
    Event.fireEvent(menu, new Event(MenuButton.ON_SHOWING));
    return menu.getItems().stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  private String note(String chart) {
    return ((Label) panel.lookup("#chart-" + chart).lookup(".mark-note")).getText();
  }

  @Test
  void aChartMovesOnlyWhereThereIsAnotherToPass() {
    robot.onFx(
        () -> {
          assertTrue(item("loss", "chart-up").isDisable());
          assertFalse(item("loss", "chart-down").isDisable());
          assertTrue(item("speed", "chart-down").isDisable());
          item("loss", "chart-down").fire();
          assertFalse(item("loss", "chart-up").isDisable());
          assertTrue(item("judgement", "chart-up").isDisable());
        });
  }

  @Test
  void theChartOnTopSaysWhereTheCrosshairIs() {
    robot.onFx(
        () -> {
          panel.point(7);
          assertEquals("Step 7", note("loss"));
          assertEquals("", note("judgement"));
          item("loss", "chart-hide").fire();
          panel.point(8);
          assertEquals("Step 8", note("judgement"));
        });
  }

  @Test
  void theCrosshairOfARunIsNotThatOfTheNext() {
    robot.onFx(
        () -> {
          panel.point(7);
          panel.show(studio.openRunProperty().get());
          assertEquals("", note("loss"));
        });
  }

  @Test
  void severalChangesAreReadTogether() throws Exception {
    robot.onFx(() -> ((ToggleButton) history.lookup("#history-open")).fire());
    robot.waitFor(() -> history.lookupAll(".history-row").size() == 4 && history.getHeight() > 160);
    robot.onFx(
        () ->
            history
                .lookupAll(".history-row")
                .forEach(
                    row ->
                        assertTrue(
                            row.getLayoutBounds().getHeight() < 64,
                            () -> "a row of two lines: " + row.getLayoutBounds().getHeight())));
  }

  @Test
  void chartsShareRowsWhereTheyCanBeRead() throws Exception {
    robot.onFx(() -> window.setWidth(1_000)); // all tests have this stage
    robot.waitFor(() -> besides());
    robot.onFx(
        () -> {
          window.setMinWidth(0);
          window.setWidth(420);
        });
    robot.waitFor(() -> !besides());
    robot.onFx(
        () -> {
          Label title = (Label) panel.lookup("#chart-speed").lookup(".card-title");
          assertEquals("Images/s", title.getText());
          assertTrue(panel.lookup("#chart-speed").lookup(".legend-name").isVisible());
        });
  }

  /** Whether the charts of speed and of FID share a row. */
  private boolean besides() {
    return panel.lookup("#chart-speed").getParent() == panel.lookup("#chart-fid").getParent();
  }
}
