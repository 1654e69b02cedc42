package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;

/** Trainings whose numbers follow curves. */
class ScheduledTrainingTest extends TrainingFixture {
  private static final String RATE = "generator.optimizer.learningRate";
  private static final String BATCH = "training.batchSize";

  private static Recipe recipe() {
    return tiny(12)
        .with(RATE, "linear(0.001..0, 100%)")
        .with(BATCH, "linear(4..8, 40)")
        .with("method.instanceNoise", "cosine(0.2..0, 50%)")
        .with("training.checkpointEvery", 6L);
  }

  private List<Double> told(String key) {
    return of(Event.Scalars.class).stream().map(each -> each.values().get(key)).toList();
  }

  @Test
  void eachStepTellsTheValuesThatItWasMadeWith() {
    RunFolder run = RunFolder.create(folder, recipe());
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    List<Double> rates = told("schedule." + RATE);
    assertEquals(12, rates.size());
    assertEquals(0.001, rates.get(0));
    for (int i = 1; i < 12; i++) {
      assertTrue(rates.get(i) < rates.get(i - 1), rates::toString);
    }
    assertTrue(rates.get(11) > 0);
    assertEquals(4, told("schedule." + BATCH).get(0));
    assertEquals(8, told("schedule." + BATCH).get(11));
    Checkpoint end = run.latestCheckpoint().orElseThrow();
    assertEquals(CountedSteps.of(run.recipe(), List.of(), 12).imagesSeen(), end.imagesSeen());
    assertEquals(
        "linear(0.001..0, " + end.imagesSeen() + ")",
        end.recipe().schedules().of(RATE).orElseThrow().toString());
    assertEquals(recipe().schedules(), run.recipe().schedules(), "the recipe keeps its shares");
  }

  @Test
  void resumesBitExact() {
    RunFolder whole = RunFolder.create(folder, recipe());
    train(whole, (event, loop) -> {});
    RunFolder parted = RunFolder.create(folder, recipe());
    train(
        parted,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 7) {
            loop.ask(Steering::stop);
          }
        });
    assertEquals(7, parted.latestCheckpoint().orElseThrow().step());
    assertEquals(Trainer.State.FINISHED, train(parted, (event, loop) -> {}));
    Checkpoint expected = whole.latestCheckpoint().orElseThrow();
    Checkpoint actual = parted.latestCheckpoint().orElseThrow();
    assertEquals(expected.imagesSeen(), actual.imagesSeen());
    assertEquals(expected.tensors(), actual.tensors());
  }

  @Test
  void aLiveChangeReplacesAScheduleAndIsToldSoThatItCanBeTakenBack() {
    RunFolder run = RunFolder.create(folder, recipe());
    train(
        run,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 4) {
            loop.ask(now -> now.change(HyperParameters.of(RATE), 5e-4));
          } else if (event instanceof Event.Changed change && change.after().equals("5e-4")) {
            loop.ask(
                now ->
                    now.change(
                        HyperParameters.of(RATE), HyperParameters.of(RATE).parse(change.before())));
          }
        });
    List<Event.Changed> changes = of(Event.Changed.class);
    String begun = "linear(0.001..0, " + run.latestCheckpoint().orElseThrow().imagesSeen() + ")";
    assertEquals(2, changes.size());
    assertEquals(begun, changes.get(0).before());
    assertEquals("5e-4", changes.get(0).after());
    assertEquals("5e-4", changes.get(1).before());
    assertEquals(begun, changes.get(1).after());
  }

  @Test
  void aScheduleGivenWhileTrainingIsInImagesFromThenOn() {
    RunFolder run = RunFolder.create(folder, tiny(12).with(BATCH, 4));
    train(
        run,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 6) {
            loop.ask(
                now ->
                    now.change(
                        HyperParameters.of(RATE),
                        HyperParameters.of(RATE).parse("linear(1e-3..0, 100%)")));
          }
        });
    Event.Changed change = of(Event.Changed.class).get(0);
    assertEquals("2e-4", change.before());
    assertEquals("linear(0.001..0, 48)", change.after());
    List<Double> rates = told("schedule." + RATE);
    assertFalse(rates.subList(0, 6).stream().anyMatch(java.util.Objects::nonNull));
    assertEquals(0.0005, rates.get(6), 1e-18);
  }
}
