package studio.saddlepoint.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.RunFolder;

/** The page in a window, with three runs: two of one recipe with one difference. */
@ExtendWith(ApplicationExtension.class)
class ComparePageTest {
  @TempDir private Path home;

  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private StudioModel studio;
  private CompareModel model;
  private ComparePage page;
  private PageRobot robot;
  private Stage stage;
  private RunFolder plain;
  private RunFolder wide;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @BeforeEach
  void open() throws Exception {
    Path runs = Home.at(home).runs();
    plain = MadeRuns.make(runs, MadeRuns.BASE, 40);
    wide = MadeRuns.make(runs, MadeRuns.BASE.with("generator.width", 8), 30);
    MadeRuns.score(plain, 40, "Pixels", 20);
    MadeRuns.score(wide, 30, "Pixels", 15);
    MadeRuns.make(
        runs,
        MadeRuns.BASE
            .with("title", "DCGAN on Shapes")
            .with("name", "dcgan-shapes")
            .with("data.source", "shapes")
            .with("seed", 8L),
        10);
    robot =
        WaitForAsyncUtils.waitForAsyncFx(
            120_000,
            () -> {
              studio = PageRobot.studio(home);
              PageRobot.listen(studio, notices::add);
              model = new CompareModel(studio);
              page = new ComparePage(studio, model);
              return PageRobot.open(stage, page);
            });
    robot.waitFor(() -> studio.runs().size() == 3);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private void compare() throws Exception {
    robot.onFx(() -> model.chooseOnly(List.of(plain.path(), wide.path())));
    robot.waitFor(
        () -> model.runs().size() == 2 && model.runs().stream().noneMatch(ComparedRun::loading));
  }

  private boolean hasId(String id) {
    return robot.ask(
        () ->
            page.content().lookupAll("*").stream()
                .anyMatch(node -> id.equals(node.getId()) && node.isVisible()));
  }

  @Test
  void withoutRunsItSaysWhatToDoAndOffersSets() throws Exception {
    assertTrue(robot.shows("Which runs?"));
    robot.waitFor(() -> robot.has("#compare-set-newest-offer"));
    robot.press("#compare-set-change-offer");
    robot.waitFor(() -> model.runs().size() == 2);
    assertEquals(
        List.of(plain.path().toString(), wide.path().toString()),
        robot.ask(() -> model.runs().stream().map(ComparedRun::id).toList()));
  }

  @Test
  void runsAreFoundAndChosenByTheKeyboard() throws Exception {
    assertTrue(robot.ask(page::find));
    TextField find = robot.find("#compare-find", TextField.class);
    assertTrue(robot.ask(find::isFocused));
    robot.onFx(() -> find.setText("dcgan strokes"));
    ListView<?> list = robot.find("#compare-runs", ListView.class);
    robot.waitFor(() -> list.getItems().size() == 2);
    robot.key(find, KeyCode.DOWN);
    assertTrue(robot.ask(list::isFocused));
    robot.key(list, KeyCode.SPACE);
    robot.waitFor(() -> model.state().chosen().size() == 1);
    robot.key(list, KeyCode.DOWN);
    robot.key(list, KeyCode.ENTER);
    robot.waitFor(() -> model.state().chosen().size() == 2);
    robot.key(list, KeyCode.SPACE);
    robot.waitFor(() -> model.state().chosen().size() == 1);
    assertTrue(robot.shows("And which other run?"));
    robot.press("#compare-clear");
    assertEquals(0, robot.ask(() -> model.state().chosen().size()));
  }

  @Test
  void curvesAreLaidOverEachOtherAndHiddenEverywhere() throws Exception {
    compare();
    robot.waitFor(() -> hasId("overlaid-loss.generator"));
    assertTrue(robot.shows("Losses: Discriminator"));
    ToggleButton chip =
        robot.ask(
            () ->
                (ToggleButton)
                    page
                        .content()
                        .lookup("#compare-chosen")
                        .lookupAll(".compare-chip-name")
                        .stream()
                        .findFirst()
                        .orElseThrow());
    robot.onFx(chip::fire);
    assertEquals(1, robot.ask(() -> model.shown().size()));
    assertTrue(robot.ask(() -> chip.getAccessibleText().endsWith(", hidden")));
    robot.onFx(chip::fire);
    assertEquals(2, robot.ask(() -> model.shown().size()));
    MenuButton charts = robot.find("#compare-charts", MenuButton.class);
    robot.onFx(() -> charts.getOnShowing().handle(null)); // it is filled when it opens
    robot.onFx(
        () -> {
          CheckMenuItem first = (CheckMenuItem) charts.getItems().get(0);
          first.setSelected(false);
          first.fire();
        });
    robot.waitFor(() -> !hasId("overlaid-loss.generator") && hasId("overlaid-loss.discriminator"));
    robot.choose("#compare-charts", "compare-charts-usual");
    robot.waitFor(() -> hasId("overlaid-loss.generator"));
  }

  @Test
  void sheetsMoveInStepAndAreWipedByTheKeyboard() throws Exception {
    compare();
    robot.press("#compare-by-sheets");
    robot.waitFor(() -> robot.shows("Step 40 · EMA") && robot.shows("Step 30 · EMA"));
    Slider scrubber = robot.find("#compare-scrubber", Slider.class);
    robot.onFx(() -> scrubber.setValue(0));
    robot.waitFor(() -> !robot.shows("Step 40 · EMA") && robot.shows("Step 10 · EMA"));
    robot.onFx(() -> robot.find("#compare-wipe", ToggleButton.class).fire());
    Node wipe = robot.find("#compare-wipe-view", Node.class);
    robot.key(wipe, KeyCode.RIGHT);
    assertEquals(0.52, robot.ask(() -> model.state().sheets().line()), 1e-9);
    robot.key(wipe, KeyCode.HOME);
    assertEquals(0, robot.ask(() -> model.state().sheets().line()), 1e-9);
    assertTrue(robot.ask(wipe::getAccessibleText).contains("0 %"));
  }

  @Test
  void scoresAreInOneTableWithTheBestOnTop() throws Exception {
    compare();
    robot.press("#compare-by-scores");
    TableView<?> table = robot.find("#compare-scores", TableView.class);
    robot.waitFor(() -> table.getItems().size() == 2);
    robot.waitFor(() -> best(table).isPresent());
    assertEquals("15.00", best(table).orElseThrow());
    assertTrue(robot.shows("Of each run the line with its best FID"));
  }

  private Optional<String> best(TableView<?> table) {
    return robot.ask(
        () ->
            table.lookupAll(".compare-best").stream()
                .map(node -> ((Labeled) node).getText())
                .findFirst());
  }

  @Test
  void onlyWhatDiffersIsInTheTableOfRecipes() throws Exception {
    compare();
    robot.press("#compare-by-recipes");
    TableView<?> table = robot.find("#compare-differences", TableView.class);
    robot.waitFor(() -> table.getItems().size() == 1);
    assertTrue(robot.shows("One setting differs. All others are the same."));
    robot.waitFor(() -> robot.shows("Generator: Width"));
    robot.onFx(
        () -> {
          model.drop(wide.path().toString());
          model.choose(plain.path());
        });
    robot.waitFor(() -> robot.shows("And which other run?"));
  }

  @Test
  void anEventFileIsLaidBesideThem() throws Exception {
    Path file = MadeRuns.eventFile(wide, home.resolve("elsewhere"));
    robot.onFx(
        () -> {
          model.choose(plain.path());
          model.addForeign(file);
        });
    robot.waitFor(() -> hasId("overlaid-loss.generator"));
    assertTrue(robot.shows("elsewhere (TensorBoard)"));
    robot.press("#compare-by-recipes");
    assertTrue(robot.shows("Two runs of this program have recipes to compare"));
    Path broken = Files.write(home.resolve("events.out.tfevents.1"), MadeRuns.noise());
    robot.onFx(() -> model.addForeign(broken));
    robot.waitFor(() -> !notices.isEmpty());
    assertFalse(robot.ask(() -> model.state().has(broken.toString())));
  }
}
