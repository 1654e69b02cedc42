package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/** A run of format 1: 24 steps of 2 batches of 8, with virtual batch norm in the generator. */
class FormatOneRunTest extends TrainingFixture {
  private static final long SEEN = 24 * 2 * 8;

  private Path path;

  @BeforeEach
  void copy() throws IOException, URISyntaxException {
    Path kept = Path.of(FormatOneRunTest.class.getResource("/runs/format-1").toURI());
    path = folder.resolve("format-1");
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.toList()) {
        Files.copy(file, path.resolve(kept.relativize(file).toString()));
      }
    }
  }

  @Test
  void itsBatchesAreCountedInImages() {
    Checkpoint checkpoint = RunFolder.open(path).latestCheckpoint().orElseThrow();
    assertEquals(24, checkpoint.step());
    assertEquals(SEEN, checkpoint.imagesSeen());
    assertEquals(8, checkpoint.recipe().training().referenceSize());
    assertEquals(SEEN, RunSummary.of(path).imagesSeen());
  }

  @Test
  void itDrawsTheSamePictures() {
    RunFolder run = RunFolder.open(path);
    Checkpoint checkpoint = run.latestCheckpoint().orElseThrow();
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    DataSet data =
        DataSets.open(checkpoint.recipe().data(), Split.TRAIN, home().caches(), Progress.NONE);
    try (TrainingState training = new TrainingState(checkpoint.recipe(), data)) {
      training.restore(checkpoint);
      Picture drawn = Preview.of(training).pictures().samples();
      Picture kept = run.loadSheet("samples/step-0000000024.png");
      assertEquals(kept.width(), drawn.width());
      for (int i = 0; i < kept.argb().length; i++) {
        for (int shift = 0; shift < 32; shift += 8) {
          int was = kept.argb()[i] >> shift & 0xff;
          int is = drawn.argb()[i] >> shift & 0xff;
          assertTrue(Math.abs(was - is) <= 1, was + " is " + is + " at " + i);
        }
      }
    }
  }

  @Test
  void itTrainsOnAndIsOfFormatTwoFromThereOn() throws IOException {
    RunFolder run = RunFolder.open(path);
    Trainer.State end =
        train(
            run,
            (event, loop) -> {
              if (event instanceof Event.Begun) {
                loop.ask(now -> now.change(HyperParameters.of("training.steps"), 32L));
              }
            });
    assertEquals(Trainer.State.FINISHED, end);
    Checkpoint checkpoint = RunFolder.open(path).latestCheckpoint().orElseThrow();
    assertEquals(32, checkpoint.step());
    assertEquals(SEEN + 8 * 2 * 8, checkpoint.imagesSeen());
    assertEquals(List.of(), of(Event.Found.class));
    byte[] file = Files.readAllBytes(path.resolve("checkpoints/step-0000000032.safetensors"));
    assertTrue(new String(file, 0, 500, "ISO-8859-1").contains("saddlepoint-checkpoint-2"));
  }
}
