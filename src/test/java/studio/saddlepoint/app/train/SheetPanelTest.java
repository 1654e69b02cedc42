package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.SheetSample;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;

/** The sheets of a run that is open, with and without those of the raw weights. */
@ExtendWith(ApplicationExtension.class)
class SheetPanelTest {
  private static final int MEAN = 0xFF111111;
  private static final int RAW = 0xFF222222;

  @TempDir private Path folder;

  private final List<LookEvent> looks = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private Stage window;
  private StudioModel studio;
  private SheetPanel panel;
  private PageRobot robot;
  private RunFolder run;

  @Start
  void open(Stage stage) {
    window = stage;
  }

  @AfterEach
  void close() {
    robot.onFx(studio::close);
  }

  /** In a panel about as wide as that of the program's smallest window. */
  private void openRun() throws Exception {
    robot = new PageRobot(new javafx.scene.layout.StackPane());
    robot.onFx(
        () -> {
          studio = PageRobot.studio(folder);
          panel = new SheetPanel(studio, this::place);
          panel.addEventHandler(LookEvent.ASKED, looks::add);
          window.setScene(new Scene(panel, 282, 700));
          window.show();
          studio.open(run);
        });
    robot = new PageRobot(panel);
    int sheets = (int) run.events().read().stream().filter(Event.Sheet.class::isInstance).count();
    robot.waitFor(
        () -> {
          var open = studio.openRunProperty().get();
          return open != null && open.history().sheets().size() == sheets;
        });
    robot.onFx(() -> panel.show(studio.openRunProperty().get()));
    robot.waitFor(() -> chip().isVisible());
  }

  private Optional<Path> place(String title, String name) {
    names.add(name.replace(run.id(), "RUN"));
    return Optional.of(folder.resolve(name));
  }

