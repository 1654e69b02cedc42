package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunSummary;

/** The batch size may change while training: progress is images seen. */
class LiveBatchSizeTest extends TrainingFixture {
  private static final String KEY = "training.batchSize";

  /** What a person does: a batch of 12 from step 5 on, and of 4 from step 9 on. */
  private static void resize(Event event, TrainingLoop loop) {
    if (event instanceof Event.Scalars && (event.step() == 5 || event.step() == 9)) {
      loop.ask(now -> now.change(HyperParameters.of(KEY), event.step() == 5 ? 12 : 4));
    }
  }

  private static Recipe recipe() {
    return tiny(14).with("data.mirror", true).with("training.checkpointEvery", 7L);
  }

  @Test
  void resumesBitExactAfterTheBatchSizeHasChanged() {
    RunFolder whole = RunFolder.create(folder, recipe());
    assertEquals(Trainer.State.FINISHED, train(whole, LiveBatchSizeTest::resize));
    RunFolder parted = RunFolder.create(folder, recipe());
    train(
        parted,
        (event, loop) -> {
          resize(event, loop);
          if (event instanceof Event.Scalars && event.step() == 7) {
            loop.ask(Steering::stop);
          }
        });
    Checkpoint middle = parted.latestCheckpoint().orElseThrow();
    assertEquals(7, middle.step());
    assertEquals(12, middle.recipe().training().batchSize());
    assertEquals(5 * 8 + 2 * 12, middle.imagesSeen());
    assertEquals(Trainer.State.FINISHED, train(parted, LiveBatchSizeTest::resize));
    Checkpoint expected = whole.latestCheckpoint().orElseThrow();
    Checkpoint actual = parted.latestCheckpoint().orElseThrow();
    assertEquals(5 * 8 + 4 * 12 + 5 * 4, actual.imagesSeen());
    assertEquals(expected.imagesSeen(), actual.imagesSeen());
    assertEquals(expected.state(), actual.state());
    assertEquals(expected.tensors(), actual.tensors());
  }

  @Test
  void theLogAndTheListOfRunsCountTheSameImages() {
    RunFolder run = RunFolder.create(folder, recipe());
    train(run, LiveBatchSizeTest::resize);
    long seen = run.latestCheckpoint().orElseThrow().imagesSeen();
    StepCounts counts = CountedSteps.of(run.recipe(), of(Event.Changed.class), 14);
    assertEquals(seen, counts.imagesSeen());
    assertEquals(seen, RunSummary.of(run.path()).imagesSeen());
  }

  @Test
  void aBatchOfMorePicturesThanThereAreIsRefused() throws Exception {
    RunFolder run =
        RunFolder.create(
            folder, tiny(1_000_000).with("data.source", pictures(10).toString()).with(KEY, 4));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 2);
      StudioException told = assertThrows(StudioException.class, () -> trainer.change(KEY, 11));
      assertTrue(
          told.getMessage().contains("fewer than training.batchSize (11)"), told.getMessage());
      trainer.change(KEY, 10);
      eventually(() -> !of(Event.Changed.class).isEmpty());
      long step = trainer.status().step();
      eventually(() -> trainer.status().step() >= step + 2);
    }
    assertEquals(List.of(), of(Event.Found.class));
  }

  private Path pictures(int count) throws IOException {
    Path images = folder.resolve("few");
    Files.createDirectories(images);
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xffffff);
      ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
    }
    return images;
  }
}
