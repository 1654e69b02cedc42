package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.grid.PlaneAxis;
import studio.saddlepoint.app.explore.grid.PlaneState;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.BetweenInW;
import studio.saddlepoint.latent.ClassMix;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.InPlane;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.TorchEngine;

/** Planes, grids, mixed classes and ways in w on the page. */
@ExtendWith(ApplicationExtension.class)
class GridExploreTest {
  private static final List<String> CLASSES = List.of("zero", "one", "two");

  @TempDir static Path folder;

  private final List<LookEvent> looks = new ArrayList<>();
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    TorchEngine.start(Progress.NONE);
    studio = PageRobot.studio(folder);
    page = new ExplorePage(studio, new SnapshotWeights());
    robot = PageRobot.open(stage, page);
    page.content().addEventHandler(LookEvent.ASKED, looks::add);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private void open(Checkpoint checkpoint, String view) throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> page.model().subjectProperty().get() != null);
    robot.pick("#explore-view", view);
    if (!view.equals("Picture")) {
      robot.waitFor(() -> grid() != null && grid().kind() == page.model().canvasProperty().get());
    }
  }

  private GridPart.Gridded grid() {
    return page.model().grids().drawnProperty().get();
  }

  private ExploreState state() {
    return robot.ask(() -> page.model().state());
  }

  /** At a place of the node. */
  private void mouse(Node node, EventType<MouseEvent> type, double x, double y, boolean shift) {
    robot.onFx(
        () -> {
          Point2D at = node.localToScene(x, y);
          node.fireEvent(
              new MouseEvent(
                  type,
                  at.getX(),
                  at.getY(),
                  at.getX(),
                  at.getY(),
                  MouseButton.PRIMARY,
                  1,
                  shift,
                  false,
                  false,
                  false,
                  true,
                  false,
                  false,
                  false,
                  false,
                  true,
                  null));
        });
  }

  private void key(Node node, KeyCode code, boolean shift) {
    robot.onFx(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  @Test
  void onePlaneIsDraggedZoomedAndTaken() throws Exception {
    open(TinyGenerator.checkpoint(List.of(), 1), "Plane");
    assertEquals(49, grid().pictures().pictures().size());
    robot.waitFor(() -> page.model().grids().chosenProperty().get() != null);
    Node pad = robot.find("#plane", Node.class);
    PlaneState before = state().plane();
    double middle = robot.ask(() -> pad.getBoundsInLocal().getHeight()) / 2;
    double left = 60;
    mouse(pad, MouseEvent.MOUSE_PRESSED, left, middle, false);
    mouse(pad, MouseEvent.MOUSE_DRAGGED, left + 20, middle, false);
    PlaneState dragged = state().plane();
    assertFalse(before.x() == dragged.x() && before.y() == dragged.y());
    assertEquals(before.window(), dragged.window());
    mouse(pad, MouseEvent.MOUSE_PRESSED, left, middle, true);
    mouse(pad, MouseEvent.MOUSE_DRAGGED, left + 20, middle, true);
    assertEquals(dragged.x(), state().plane().x());
    assertTrue(state().plane().window().x() < before.window().x(), "the pad follows the hand");
    robot.onFx(
        () ->
            pad.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    middle,
                    middle,
                    middle,
                    middle,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    0,
                    40,
                    0,
                    40,
                    null,
                    0,
                    null,
                    0,
                    0,
                    null)));
    double closer = state().plane().window().reach();
    assertTrue(closer < before.window().reach());
    key(pad, KeyCode.MINUS, false);
    assertTrue(state().plane().window().reach() > closer);
    key(pad, KeyCode.RIGHT, false);
    assertTrue(state().plane().x() > dragged.x());
    key(pad, KeyCode.UP, true);
    robot.press("#plane-home");
    assertEquals(PlaneState.first().window(), state().plane().window());
    long c = ((LatentPoint.Seed) state().plane().c()).seed();
    robot.press("#plane-resample");
    assertFalse(c == ((LatentPoint.Seed) state().plane().c()).seed());
    robot.onFx(
        () -> {
          TextField third = robot.find("#plane-c", TextField.class);
          third.setText("77");
          third.getOnAction().handle(null);
        });
    assertEquals(new LatentPoint.Seed(77), state().plane().c());
    LatentPoint b = state().b();
    robot.press("#plane-take-b");
    robot.waitFor(() -> !page.model().state().b().equals(b));
    assertTrue(state().b() instanceof InPlane, state().b().toString());
    assertEquals(1, state().plane().x(), "the picture that was taken stays in view");
    assertEquals(0, state().plane().y());
    robot.onFx(() -> studio.undo().undo());
    assertEquals(b, state().b());
  }

  @Test
  void aPlaneLiesAlongTwoDirections() throws Exception {
    open(TinyGenerator.noisy(List.of()), "Plane");
    int size = robot.ask(() -> page.model().subjectProperty().get().sizes().w().size());
    List<Float> one = LatentPoint.Given.numbers(new float[size]);
    List<Float> ones = new ArrayList<>(one);
    ones.set(0, 1f);
    List<PlaneAxis> axes =
        List.of(
            new PlaneAxis("size", new Shift(Space.W, ones, LayerRange.ALL, 2)),
            new PlaneAxis("tilt", new Shift(Space.W, ones, new LayerRange(0, 1), 1)));
    robot.onFx(
        () -> page.model().move(page.model().state().withPlane(PlaneState.first().withAxes(axes))));
    robot.waitFor(() -> grid().pictures().request().cells().get(0).shifts().size() == 2);
    assertEquals(state().a(), grid().pictures().request().cells().get(0).point());
    assertTrue(robot.shows("size 0.00, tilt 0.00") || robot.has("#plane"));
    robot.onFx(() -> page.model().move(state().withPlane(state().plane().at(0.5, 0))));
    robot.press("#plane-take-a");
    robot.waitFor(() -> page.model().state().a() instanceof CodeInW);
    assertEquals(0, state().plane().x());
  }

  @Test
  void aGridOfTruncationLeadsToEachOfItsPictures() throws Exception {
    open(TinyGenerator.checkpoint(List.of(), 1), "Truncation");
    assertEquals(6, grid().pictures().request().rows());
    assertTrue(robot.shows("none"));
    robot.press("#grid-9");
    assertEquals(1, looks.size());
    assertEquals(9, looks.get(0).first());
    robot.onFx(() -> looks.get(0).looks().get(9).lead().orElseThrow().go().run());
    robot.waitFor(() -> page.model().canvasProperty().get() == CanvasKind.PICTURE);
    assertEquals(1.5, state().threshold());
    assertEquals(new LatentPoint.Seed(2), state().a());
  }

  @Test
  void allClassesAreShownAndMixed() throws Exception {
    open(TinyGenerator.noisy(CLASSES), "Classes");
    assertEquals(3, grid().pictures().pictures().size());
    assertTrue(robot.shows("two"));
    robot.onFx(
        () -> {
          robot.find("#mix-class", ComboBox.class).getSelectionModel().select(2);
          robot.find("#mix-share", Slider.class).setValue(0.4);
        });
    assertEquals(new ClassMix(2, 0.4), state().mix());
    robot.onFx(
        () -> {
          robot.find("#truncation-psi", Slider.class).setValue(0.5);
          robot.find("#truncation-psi-class", CheckBox.class).setSelected(true);
        });
    assertTrue(state().inW().towardsClass());
    assertEquals(0.5, state().inW().psi());
    robot.waitFor(() -> grid().pictures().request().cells().get(0).inW().towardsClass());
    robot.onFx(() -> studio.undo().undo());
    assertFalse(state().inW().towardsClass());
    open(TinyGenerator.checkpoint(List.of(), 1), "Picture");
    assertFalse(
        robot.find("#explore-view", ComboBox.class).getItems().contains(CanvasKind.CLASSES));
    assertEquals(ClassMix.NONE, state().mix());
  }

  @Test
  void theWayGoesThroughW() throws Exception {
    open(TinyGenerator.noisy(List.of()), "Picture");
    assertTrue(robot.find("#path-in-w", ToggleButton.class).isVisible());
    robot.press("#path-in-w");
    robot.onFx(() -> robot.find("#place", Slider.class).setValue(0.5));
    assertTrue(state().current() instanceof BetweenInW, state().current().toString());
    robot.waitFor(
        () ->
            page.model().drawnProperty(Part.CURRENT).get() != null
                && page.model().drawnProperty(Part.CURRENT).get().points().get(0)
                    instanceof BetweenInW);
    assertFalse(robot.find("#copy-code", ButtonBase.class).isDisabled());
    assertEquals("", robot.ask(() -> page.model().problemProperty().get()));
  }
}
