package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.progress.Moment;

/** Trainings whose classes are clusters. */
class ClusterTrainingTest extends TrainingFixture {
  private static final int KINDS = 3;
  private Path images;

  /** Pictures without labels, of three colours. */
  @BeforeEach
  void makePictures() throws IOException {
    images = folder.resolve("photos");
    Files.createDirectories(images);
    for (int i = 0; i < 24; i++) {
      picture("p" + i, 20 + i % KINDS * 100 + i / KINDS);
    }
  }

  private void picture(String name, int level) throws IOException {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 32 * 32; at++) {
      image.setRGB(at % 32, at / 32, level << 16 | level << 8 | 40 + at % 3);
    }
    ImageIO.write(image, "png", images.resolve(name + ".png").toFile());
  }

  private Recipe clustered(long steps) {
    return tiny(steps)
        .with("data.source", images.toString())
        .with("discriminator.normalization", "none")
        .with("method.conditional", true)
        .with("method.clusters.count", KINDS)
        .with("method.clusters.first", 16L)
        .with("method.clusters.every", 24L);
  }

  private static List<Double> told(List<Event> events, String key) {
    return events.stream()
        .filter(Event.Scalars.class::isInstance)
        .map(each -> ((Event.Scalars) each).values().get(key))
        .filter(each -> each != null)
        .toList();
  }

  @Test
  void picturesWithoutLabelsHaveClustersForClasses() {
    RunFolder run = RunFolder.create(folder, clustered(8));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    assertEquals(2, told(events, "clusters.largest").size(), "at 16 and 40 images");
    assertEquals(1, told(events, "clusters.moved").size());
    assertEquals(List.of(), told(events, "clusters.nmi"), "there is nothing to compare with");
    Event.Sheet sheet = of(Event.Sheet.class).get(0);
    assertEquals(KINDS, sheet.classes());
    try (Snapshot snapshot =
        Snapshot.load(run, run.checkpoints().get(run.checkpoints().size() - 1), false)) {
      assertEquals(List.of("Cluster 0", "Cluster 1", "Cluster 2"), snapshot.latent().classNames());
      KeptClusters kept = snapshot.clusters().orElseThrow();
      assertEquals(List.of(8L, 8L, 8L), kept.sizes());
      assertEquals(KINDS, kept.means().size());
      assertFalse(new SnapshotImages(snapshot, 8, OptionalDouble.empty(), 1).knowLabels());
      int[] labels = SampleClasses.drawn(snapshot).labels(3000, KINDS, 1);
      for (int i = 0; i < KINDS; i++) {
        int label = i;
        assertEquals(1000, Arrays.stream(labels).filter(each -> each == label).count(), 100);
      }
      EvaluationRequest request =
          new EvaluationRequest(
              PixelKind.PIXELS.usual(), 24, OptionalDouble.empty(), Set.of(FidMetric.FID), 1);
      assertTrue(
          Double.isFinite(
              new Evaluator(home().caches())
                  .evaluate(snapshot, run.recipe().data(), request, Progress.NONE)
                  .values()
                  .get("fid")));
    }
  }

  @Test
  void goesOnWhereItStoodAndMakesClustersAnewWhereThePicturesChanged() throws Exception {
    RunFolder run = RunFolder.create(folder, clustered(4));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    picture("another", 120);
    events.clear();
    try (Trainer trainer = start(run)) {
      trainer.change("training.steps", 5L);
      assertTrue(trainer.await(PATIENCE));
      assertEquals(Trainer.State.FINISHED, trainer.status().state(), trainer.status().message());
    }
    assertEquals(1, told(events, "clusters.largest").size(), "at once");
    assertEquals(List.of(), told(events, "clusters.moved"), "the pictures are others");
    assertTrue(of(Event.Found.class).stream().anyMatch(each -> each.kind().equals("data-changed")));
    try (Snapshot snapshot =
        Snapshot.load(run, run.checkpoints().get(run.checkpoints().size() - 1), false)) {
      assertEquals(
          25, snapshot.clusters().orElseThrow().sizes().stream().mapToLong(Long::longValue).sum());
    }
  }

  /** Who stops meanwhile does not wait for them; the step that needs them comes after. */
  @Test
  void theirMakingCanBeCalledOffBetweenTwoSteps() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    Recipe recipe = clustered(8);
    DataSet data = DataSets.open(recipe.data(), Split.TRAIN, home().caches(), Progress.NONE);
    Progress calledOff =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    try (TrainingSession session =
        new TrainingSession(recipe, data, Optional.empty(), Moment::now)) {
      assertTrue(session.makeClusters(calledOff), "none are due");
      session.makeStep(Double.NaN);
      session.makeStep(Double.NaN);
      assertFalse(session.makeClusters(calledOff));
      assertTrue(session.training().clustersDue());
      assertTrue(session.makeClusters(Progress.NONE));
      assertFalse(session.training().clustersDue());
      assertTrue(session.makeStep(Double.NaN).values().containsKey("clusters.largest"));
      assertFalse(session.makeStep(Double.NaN).values().containsKey("clusters.largest"));
    }
  }

  @Test
  void keepNoArraysOfTheirMaking() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    Recipe recipe = clustered(8).with("method.clusters.every", 8L);
    DataSet data = DataSets.open(recipe.data(), Split.TRAIN, home().caches(), Progress.NONE);
    try (TrainingSession session =
        new TrainingSession(recipe, data, Optional.empty(), Moment::now)) {
      List<Integer> arrays = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        assertTrue(session.makeClusters(Progress.NONE));
        session.makeStep(Double.NaN);
        arrays.add(session.training().manager().getManagedArrays().size());
      }
      assertEquals(1, arrays.stream().skip(2).distinct().count(), arrays::toString);
    }
  }

  @Test
  void whatItsClustersCannotBeMadeOfIsRefused() {
    Recipe many = clustered(4).with("method.clusters.count", 30);
    RunFolder run = RunFolder.create(folder, many);
    assertEquals(Trainer.State.FAILED, train(run, (event, loop) -> {}));
    assertTrue(
        of(Event.Ended.class).get(0).reason().contains("fewer than method.clusters.count (30)"),
        () -> of(Event.Ended.class).toString());
  }

  @Test
  void aDamagedCheckpointsClustersAreToldSo() {
    RunFolder run = RunFolder.create(folder, clustered(4));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    Checkpoint good = run.latestCheckpoint().orElseThrow();
    Checkpoint other =
        new Checkpoint(
            good.step(),
            good.imagesSeen(),
            good.recipe().with("method.clusters.count", 4),
            good.tensors(),
            good.state());
    StudioException e = assertThrows(StudioException.class, () -> KeptClusters.of(other));
    assertTrue(String.valueOf(e.getMessage()).contains("it is damaged"), e.getMessage());
    assertEquals(KINDS, KeptClusters.of(good).orElseThrow().means().size());
  }
}