  private static Picture plain(int argb, int columns, int rows) {
    int width = columns * 10 - 2;
    int height = rows * 10 - 2;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, argb);
    return new Picture(width, height, pixels);
  }

  /** A sheet of pictures of 8 pixels. */
  private void sheet(long step, int columns, int rows, int classes, boolean raw) {
    Picture mean = plain(MEAN, columns, rows);
    Map<SheetCompanion, Picture> beside =
        raw ? Map.of(SheetCompanion.RAW, plain(RAW, columns, rows)) : Map.of();
    String file = run.saveSheet(step, new SheetPictures(mean, beside));
    run.events().append(new Event.Sheet(Instant.now(), step, file, columns, rows, true, classes));
  }

  private void begin() {
    run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    run.events().append(new Event.Begun(Instant.now(), 0, "cpu", false));
  }

  private Label chip() {
    return robot.find(".sheet-captions .chip", Label.class);
  }

  private List<SheetView> seen() {
    return robot.ask(
        () ->
            panel.lookupAll(".sheet-view").stream()
                .filter(Node::isVisible)
                .map(SheetView.class::cast)
                .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                .toList());
  }

  private List<Integer> colours() {
    return seen().stream()
        .map(each -> Objects.requireNonNull(each.sheet()).picture().argb()[0])
        .toList();
  }

  private boolean compares() {
    return robot.find(".sheet-compare", Node.class).isVisible();
  }

  private Picture saved() throws Exception {
    int before = names.size();
    robot.press("#sheet-save");
    assertEquals(before + 1, names.size());
    Path file = folder.resolve(names.get(before).replace("RUN", run.id()));
    robot.waitFor(() -> Files.isRegularFile(file));
    var image = Pngs.decode(Files.readAllBytes(file));
    int width = image.getWidth();
    int height = image.getHeight();
    return new Picture(
        width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width));
  }

  @Test
  void whereThereIsNoPictureOfTheRawWeightsNothingIsToBeChosen() throws Exception {
    begin();
    sheet(20, 4, 4, 0, false);
    openRun();
    assertFalse(compares());
    assertEquals(List.of(MEAN), colours());
    assertEquals("EMA", chip().getText());
    saved();
    assertEquals(List.of("RUN-step-20.png"), names);
  }

  @Test
  void theRawWeightsAreChosenAndStayChosenFromSheetToSheet() throws Exception {
    begin();
    sheet(20, 4, 4, 0, true);
    sheet(30, 4, 4, 0, false);
    sheet(40, 4, 4, 0, true);
    openRun();
    assertTrue(compares());
    assertEquals(List.of(MEAN), colours());
    robot.press("#sheet-compare-raw");
    assertEquals(List.of(RAW), colours());
    assertEquals("Raw", chip().getText());
    assertArrayEquals(plain(RAW, 4, 4).argb(), saved().argb());
    assertEquals(List.of("RUN-step-40-raw.png"), names);
    robot.onFx(() -> robot.find("#sheet-scrubber", Slider.class).setValue(1));
    robot.waitFor(() -> !compares());
    assertEquals(List.of(MEAN), colours());
    assertEquals("EMA", chip().getText());
    robot.onFx(() -> robot.find("#sheet-scrubber", Slider.class).setValue(0));
    robot.waitFor(this::compares);
    assertEquals(List.of(RAW), colours());
  }

  @Test
  void bothStandSideBySideWithTheirNamesAndAreSavedAsOnePicture() throws Exception {
    begin();
    sheet(20, 4, 4, 0, true);
    openRun();
    robot.press("#sheet-compare-both");
    assertEquals(List.of(MEAN, RAW), colours());
    assertEquals("Both", chip().getText());
    assertTrue(robot.shows("Averaged weights"));
    assertTrue(robot.shows("Raw weights"));
    SheetView left = seen().get(0);
    SheetView right = seen().get(1);
    assertEquals(left.getWidth(), right.getWidth(), 0.01);
    assertTrue(left.getLayoutX() + left.getWidth() <= right.getLayoutX());
    assertEquals("Samples, Averaged weights: look closer", left.getAccessibleText());
    assertEquals("Samples, Raw weights: look closer", right.getAccessibleText());
    Picture both = saved();
    assertEquals(List.of("RUN-step-20-averaged-and-raw.png"), names);
    assertEquals(38 + 16 + 38, both.width());
    assertEquals(38, both.height());
    assertEquals(MEAN, both.argb()[0]);
    assertEquals(RAW, both.argb()[both.width() - 1]);
    robot.press("#sheet-compare-averaged");
    assertFalse(robot.find(".sheet-compare", Node.class).isDisabled());
    assertEquals(List.of(MEAN), colours());
  }

  @Test
  void eachSampleIsLookedAtAndExploredWithTheWeightsThatDrewIt() throws Exception {
    begin();
    sheet(20, 4, 4, 0, true);
    openRun();
    robot.press("#sheet-compare-both");
    for (SheetView view : seen()) {
      assertTrue(view.isFocusTraversable());
      robot.key(view, KeyCode.ENTER);
    }
    assertEquals(2, looks.size());
    Look mean = looks.get(0).looks().get(0);
    Look raw = looks.get(1).looks().get(0);
    assertEquals("averaged", mean.notes().get("weights"));
    assertEquals("raw", raw.notes().get("weights"));
    assertEquals(MEAN, mean.picture().argb()[0]);
    assertEquals(RAW, raw.picture().argb()[0]);
    assertEquals(run.id() + "-step-20-sample-1", mean.name());
    assertEquals(run.id() + "-step-20-raw-sample-1", raw.name());
    assertFalse(explored(raw).averaged());
    assertTrue(explored(mean).averaged());
    assertEquals(explored(mean).point(), explored(raw).point());
  }

  private SheetSample explored(Look look) {
    return robot.ask(
        () -> {
          look.lead().orElseThrow().go().run();
          return Objects.requireNonNull(studio.toExploreProperty().get());
        });
  }

  @Test
  void pagesOfClassesAreTurnedOnBoth() throws Exception {
    begin();
    sheet(20, 10, 40, 100, true);
    openRun();
    robot.press("#sheet-classes-after");
    robot.press("#sheet-compare-both");
    robot.waitFor(() -> samePages());
    int pages = seen().get(0).pagesProperty().get();
    assertTrue(pages > 1);
    robot.press("#sheet-classes-before");
    robot.waitFor(() -> samePages() && page() == 0);
    robot.press("#sheet-classes-after");
    robot.waitFor(() -> samePages() && page() == 1);
    robot.onFx(() -> window.setWidth(500)); // other pages
    robot.waitFor(() -> samePages());
  }

  private int page() {
    return seen().get(0).pageProperty().get();
  }

  private boolean samePages() {
    List<SheetView> both = seen();
    return both.size() == 2
        && both.get(0).pagesProperty().get() == both.get(1).pagesProperty().get()
        && both.get(0).pageProperty().get() == both.get(1).pageProperty().get();
  }

  @Test
  void theChoiceIsReachedByTheKeyboardAndExplained() throws Exception {
    begin();
    sheet(20, 4, 4, 0, true);
    openRun();
    ToggleButton averaged = robot.find("#sheet-compare-averaged", ToggleButton.class);
    ToggleButton raw = robot.find("#sheet-compare-raw", ToggleButton.class);
    ToggleButton both = robot.find("#sheet-compare-both", ToggleButton.class);
    for (ToggleButton each : List.of(averaged, raw, both)) {
      assertTrue(each.isFocusTraversable());
      assertTrue(each.getAccessibleText().startsWith("Weights of the samples: "));
    }
    assertTrue(both.getTooltip().getText().contains("Yazıcı"), both.getTooltip().getText());
    robot.onFx(averaged::requestFocus);
    robot.key(averaged, KeyCode.RIGHT);
    assertEquals(List.of(RAW), colours());
    robot.key(raw, KeyCode.RIGHT);
    assertEquals(List.of(MEAN, RAW), colours());
  }
}
