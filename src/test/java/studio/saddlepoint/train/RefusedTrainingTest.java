package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.event.Event;

/** What is left of a training that cannot begin: nothing, unless a person would miss it. */
class RefusedTrainingTest extends TrainingFixture {
  private Path classless() throws IOException {
    Path images = folder.resolve("images");
    Files.createDirectory(images);
    for (int i = 0; i < 12; i++) {
      ImageIO.write(
          new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY),
          "png",
          images.resolve(i + ".png").toFile());
    }
    return images;
  }

  private Recipe refused() throws IOException {
    return tiny(5).with("data.source", classless().toString()).with("method.conditional", true);
  }

  private void assertRefused(Trainer trainer) throws InterruptedException {
    assertTrue(trainer.await(PATIENCE));
    assertEquals(Trainer.State.FAILED, trainer.status().state());
    assertTrue(trainer.status().message().contains("method.conditional"));
    assertEquals(1, events.size());
    assertTrue(events.get(0) instanceof Event.Ended);
  }

  @Test
  void leavesNothingOfATrainingThatIsRefused() throws Exception {
    Path runs = folder.resolve("runs");
    RunFolder run = RunFolder.create(runs, refused());
    assertRefused(start(run));
    try (Stream<Path> left = Files.list(runs)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void keepsTheFolderOfARefusedTrainingWithWhatAPersonPutThere() throws Exception {
    RunFolder run = RunFolder.create(folder, refused());
    Files.writeString(run.path().resolve("notes.txt"), "why I try this");
    assertRefused(start(run));
    assertTrue(Files.exists(run.path().resolve("notes.txt")));
    assertEquals(events, run.events().read());
    assertEquals(run.recipe(), RunFolder.open(run.path()).recipe());
  }

  @Test
  void keepsARunThatWasThereBeforeItWasRefused() throws Exception {
    Path made = RunFolder.create(folder, refused()).path();
    assertRefused(start(RunFolder.open(made)));
    assertEquals(events, RunFolder.open(made).events().read());
  }

  @Test
  void keepsARunThatHadBegunWhenItsDataIsGoneLater() throws Exception {
    Path images = classless();
    RunFolder run = RunFolder.create(folder, tiny(4).with("data.source", images.toString()));
    assertTrue(start(run).await(PATIENCE));
    events.clear();
    Files.move(images, folder.resolve("moved-away"));
    Trainer trainer = start(run);
    assertTrue(trainer.await(PATIENCE));
    assertEquals(Trainer.State.FAILED, trainer.status().state());
    assertEquals(4, RunFolder.open(run.path()).latestCheckpoint().orElseThrow().step());
  }

  @Test
  void leavesTheLogOfARunToTheTrainingThatHoldsIt() throws Exception {
    RunFolder run = RunFolder.create(folder, tiny(4));
    try (RunLock held = run.lock()) {
      Trainer trainer = start(RunFolder.open(run.path()));
      assertTrue(trainer.await(PATIENCE));
      assertEquals(Trainer.State.FAILED, trainer.status().state());
      assertTrue(trainer.status().message().contains("is being trained"));
    }
    assertEquals(List.of(), run.events().read());
  }
}
