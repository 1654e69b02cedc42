package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.TrainingState;

/** A person's picture, whose code the encoder of a VAE finds. */
@ExtendWith(ApplicationExtension.class)
class PictureEncodingTest {
  @TempDir static Path folder;

  private final List<Notice> notices = new ArrayList<>();
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    PageRobot.listen(studio, notices::add);
    page = new ExplorePage(studio);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private void open(Recipe recipe) throws Exception {
    TorchEngine.start(Progress.NONE);
    RunFolder run = RunFolder.create(folder.resolve("runs"), recipe);
    try (TrainingState state =
        new TrainingState(recipe, new BenchmarkData(new ImageShape(1, 32, 32)))) {
      run.saveCheckpoint(state.save());
    }
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> page.model().subjectProperty().get() != null);
  }

  private static Recipe small(String method) {
    return Recipe.defaults()
        .with(
            Map.of(
                "method.kind", method,
                "generator.width", 4,
                "generator.latentSize", 5,
                "encoder.width", 4,
                "discriminator.width", 4));
  }

  private Path picture() throws Exception {
    int[] argb = new int[48 * 40];
    Arrays.fill(argb, 0xff3366cc);
    Path file = folder.resolve("mine.png");
    Pngs.write(file, new Picture(48, 40, argb));
    return file;
  }

  @Test
  void theCodeOfADroppedPictureBecomesAnEndOfThePath() throws Exception {
    open(small("vae"));
    assertTrue(robot.ask(() -> robot.find("#encode-picture", Button.class).isVisible()));
    Path file = picture();
    PictureEncoding encoding = new PictureEncoding(studio, page.model());
    robot.onFx(() -> encoding.encode(file));
    robot.waitFor(() -> page.model().state().a() instanceof LatentPoint.Given);
    LatentPoint found = robot.ask(() -> page.model().state().a());
    assertEquals(5, found.code(5, Double.POSITIVE_INFINITY).length);
    assertEquals(found, LatentPoint.parse(found.toString()));
    robot.onFx(() -> encoding.encode(folder.resolve("none.png")));
    robot.waitFor(() -> notices.stream().anyMatch(each -> each.text().contains("none.png")));
    assertEquals(found, robot.ask(() -> page.model().state().a()));
  }

  @Test
  void aGanHasNoEncoderAndSaysSo() throws Exception {
    open(small("adversarial"));
    assertFalse(robot.ask(() -> robot.find("#encode-picture", Button.class).isVisible()));
    Path file = picture();
    robot.onFx(() -> new PictureEncoding(studio, page.model()).encode(file));
    robot.waitFor(() -> notices.stream().anyMatch(each -> each.text().contains("only a VAE")));
  }
}
