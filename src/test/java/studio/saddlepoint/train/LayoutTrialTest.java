package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

class LayoutTrialTest {
  private static final DataSet DATA = new BenchmarkData(new ImageShape(1, 32, 32));
  private static final LongSupplier NOT_ASKED = () -> fail("it is measured again");

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
        .with("training.measureLayout", true)
        .with("training.steps", 5_000L);
  }

  /** A clock by which steps take so long; it is asked once at first, and before each turn. */
  private static LongSupplier steps(long named, long other) {
    return new LongSupplier() {
      private long now;
      private int reading;

      @Override
      public long getAsLong() {
        // of the four readings of a turn, or of a warm-up, the second and the last end a step
        int place = reading < 9 ? reading - 1 : (reading - 9) % 5;
        if (reading < 9 ? place % 4 == 1 : place == 1) {
          now += named;
        } else if (reading < 9 ? place % 4 == 3 : place == 3) {
          now += other;
        }
        reading++;
        return now;
      }
    };
  }

  private boolean channelsLast(Recipe recipe, LongSupplier clock) {
    return new LayoutTrial(caches, clock)
        .choose(recipe, DATA, Progress.NONE)
        .training()
        .channelsLast();
  }

  @Test
  void theFasterOrderIsToldAndMeasuredOnceForSuchNetworks() {
    assertFalse(channelsLast(tiny(), steps(3_000, 2_000)));
    Recipe same = tiny().with("generator.optimizer.learningRate", 1e-4).with("seed", 5L);
    assertFalse(channelsLast(same, NOT_ASKED));
    assertFalse(channelsLast(tiny().with("training.channelsLast", false), NOT_ASKED));
  }

  @Test
  void whatIsHardlySlowerStays() {
    assertTrue(channelsLast(tiny(), steps(1_020, 1_000)));
    assertTrue(channelsLast(tiny().with("training.channelsLast", false), NOT_ASKED));
  }

  @Test
  void shortTrainingsAndThoseThatNameTheirOrderAreNotMeasured() {
    assertTrue(channelsLast(tiny().with("training.steps", 4_999L), NOT_ASKED));
    assertTrue(channelsLast(tiny().with("training.measureLayout", false), NOT_ASKED));
  }

  @Test
  void whatCannotBeReadIsMeasuredAnew() throws IOException {
    for (String text : new String[] {"", "[1]", "{\"a\""}) {
      Files.writeString(caches.resolve("memory-orders.json"), text);
      assertFalse(channelsLast(tiny(), steps(3_000, 2_000)), text);
    }
    assertFalse(channelsLast(tiny(), NOT_ASKED));
  }
}
