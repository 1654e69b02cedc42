package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.spec.TrainCharts;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.event.Event;

/** The legend of a chart follows the players of the run that is shown. */
@ExtendWith(ApplicationExtension.class)
class ChartCardTest {
  private static final PlayerNames GAN = PlayerNames.of("generator", "discriminator");
  private static final PlayerNames THREE = PlayerNames.of("decoder", "encoder", "judge");

  private final Painter painter = new Painter();
  private ChartCard card;

  @Start
  void open(Stage stage) {
    // the theme of another test's window has other letters
    Application.setUserAgentStylesheet(null);
    card = new ChartCard(TrainCharts.ALL.get(0), new ChartSettings(), painter, Platform::runLater);
    stage.setScene(new Scene(card, 900, 300));
    stage.setMinWidth(0); // all tests have this stage, and the program's window has a least width
    stage.show();
  }

  @AfterEach
  void close() {
    painter.close();
  }

  private List<String> legend() {
    return card.lookupAll(".legend-name").stream()
        .map(Label.class::cast)
        .map(Label::getText)
        .toList();
  }

  @Test
  void threePlayersHaveTheirCurves() {
    RunHistory history = new RunHistory();
    history.add(List.of(new Event.Scalars(Instant.now(), 1, Map.of("loss.judge", 0.5))));
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          assertEquals(List.of("Generator", "Discriminator", "Penalty"), legend());
          card.follow(THREE, List.of());
          assertEquals(List.of("Decoder", "Encoder", "Judge", "Penalty"), legend());
          assertTrue(card.hasData(history));
          card.follow(PlayerNames.of("decoder"), List.of());
          assertEquals(List.of("Decoder", "Penalty"), legend());
        });
  }

  /** As with large texts, or in a narrow window. */
  @Test
  void whereTheTitleLeavesNoRoomTheLegendIsBelowItAndValuesAreWhole() throws TimeoutException {
    for (double width : new double[] {900, 460, 220}) {
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> card.getScene().getWindow().setWidth(width));
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, isAsWide(width));
      WaitForAsyncUtils.waitForFxEvents();
      WaitForAsyncUtils.waitForAsyncFx(
          60_000,
          () -> {
            card.follow(PlayerNames.of("generator", "discriminator"), List.of());
            card.lookupAll(".legend-value").forEach(each -> ((Label) each).setText("12.3456"));
            card.applyCss(); // new names have their letters from here on, and are placed by them
          });
      WaitForAsyncUtils.waitForFxEvents();
      WaitForAsyncUtils.waitForAsyncFx(
          60_000,
          () -> {
            card.layout();
            Node title = card.lookup(".card-title");
            boolean beside =
                card.lookup(".legend-name").localToScene(0, 0).getY()
                    < title.localToScene(title.getLayoutBounds()).getMaxY();
            assertEquals(width == 900, beside);
            for (Node value : card.lookupAll(".legend-value")) {
              Label label = (Label) value;
              assertTrue(label.getWidth() >= label.prefWidth(-1), () -> label + " at " + width);
            }
            assertEquals(width > 300, card.lookup(".legend-name").isVisible());
            if (beside) {
              assertEquals(
                  1,
                  card.lookupAll(".legend-value").stream()
                      .filter(each -> each.getParent().isVisible())
                      .map(each -> each.localToScene(0, 0).getY())
                      .distinct()
                      .count(),
                  "one row");
            }
          });
    }
  }

  /** A window takes another width some time after it was asked for. */
  private Callable<Boolean> isAsWide(double width) {
    return () -> card.getScene().getWidth() == width && card.getWidth() <= width;
  }

  /** JavaFX counts the children of a node before it styles them. */
  @Test
  void largerTextsMoveNoNodeWhileStylesAreSet() throws TimeoutException {
    AtomicBoolean moved = new AtomicBoolean();
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> card.getScene().getWindow().setWidth(900));
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !legendIsBelow());
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          card.getChildren()
              .addListener(
                  (ListChangeListener<Node>) change -> moved.compareAndSet(false, styles()));
          card.getScene().getRoot().setStyle("-fx-font-size: 30px");
          card.lookupAll(".label").forEach(each -> each.setStyle("-fx-font-size: 30px"));
        });
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> legendIsBelow());
    assertFalse(moved.get());
  }

  /** Asked on the thread that moves the nodes. */
  private boolean legendIsBelow() {
    return WaitForAsyncUtils.waitForAsyncFx(
        60_000, () -> card.getChildren().contains(card.lookup(".chart-legend")));
  }

  private static boolean styles() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("processCSS")));
  }

  @Test
  void theSamePlayersLeaveTheLegendAsItIs() {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          Node before = card.lookup(".legend-name");
          card.follow(GAN, List.of());
          assertSame(before, card.lookup(".legend-name"));
        });
  }
}
