package studio.saddlepoint.screenshots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.FxThrottle;

/** A queue of scenes: each prepares the window, waits, and is drawn into a PNG file. */
final class Scenes {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private record Scene(String name, Runnable prepare, BooleanSupplier ready, Duration settle) {}

  private final Stage stage;
  private final StudioModel model;
  private final Path folder;
  private final Deque<Scene> scenes = new ArrayDeque<>();

  /**
   * No scenes yet.
   *
   * @param stage the window
   * @param model closed after the last scene
   * @param folder for the pictures
   */
  Scenes(Stage stage, StudioModel model, Path folder) {
    this.stage = stage;
    this.model = model;
    this.folder = folder;
  }

  /** Adds one that is drawn some time after it was prepared. */
  void add(String name, long waitMillis, Runnable prepare) {
    add(name, waitMillis, prepare, () -> true);
  }

  /**
   * Adds one that is drawn once it is ready.
   *
   * @param name of the file; empty to draw none
   * @param settleMillis how long to wait after it is ready
   */
  void add(String name, long settleMillis, Runnable prepare, BooleanSupplier ready) {
    scenes.add(new Scene(name, prepare, ready, Duration.ofMillis(settleMillis)));
  }

  /** Draws them one after the other, then ends the program. */
  void play() {
    Scene scene = scenes.poll();
    if (scene == null) {
      model.close();
      Platform.exit();
      return;
    }
    scene.prepare().run();
    await(scene, System.nanoTime() + PATIENCE.toNanos());
  }

  /** Presses the toggle that a style query finds. */
  void toggle(String query) {
    if (find(query).orElse(null) instanceof ToggleButton button) {
      button.fire();
    }
  }

  /** Chooses an item of the box of choices that a style query finds. */
  void pick(String query, int item) {
    if (find(query).orElse(null) instanceof ComboBox<?> box) {
      box.getSelectionModel().select(item);
    }
  }

  /**
   * What a style query finds in sight: pages that were shown before stay in the scene, hidden, and
   * would be found first.
   */
  Optional<Node> find(String query) {
    return stage.getScene().getRoot().lookupAll(query).stream().filter(Scenes::inSight).findFirst();
  }

  private static boolean inSight(Node node) {
    return node.isVisible() && (node.getParent() == null || inSight(node.getParent()));
  }

  private void await(Scene scene, long deadline) {
    if (scene.ready().getAsBoolean()) {
      later(
          scene.settle(),
          () -> {
            shoot(scene.name());
            play();
          });
    } else if (System.nanoTime() > deadline) {
      throw new IllegalStateException("The scene " + scene.name() + " did not get ready");
    } else {
      later(POLL, () -> await(scene, deadline));
    }
  }

  private static void later(Duration delay, Runnable work) {
    FxThrottle.later(Platform::runLater, delay, work);
  }

  private static FileImageOutputStream fresh(Path file) throws IOException {
    Files.deleteIfExists(file);
    return new FileImageOutputStream(file.toFile());
  }

  private void shoot(String name) {
    if (name.isEmpty()) {
      return;
    }
    BufferedImage drawn = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
    BufferedImage opaque =
        new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(drawn, 0, 0, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam smallest = writer.getDefaultWriteParam();
    smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    smallest.setCompressionQuality(0);
    Path file = folder.resolve(name + ".png");
    try (FileImageOutputStream out = fresh(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), smallest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
