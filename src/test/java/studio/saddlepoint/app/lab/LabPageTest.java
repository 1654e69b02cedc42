package studio.saddlepoint.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Pngs;

@ExtendWith(ApplicationExtension.class)
class LabPageTest {
  @TempDir static Path home;

  private StudioModel studio;
  private LabPage page;
  private PageRobot robot;

  @Start
  void start(Stage stage) {
    studio = PageRobot.studio(home);
    page = new LabPage(studio);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private String text(String query) {
    return robot.ask(() -> robot.find(query, Label.class).getText());
  }

  private double slider(String query) {
    return robot.ask(() -> robot.find(query, Slider.class).getValue());
  }

  @Test
  void heapsThatDoNotTouchStayAndTheCriticPulls() throws Exception {
    robot.press("#lab-heaps");
    robot.press("#lab-heaps-preset-vanishing");
    robot.waitFor(() -> robot.find("#lab-heaps-past", Slider.class).getValue() >= 3);
    robot.press("#lab-heaps-run");
    assertEquals("0.6931", text("#lab-heaps-divergence"));
    assertEquals("0.0000", text("#lab-heaps-divergence-slope"));
    assertEquals(4, slider("#lab-heaps-place"));
    robot.press("#lab-heaps-preset-critic");
    robot.waitFor(() -> robot.find("#lab-heaps-place", Slider.class).getValue() < 3.9);
    robot.press("#lab-heaps-run");
    double place = slider("#lab-heaps-place");
    robot.press("#lab-heaps-step");
    assertEquals(place - 0.05, slider("#lab-heaps-place"), 1e-9);
    robot.onFx(() -> robot.find("#lab-heaps-past", Slider.class).setValue(0));
    assertEquals(4, slider("#lab-heaps-place"), 1e-9);
    robot.key(robot.find("#lab-heaps-canvas", Node.class), KeyCode.LEFT);
    assertEquals(3.75, slider("#lab-heaps-place"), 1e-9);
    robot.press("#lab-heaps-reset");
    assertTrue(text("#lab-heaps-sentence").contains("do not touch"));
  }

  @Test
  void theOrbitSpiralsByTheFactorOfTheory() throws Exception {
    robot.press("#lab-orbit");
    for (int i = 0; i < 5; i++) {
      robot.press("#lab-orbit-step");
    }
    assertEquals("1.0050", text("#lab-orbit-measured"));
    assertEquals("1.0050", text("#lab-orbit-theory"));
    robot.onFx(() -> robot.find("#lab-orbit-penalty", Slider.class).setValue(1));
    assertTrue(text("#lab-orbit-sentence").contains("spiral in"));
    robot.press("#lab-orbit-optimistic");
    robot.press("#lab-orbit-preset-turn");
    robot.waitFor(() -> robot.find("#lab-orbit-past", Slider.class).getValue() >= 2);
    robot.press("#lab-orbit-run");
    assertTrue(text("#lab-orbit-sentence").contains("neither nearer"));
    double before = slider("#lab-orbit-past");
    robot.onFx(() -> page.hidden());
    Thread.sleep(150);
    assertEquals(before, slider("#lab-orbit-past"), "nothing ticks that is not seen");
    robot.onFx(() -> page.shown());
  }

  @Test
  void thePlaneTrainsStepByStepAndRefusesWhatDoesNotGoTogether() throws Exception {
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("of 8"));
    assertEquals("–", text("#lab-plane-figure-d"));
    robot.press("#lab-plane-step-discriminator");
    robot.waitFor(() -> !robot.find("#lab-plane-figure-d", Label.class).getText().equals("–"));
    assertEquals("–", text("#lab-plane-figure-g"));
    robot.press("#lab-plane-step-generator");
    robot.waitFor(() -> !robot.find("#lab-plane-figure-g", Label.class).getText().equals("–"));
    robot.press("#lab-plane-step-both");
    robot.waitFor(() -> robot.shows("step 1"));
    robot.pick("#lab-plane-data", "25 Gaussians");
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("of 25"));
    robot.pick("#lab-plane-second", "relativistic, paired loss");
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("|"));
    robot.pick("#lab-plane-data", "Drawn by hand");
    Node canvas = robot.find("#lab-plane-canvas", Node.class);
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("of 21"));
    robot.key(canvas, KeyCode.UP);
    robot.key(canvas, KeyCode.ENTER);
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("of 22"));
    robot.press("#lab-plane-clear");
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("of 1 "));
    robot.press("#lab-plane-reset");
    robot.waitFor(() -> robot.find("#lab-plane-modes", Label.class).getText().contains("of 8"));
    assertFalse(robot.ask(() -> robot.find("#lab-plane-problem", Label.class).isVisible()));
  }

  @Test
  void whatIsDrawnIsSavedAsAPicture() throws Exception {
    Path file = home.resolve("orbit.png");
    PictureSaving saving = new PictureSaving(studio, (title, name) -> Optional.of(file));
    robot.press("#lab-orbit");
    robot.waitFor(() -> robot.find("#lab-orbit-canvas", LabCanvas.class).across() > 300);
    robot.onFx(() -> saving.save(robot.find("#lab-orbit-canvas", LabCanvas.class), "orbit"));
    robot.waitFor(() -> Files.exists(file));
    assertTrue(Pngs.decode(Files.readAllBytes(file)).getWidth() > 300);
  }

  @Test
  void aPlaceOpensItsExperimentAtItsPreset() throws Exception {
    robot.onFx(() -> page.open("orbit:optimistic"));
    assertTrue(robot.has("#lab-orbit-canvas"));
    assertTrue(text("#lab-orbit-sentence").contains("looks ahead"));
    robot.onFx(() -> page.open("heaps"));
    assertTrue(robot.has("#lab-heaps-canvas"));
  }

  @Test
  void picturesAreChangedMoreAndMoreAndMeasured() throws Exception {
    robot.press("#lab-pictures");
    robot.waitFor(() -> !robot.find("#lab-pictures-shifted", Label.class).getText().equals("–"));
    assertTrue(text("#lab-pictures-sentence").contains("1 pixel"));
    robot.press("#lab-pictures-step");
    assertEquals(3, slider("#lab-pictures-change-amount"));
    robot.onFx(() -> robot.find("#lab-pictures-change-amount", Slider.class).setValue(16));
    assertTrue(text("#lab-pictures-sentence").contains("8 pixels"));
    String before = text("#lab-pictures-shifted");
    robot.onFx(() -> robot.find("#lab-pictures-picture", Slider.class).setValue(7));
    robot.waitFor(() -> !robot.find("#lab-pictures-shifted", Label.class).getText().equals(before));
    robot.pick("#lab-pictures-extractor", "Pixels");
    robot.waitFor(
        () -> robot.find("#lab-pictures-sentence", Label.class).getText().contains("ixels"));
    robot.press("#lab-pictures-preset-holes");
    robot.waitFor(() -> robot.find("#lab-pictures-change-amount", Slider.class).getValue() >= 1);
    robot.press("#lab-pictures-reset");
    assertEquals(2, slider("#lab-pictures-change-amount"));
  }
}
