package studio.saddlepoint.app.explore.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.TaskRunner;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.DirectionMethod;
import studio.saddlepoint.latent.direction.Entanglement;
import studio.saddlepoint.metrics.direction.MeasuredEntanglement;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.TorchEngine;

/** The panel of directions in a window, on a real generator. */
@ExtendWith(ApplicationExtension.class)
class DirectionPaneTest {
  @TempDir Path folder;

  private final List<Notice> notices = new ArrayList<>();
  private TaskRunner tasks;
  private DirectionsModel model;
  private DirectionPane pane;
  private PageRobot page;
  private Snapshot snapshot;
  private RunFolder run;

  @Start
  void open(Stage stage) {
    TorchEngine.start(Progress.NONE);
    Checkpoint checkpoint = TinyGenerator.checkpoint(TinyGenerator.styled(), List.of(), 1);
    run = RunFolder.create(folder.resolve("runs"), checkpoint.recipe());
    snapshot = Snapshot.of(checkpoint, true);
    tasks = new TaskRunner(Platform::runLater);
    model = new DirectionsModel(tasks, folder.resolve("caches"), notices::add);
    pane = new DirectionPane(model);
    page = new PageRobot(pane);
    stage.setScene(new Scene(pane, 420, 700));
    stage.show();
    model
        .subjectProperty()
        .set(Optional.of(new DirectionSubject(run, snapshot.codeSizes(), snapshot::share)));
  }

  @AfterEach
  void close() {
    tasks.close();
    snapshot.close();
  }

  private <T extends Node> T node(String selector, Class<T> type) {
    return page.ask(() -> type.cast(pane.lookup(selector)));
  }

  private void findThree() throws Exception {
    page.onFx(
        () -> {
          ((TextField) pane.lookup("#directions-layers")).setText("0-3");
          ((Button) pane.lookup("#directions-find")).fire();
        });
    page.waitFor(() -> model.directionsProperty().get().all().size() == 3);
  }

  @Test
  void whatIsFoundIsKeptAndItsSlidersAskForShifts() throws Exception {
    findThree();
    assertEquals(model.directionsProperty().get(), DirectionFile.of(run).read());
    Direction first = model.directionsProperty().get().all().get(0);
    assertEquals(new LayerRange(0, 3), first.layers());
    Slider slider = node(".direction-row .slider", Slider.class);
    assertTrue(page.ask(slider::getAccessibleText).contains("sefa 1"));
    page.onFx(() -> slider.setValue(1.5));
    assertEquals(List.of(first.shift(1.5)), model.shiftsProperty().get());
    Direction second = model.directionsProperty().get().all().get(1);
    page.onFx(() -> model.unitsOf(second).set(-2));
    assertEquals(List.of(first.shift(1.5), second.shift(-2)), model.shiftsProperty().get());
    page.onFx(() -> model.rename(first, "pose"));
    assertEquals("pose", DirectionFile.of(run).read().all().get(0).name());
    assertEquals(2, model.shiftsProperty().get().size());
    page.onFx(() -> model.remove(second));
    assertEquals(List.of(first.shift(1.5)), model.shiftsProperty().get());
    page.onFx(() -> ((Button) pane.lookup("#directions-reset")).fire());
    assertEquals(List.of(), model.shiftsProperty().get());
    assertTrue(page.ask(() -> pane.lookup("#directions-reset").isDisabled()));
  }

  @Test
  void nonsenseLayersAreToldBesideTheForm() {
    page.onFx(
        () -> {
          ((TextField) pane.lookup("#directions-layers")).setText("7-8");
          ((Button) pane.lookup("#directions-find")).fire();
        });
    assertTrue(
        page.ask(
            () ->
                pane.lookupAll(".label").stream()
                    .anyMatch(
                        each ->
                            each.isVisible()
                                && ((Label) each).getText().contains("There is no layer 8"))));
    assertEquals(List.of(), model.directionsProperty().get().all());
  }

  @Test
  void methodsOfAnAttributeWaitForOne() {
    @SuppressWarnings("unchecked")
    ComboBox<DirectionMethod> method = node("#directions-method", ComboBox.class);
    assertFalse(page.ask(() -> pane.lookup("#directions-attribute").isVisible()));
    assertFalse(page.ask(() -> pane.lookup("#directions-find").isDisabled()));
    page.onFx(() -> method.setValue(DirectionMethod.MEANS));
    assertTrue(page.ask(() -> pane.lookup("#directions-attribute").isVisible()));
    assertTrue(page.ask(() -> pane.lookup("#directions-find").isDisabled()));
  }

  @Test
  void aDirectionOfAnotherGeneratorIsShownButNotMoved() throws Exception {
    findThree();
    Direction foreign =
        new Direction(
            "foreign",
            Space.W,
            List.of(1f, 0f),
            LayerRange.ALL,
            1,
            model.directionsProperty().get().all().get(0).origin());
    DirectionFile.of(run).change(now -> now.with(foreign));
    page.onFx(
        () -> {
          Optional<DirectionSubject> same = model.subjectProperty().get();
          model.subjectProperty().set(Optional.empty());
          model.subjectProperty().set(same);
          model.unitsOf(foreign).set(1);
        });
    assertEquals(List.of(), model.shiftsProperty().get());
    assertEquals(
        1,
        page.ask(
            () ->
                pane.lookupAll(".direction-row .slider").stream()
                    .filter(Node::isDisabled)
                    .count()));
  }

  @Test
  void anEntanglementIsANumberAColourAndWords() {
    Entanglement measured =
        new Entanglement(
            List.of("ring"),
            List.of(
                new Attribute("ring", Attribute.Kind.CLASS),
                new Attribute("x", Attribute.Kind.FACTOR)),
            List.of(List.of(2.4, 0.6)),
            List.of(List.of(2.2, -0.1)));
    page.onFx(
        () -> {
          EntanglementGrid grid =
              new EntanglementGrid(
                  new MeasuredEntanglement(measured, Map.of("ring", 0.9, "x", 0.2), 10));
          pane.getChildren().add(grid);
          pane.applyCss();
          pane.layout();
        });
    Label strong = node(".entanglement-3", Label.class);
    assertEquals("2.4", strong.getText());
    assertEquals(
        "ring moves ring by 2.40 deviations from end to end (+2.20 on the whole)",
        strong.getAccessibleText());
    assertEquals("0.6", node(".entanglement-1", Label.class).getText());
    assertTrue(
        page.ask(
            () ->
                pane.lookupAll(".label").stream()
                    .anyMatch(each -> ((Label) each).getText().contains("ring most: 80 %"))));
  }
}
