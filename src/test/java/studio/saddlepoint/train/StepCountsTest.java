package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.recipe.method.UpdateRatio;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;

/** Steps, moves of the generator and pictures seen are three numbers. */
class StepCountsTest extends TrainingFixture {

  private static Event.Changed changed(long step, String key, int to) {
    return new Event.Changed(Instant.EPOCH, step, key, "1", Integer.toString(to));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 0, 0, 0, 0",
    "5, 1, 1, 0, 25, 500, 0",
    "1, 5, 1, 0, 0, 0, 0",
    "1, 1, 3, 7, 0, 0, 0",
    "2, 3, 2, 4, 3, 5, 0",
    "3, 2, 1, 100, 0, 1, 0",
    "3, 7, 1, 6, 1, 7, 0",
    "1, 1, 1, 0, 0, 0, 9",
    "2, 3, 2, 4, 3, 5, 8",
    "3, 7, 1, 6, 1, 7, 1",
    "5, 1, 2, 0, 25, 500, 100",
  })
  void allStepsTogetherAreWhatThePaceSaysOfEach(
      int critic, int every, int generator, int alone, int warm, int again, int first) {
    Recipe recipe =
        Recipe.defaults()
            .with(
                Map.of(
                    "method.criticSteps", critic,
                    "method.generatorEvery", every,
                    "method.generatorSteps", generator,
                    "method.pretraining", alone,
                    "method.generatorPretraining", first,
                    "method.warmUp.steps", warm,
                    "method.warmUp.criticSteps", 20,
                    "method.warmUp.again", again));
    long generatorMoves = 0;
    long discriminatorMoves = 0;
    long batches = 0;
    for (long step = 0; step < 60; step++) {
      assertEquals(
          new StepCounts(generatorMoves, discriminatorMoves, 64 * batches),
          StepCounts.NONE.then(recipe, 0, step),
          "after " + step);
      UpdateRatio pace = UpdateRatio.of(recipe.method(), step);
      generatorMoves += pace.generatorMoves();
      discriminatorMoves += pace.criticMoves();
      batches += pace.batches();
    }
  }

  @Test
  void aChangeCountsFromItsStepOn() {
    List<Event.Changed> changes =
        List.of(
            changed(10, "method.generatorEvery", 5),
            changed(10, "method.criticSteps", 2),
            changed(10, "no.such.key", 2),
            changed(20, "method.generatorEvery", 1));
    assertEquals(
        new StepCounts(10 + 2 + 10, 10 + 20 + 20, 64 * 50),
        CountedSteps.of(Recipe.defaults(), changes, 30));
    assertEquals(new StepCounts(5, 5, 64 * 5), CountedSteps.of(Recipe.defaults(), changes, 5));
    double[] images =
        CountedSteps.images(Recipe.defaults(), changes, new double[] {1, 5, 10, 17, 30, 31});
    double[] steps = {1, 5, 10, 17, 30, 31};
    for (int i = 0; i < steps.length; i++) {
      assertEquals(
          CountedSteps.of(Recipe.defaults(), changes, (long) steps[i]).imagesSeen(), images[i]);
    }
  }

  @Test
  void aTrainingTellsAllThree() {
    Recipe recipe =
        tiny(12)
            .with("method.generatorEvery", 5)
            .with("method.criticSteps", 2)
            .with("method.warmUp.steps", 1)
            .with("method.warmUp.criticSteps", 4);
    RunFolder run = RunFolder.create(folder, recipe);
    TrainingLoop[] trained = new TrainingLoop[1];
    train(
        run,
        (event, loop) -> {
          trained[0] = loop;
          if (event instanceof Event.Scalars && event.step() == 7) {
            loop.ask(now -> now.change(HyperParameters.of("method.generatorEvery"), 2));
          }
        });
    Status end = trained[0].status();
    assertEquals(12, end.step());
    assertEquals(1 + 3, end.generatorMoves());
    assertEquals((4 + 11 * 2) * 8, end.imagesSeen());
    StepCounts counts = CountedSteps.of(recipe, of(Event.Changed.class), 12);
    assertEquals(end.generatorMoves(), counts.generatorMoves());
    assertEquals(end.imagesSeen(), counts.imagesSeen());
  }
}
