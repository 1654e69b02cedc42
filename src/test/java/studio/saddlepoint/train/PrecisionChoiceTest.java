package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Precision;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

class PrecisionChoiceTest {
  private static final DataSet DATA = new BenchmarkData(new ImageShape(1, 32, 32));
  private static final LongSupplier NOT_ASKED = () -> fail("it is measured again");
  private static final Predicate<Progress> GAINS = progress -> true;

  @TempDir private Path caches;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  private static Recipe tiny() {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("generator.latentSize", 8)
        .with("discriminator.width", 4)
        .with("training.batchSize", 4)
        .with("training.precision", "auto");
  }

  private Precision chosen(Recipe recipe, LongSupplier clock, Predicate<Progress> processor) {
    return new PrecisionChoice(caches, clock, processor)
        .choose(recipe, DATA, Progress.NONE)
        .training()
        .precision();
  }

  /** A clock by which all steps take the same time. */
  private static LongSupplier even() {
    AtomicLong now = new AtomicLong();
    return () -> now.addAndGet(1_000);
  }

  @Test
  void stepsThatGainNothingStayExactAndAreMeasuredOnce() {
    assertEquals(Precision.FLOAT32, chosen(tiny(), even(), GAINS));
    assertEquals(Precision.FLOAT32, chosen(tiny(), NOT_ASKED, GAINS));
  }

  @Test
  void nothingIsMeasuredWhereItIsNamedOrTheProcessorHasNone() {
    assertEquals(
        Precision.BFLOAT16,
        chosen(
            tiny().with("training.precision", "bfloat16"),
            NOT_ASKED,
            progress -> fail("the processor is tried")));
    assertEquals(Precision.FLOAT32, chosen(tiny(), NOT_ASKED, progress -> false));
    assertEquals(
        Precision.FLOAT32,
        chosen(
            tiny()
                .with("generator.architecture", "mlp")
                .with("discriminator.normalization", "none"),
            NOT_ASKED,
            GAINS));
    assertEquals(
        Precision.FLOAT32, Recipe.defaults().training().precision(), "as before it was there");
  }

  @Test
  void loweredStepsAreAlikeAndPenaltiesStayExact() {
    Map<String, Double> exact = step("float32");
    Map<String, Double> lowered = step("bfloat16");
    double loss = exact.get("loss.discriminator");
    assertNotEquals(loss, lowered.get("loss.discriminator"));
    assertEquals(loss, lowered.get("loss.discriminator"), 0.02 * Math.abs(loss));
    assertEquals(exact.get("penalty.r1"), lowered.get("penalty.r1"), "of the same pictures");
  }

  private static Map<String, Double> step(String precision) {
    Recipe recipe =
        tiny()
            .with("training.precision", precision)
            .with("discriminator.normalization", "none")
            .with("method.r1.weight", 1);
    try (TrainingState training = new TrainingState(recipe, DATA);
        Batches batches = new Batches(DATA, recipe.seed(), 0, false)) {
      return training.makeStep(batches).values();
    }
  }
}
