package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

/** The samples of the raw weights beside those of the averaged ones. */
class RawSheetsTest extends TrainingFixture {
  private static final long STEPS = 10;

  /** Fast enough that a step moves pixels by more than a byte can hide. */
  private static Recipe recipe() {
    return tiny(STEPS).with("generator.optimizer.learningRate", 0.02);
  }

  private RunFolder trained(Recipe recipe) {
    events.clear();
    RunFolder run = RunFolder.create(folder, recipe);
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    return run;
  }

  private static String sheet(long step) {
    return String.format(Locale.ROOT, "samples/step-%010d.png", step);
  }

  @Test
  void areThoseOfATrainingThatAveragesNothing() {
    RunFolder averaging = trained(recipe());
    assertEquals(3, of(Event.Sheet.class).stream().filter(Event.Sheet::averaged).count());
    RunFolder plain = trained(recipe().with("generator.emaDecay", 0.0));
    assertEquals(0, of(Event.Sheet.class).stream().filter(Event.Sheet::averaged).count());
    for (long step : new long[] {0, 5, STEPS}) {
      SheetPictures without = plain.loadSheetPictures(sheet(step));
      assertEquals(Map.of(), without.companions(), "nothing to compare");
      assertArrayEquals(without.samples().argb(), raw(averaging, step).argb(), "step " + step);
    }
    Picture mean = averaging.loadSheet(sheet(STEPS));
    assertFalse(Arrays.equals(mean.argb(), raw(averaging, STEPS).argb()));
  }

  private static Picture raw(RunFolder run, long step) {
    Optional<Picture> raw = run.loadSheetPictures(sheet(step)).companion(SheetCompanion.RAW);
    return raw.orElseThrow();
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("batch norm", recipe()),
        Arguments.of("spectral norm", recipe().with("generator.spectralNorm", true)),
        Arguments.of(
            "virtual batch norm",
            recipe()
                .with("generator.normalization", "virtual-batch")
                .with("discriminator.normalization", "virtual-batch")),
        Arguments.of("dropout", recipe().with("generator.dropout", 0.2)),
        Arguments.of("classes", recipe().with("method.conditional", true)),
        Arguments.of(
            "an autoencoder", recipe().with("method.kind", "vae").with("method.realTarget", 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void leaveTheSameTrainingBehindHoweverManyAreDrawn(String name, Recipe recipe) {
    Checkpoint seldom =
        trained(recipe.with("training.sampleEvery", 1_000_000L)).latestCheckpoint().orElseThrow();
    Checkpoint always =
        trained(recipe.with("training.sampleEvery", 1L)).latestCheckpoint().orElseThrow();
    assertEquals(STEPS + 1, of(Event.Sheet.class).size());
    assertEquals(seldom.state(), always.state());
    assertEquals(seldom.tensors(), always.tensors());
  }
}
