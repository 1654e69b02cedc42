package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.TaskRunner;
import studio.saddlepoint.app.evaluate.form.WeightsPane;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;

@ExtendWith(ApplicationExtension.class)
class WeightsPaneTest {
  private static final byte[] WEIGHTS = "the weights".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final TaskRunner tasks = new TaskRunner(Platform::runLater);
  private final AtomicInteger done = new AtomicInteger();
  private Stage stage;
  private HttpServer server;

  @Start
  void open(Stage shown) {
    stage = shown;
  }

  @AfterEach
  void close() {
    tasks.close();
    if (server != null) {
      server.stop(0);
    }
  }

  /** Weights at an address on this computer. */
  private KnownWeights known(boolean served) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(served ? 200 : 404, WEIGHTS.length);
          exchange.getResponseBody().write(WEIGHTS);
          exchange.close();
        });
    server.start();
    return new KnownWeights(
        "Test network",
        "test.pt",
        URI.create(
            "http://"
                + server.getAddress().getAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort()
                + "/test.pt"),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WEIGHTS)),
        WEIGHTS.length,
        "Nobody's.");
  }

  private PageRobot show(KnownWeights known, Optional<Path> file) {
    WeightsPane pane =
        new WeightsPane(tasks, new WeightStore(folder), known, () -> file, done::incrementAndGet);
    PageRobot robot = new PageRobot(pane);
    robot.onFx(
        () -> {
          stage.setScene(new Scene(pane, 600, 400));
          stage.show();
        });
    return robot;
  }

  @Test
  void downloadIsOfferedAndKept() throws Exception {
    KnownWeights known = known(true);
    PageRobot robot = show(known, Optional.empty());
    assertTrue(robot.shows("Get the weights of Test network"));
    assertTrue(robot.shows("Nobody's."));
    robot.press("#weights-download");
    robot.waitFor(() -> done.get() == 1);
    assertArrayEquals(
        WEIGHTS, Files.readAllBytes(new WeightStore(folder).find(known).orElseThrow()));
  }

  @Test
  void failedDownloadIsToldAndCanBeTriedAgain() throws Exception {
    PageRobot robot = show(known(false), Optional.empty());
    robot.press("#weights-download");
    robot.waitFor(() -> robot.find("#weights-problem", javafx.scene.Node.class).isVisible());
    assertEquals(0, done.get());
    assertTrue(
        robot.ask(() -> !robot.find("#weights-download", javafx.scene.Node.class).isDisabled()));
  }

  @Test
  void localFileIsCheckedBeforeItIsTaken() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.pt"), "something else");
    KnownWeights known = known(true);
    PageRobot refused = show(known, Optional.of(wrong));
    refused.press("#weights-file");
    refused.waitFor(() -> refused.shows("is not Test network"));
    assertTrue(new WeightStore(folder).find(known).isEmpty());
    Path right = Files.write(folder.resolve("right.pt"), WEIGHTS);
    PageRobot taken = show(known, Optional.of(right));
    taken.press("#weights-file");
    taken.waitFor(() -> done.get() == 1);
    assertTrue(new WeightStore(folder).find(known).isPresent());
  }
}
