package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.KeptClusters;

@ExtendWith(ApplicationExtension.class)
class ClusterMeansTest {
  private ClusterMeans means;
  private PageRobot page;
  private int chosen = -1;

  @Start
  void open(Stage stage) {
    means = new ClusterMeans(number -> chosen = number);
    page = new PageRobot(means);
    stage.setScene(new Scene(means, 320, 300));
    stage.show();
  }

  private void offer(int count) {
    int[] grey = new int[28 * 28];
    Arrays.fill(grey, 0xff808080);
    List<Long> sizes = IntStream.range(0, count).mapToObj(i -> i == 0 ? 3L : 1L).toList();
    page.onFx(
        () ->
            means.offer(
                IntStream.range(0, count).mapToObj(i -> "Cluster " + i).toList(),
                Optional.of(
                    new KeptClusters(
                        sizes, Collections.nCopies(count, new Picture(28, 28, grey))))));
  }

  private String text(ToggleButton button) {
    return page.ask(button::getAccessibleText);
  }

  private ToggleButton button(int number) {
    return page.ask(() -> (ToggleButton) means.getContent().lookup("#cluster-" + number));
  }

  @Test
  void oneIsChosenByItsMeanAndTold() {
    assertFalse(page.ask(means::isVisible));
    offer(10);
    assertTrue(page.ask(means::isVisible));
    assertEquals("Cluster 0, with 25.0 % of the pictures: their mean", text(button(0)));
    ToggleButton seventh = button(7);
    page.onFx(seventh::fire);
    assertEquals(7, chosen);
    page.onFx(() -> means.show(7));
    assertTrue(page.ask(seventh::isSelected));
    page.onFx(() -> means.show(2));
    assertFalse(page.ask(seventh::isSelected));
    page.onFx(() -> means.offer(List.of(), Optional.empty()));
    assertFalse(page.ask(means::isVisible));
  }

  @Test
  void aHundredAreScrolled() {
    offer(10);
    double two = page.ask(means::getPrefViewportHeight);
    offer(100);
    assertEquals(2 * two, page.ask(means::getPrefViewportHeight), 1e-9);
  }
}
