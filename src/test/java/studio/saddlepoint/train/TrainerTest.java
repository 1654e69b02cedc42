package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

class TrainerTest extends TrainingFixture {
  @Test
  void tellsEveryStepAndKeepsSheetsAndCheckpoints() throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(10));
    Trainer trainer = start(run);
    assertTrue(trainer.await(PATIENCE));
    assertEquals(Trainer.State.FINISHED, trainer.status().state(), trainer.status().message());
    assertEquals(10, of(Event.Scalars.class).size());
    Map<String, Double> last = of(Event.Scalars.class).get(9).values();
    for (String key :
        List.of(
            "loss.generator",
            "loss.discriminator",
            "d.real",
            "d.fake",
            "gradient.generator",
            "gradient.discriminator")) {
      assertTrue(Double.isFinite(last.get(key)), key);
    }
    assertEquals(
        List.of(0L, 5L, 10L), of(Event.Sheet.class).stream().map(Event.Sheet::step).toList());
    assertEquals(10, run.latestCheckpoint().orElseThrow().step());
    assertEquals(8 * (32 + 2) - 2, run.loadSheet(of(Event.Sheet.class).get(0).file()).width());
  }

  @Test
  void aSheetOfAConditionalRunShowsEveryClass() throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(1).with("method.conditional", true));
    Trainer trainer = start(run);
    assertTrue(trainer.await(PATIENCE));
    assertEquals(Trainer.State.FINISHED, trainer.status().state(), trainer.status().message());
    Event.Sheet sheet = of(Event.Sheet.class).get(0);
    assertEquals(10, sheet.classes());
    assertEquals(10, sheet.columns());
    assertEquals(10 * (32 + 2) - 2, run.loadSheet(sheet.file()).width());
  }

  @Test
  void tellsTheOutputsOfEachLossByWhatTheyAre() throws InterruptedException {
    assertEquals(Set.of("output.real", "output.fake"), outputs("hinge"));
    assertEquals(Set.of("output.real", "output.fake"), outputs("least-squares"));
    assertEquals(Set.of("d.real", "d.fake"), outputs("relativistic-average"));
    assertEquals(Set.of("d.real", "d.fake"), outputs("relativistic-paired"));
    assertEquals(Set.of("critic.real", "critic.fake"), outputs("wasserstein"));
  }

  private Set<String> outputs(String loss) throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(1).with("method.loss", loss));
    assertTrue(start(run).await(PATIENCE));
    List<Event.Scalars> told = of(Event.Scalars.class);
    Set<String> keys = new TreeSet<>(told.get(told.size() - 1).values().keySet());
    keys.removeIf(each -> !each.matches("(d|output|critic)\\.(real|fake)"));
    return keys;
  }

  @Test
  void resumesBitExact() throws InterruptedException {
    RunFolder whole = RunFolder.create(folder, tiny(12));
    assertTrue(start(whole).await(PATIENCE));
    RunFolder parted = RunFolder.create(folder, tiny(12));
    Trainer first = start(parted);
    eventually(() -> first.status().step() >= 3);
    first.close();
    long stoppedAt = parted.latestCheckpoint().orElseThrow().step();
    assertTrue(stoppedAt >= 3 && stoppedAt <= 12);
    assertTrue(start(parted).await(PATIENCE));
    Checkpoint expected = whole.latestCheckpoint().orElseThrow();
    Checkpoint actual = parted.latestCheckpoint().orElseThrow();
    assertEquals(12, actual.step());
    assertEquals(expected.state(), actual.state());
    assertEquals(expected.tensors(), actual.tensors());
  }

  @Test
  void changesLiveHyperParametersAndRefusesOthers() throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 2);
      trainer.change("generator.optimizer.learningRate", "1e-3");
      eventually(() -> !of(Event.Changed.class).isEmpty());
      Event.Changed change = of(Event.Changed.class).get(0);
      assertEquals("generator.optimizer.learningRate", change.key());
      assertEquals("2e-4", change.before());
      assertEquals("0.001", change.after());
      assertThrows(StudioException.class, () -> trainer.change("generator.width", 8));
      assertThrows(
          StudioException.class, () -> trainer.change("generator.optimizer.learningRate", -1.0));
    }
  }

  @Test
  void pausesStepsAndLendsSnapshotsMeanwhile() throws Exception {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 1);
      trainer.pause();
      eventually(() -> trainer.status().state() == Trainer.State.PAUSED);
      long at = trainer.status().step();
      try (Snapshot snapshot = trainer.snapshot(true).get(1, TimeUnit.MINUTES)) {
        assertEquals(at, snapshot.step());
        assertEquals(
            3,
            snapshot
                .render(LatentCodes.gaussian(3, 8, 1), new int[3], Double.POSITIVE_INFINITY)
                .size());
      }
      trainer.singleStep();
      eventually(() -> trainer.status().step() == at + 1);
      assertEquals(Trainer.State.PAUSED, trainer.status().state());
      trainer.resume();
      eventually(() -> trainer.status().step() > at + 3);
    }
  }

  @Test
  void whatIsAskedForWhileItIsBeingOpenedIsDoneWhenItHasBegun() throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      trainer.pause();
      eventually(() -> trainer.status().state() == Trainer.State.PAUSED);
      assertEquals(0, trainer.status().step());
      trainer.singleStep();
      eventually(() -> trainer.status().step() == 1);
      assertEquals(Trainer.State.PAUSED, trainer.status().state());
    }
  }

  @Test
  void pausesWithAFindingWhenItDivergesAndGoesBackToTheLastGoodCheckpoint()
      throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 5);
      trainer.change("discriminator.optimizer.learningRate", "1e6");
      trainer.change("generator.optimizer.learningRate", "1e6");
      eventually(() -> trainer.status().state() == Trainer.State.PAUSED);
      Event.Found finding = of(Event.Found.class).get(0);
      assertEquals("diverged", finding.kind());
      trainer.rewind();
      eventually(() -> trainer.status().message().startsWith("Back at step"));
      long at = trainer.status().step();
      trainer.resume();
      eventually(() -> trainer.status().step() > at + 3);
      assertFalse(run.latestCheckpoint().isEmpty());
    }
  }

  @Test
  void findsExplodedWeightsBehindCalmLosses() throws InterruptedException {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 5);
      trainer.change("generator.optimizer.learningRate", "1e6");
      eventually(() -> trainer.status().state() == Trainer.State.PAUSED);
      assertEquals("diverged", of(Event.Found.class).get(0).kind());
      long at = of(Event.Found.class).get(0).step();
      assertTrue(at - of(Event.Changed.class).get(0).step() <= 20, "found late");
    }
  }

  @Test
  void endsWithAMessageWhenItsFolderIsDeleted() throws Exception {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 2);
      Path moved = folder.resolve("moved-away");
      Files.move(run.path(), moved);
      assertTrue(trainer.await(PATIENCE));
      assertEquals(Trainer.State.FAILED, trainer.status().state());
      assertTrue(trainer.status().message().contains(run.id()), trainer.status().message());
      assertTrue(trainer.snapshot(true).isCompletedExceptionally());
    }
  }

  @Test
  void waitsWithAFindingWhenACheckpointCannotBeWritten() throws Exception {
    RunFolder run = RunFolder.create(folder, tiny(1_000_000));
    try (Trainer trainer = start(run)) {
      eventually(() -> trainer.status().step() >= 2);
      trainer.pause(); // so that it saves none while the folder is taken away
      eventually(() -> trainer.status().state() == Trainer.State.PAUSED);
      Path checkpoints = run.path().resolve("checkpoints");
      Files.move(checkpoints, run.path().resolve("elsewhere"));
      Files.createFile(checkpoints); // a file is in the way
      trainer.resume();
      eventually(() -> steps(Event.Paused.class).size() == 2);
      assertEquals("checkpoint", of(Event.Found.class).get(0).kind());
      Files.delete(checkpoints);
      trainer.resume();
      long at = of(Event.Found.class).get(0).step();
      eventually(() -> trainer.status().step() > at + 5);
    }
  }
}
