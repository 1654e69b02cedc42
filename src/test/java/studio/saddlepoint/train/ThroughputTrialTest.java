package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;

class ThroughputTrialTest {
  private static final DataSet DATA = new BenchmarkData(new ImageShape(1, 32, 32));

  @TempDir private Path caches;

  private static Recipe tiny() {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("generator.latentSize", 8)
        .with("discriminator.width", 4)
        .with("training.batchSize", 4);
  }

  /** A clock by which each step takes so long. */
  private static LongSupplier steps(Duration each) {
    return new LongSupplier() {
      private long now;

      @Override
      public long getAsLong() {
        now += each.toNanos();
        return now;
      }
    };
  }

  private ThroughputTrial trial(Duration step) {
    return new ThroughputTrial(caches, steps(step));
  }

  @Test
  void stepsAreTimedAndKeptForSuchARecipe() {
    assertTrue(trial(Duration.ofMillis(500)).known(tiny(), DATA.shape(), 0).isEmpty());
    boolean graphs = Autograd.enabled();
    Throughput measured = trial(Duration.ofMillis(500)).measure(tiny(), DATA, Progress.NONE);
    assertEquals(graphs, Autograd.enabled());
    assertEquals(2, measured.stepsPerSecond(), 1e-9);
    assertEquals(4, measured.imagesPerStep(), 1e-9);
    ThroughputTrial later = new ThroughputTrial(caches);
    int classes = DATA.classNames().size();
    assertEquals(measured, later.known(tiny(), DATA.shape(), classes).orElseThrow());
    Recipe same = tiny().with("seed", 5L).with("training.steps", 9L);
    assertTrue(later.known(same, DATA.shape(), classes).isPresent());
    for (Recipe other :
        List.of(
            tiny().with("training.batchSize", 8),
            tiny().with("generator.width", 8),
            tiny().with("method.criticSteps", 2))) {
      assertTrue(later.known(other, DATA.shape(), classes).isEmpty());
    }
    assertTrue(later.known(tiny(), new ImageShape(3, 32, 32), classes).isEmpty());
    assertTrue(later.known(tiny(), DATA.shape(), classes + 1).isEmpty());
    Throughput again = trial(Duration.ofSeconds(1)).measure(tiny(), DATA, Progress.NONE);
    assertEquals(again, later.known(tiny(), DATA.shape(), classes).orElseThrow());
    assertEquals(1, again.stepsPerSecond(), 1e-9);
  }

  @Test
  void severalMovesOfTheCriticAreSoManyBatches() {
    Recipe five = tiny().with("method.criticSteps", 3);
    Throughput measured = trial(Duration.ofSeconds(9)).measure(five, DATA, Progress.NONE);
    assertEquals(12, measured.imagesPerStep(), 1e-9);
    assertEquals(1 / 9.0, measured.stepsPerSecond(), 1e-9);
  }

  @Test
  void whatIsKeptAndCannotBeReadIsMeasuredAnew() throws IOException {
    trial(Duration.ofSeconds(9)).measure(tiny(), DATA, Progress.NONE);
    Path file = caches.resolve("throughput.json");
    String kept = Files.readString(file);
    for (String damaged :
        List.of("[", "[]", kept.replace(":4", ":-4"), kept.replaceAll("\\{\"steps.*", "7}"))) {
      Files.writeString(file, damaged);
      assertTrue(
          new ThroughputTrial(caches)
              .known(tiny(), DATA.shape(), DATA.classNames().size())
              .isEmpty(),
          damaged);
    }
    trial(Duration.ofSeconds(9)).measure(tiny(), DATA, Progress.NONE);
    assertEquals(kept, Files.readString(file));
  }

  @Test
  void itTellsHowFarItIsAndCanBeEnded() {
    List<Double> told = new ArrayList<>();
    trial(Duration.ofMillis(500)).measure(tiny(), DATA, (stage, share) -> told.add(share));
    assertEquals(1, told.get(told.size() - 1));
    assertTrue(told.contains(0.5), told.toString());
    Progress ended =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            // nobody looks
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    Recipe other = tiny().with("training.batchSize", 3);
    assertThrows(
        CancellationException.class,
        () -> trial(Duration.ofSeconds(9)).measure(other, DATA, ended));
    assertTrue(
        new ThroughputTrial(caches).known(other, DATA.shape(), DATA.classNames().size()).isEmpty());
  }

  @Test
  void whatCannotBeTrainedIsRefusedBefore() {
    assertTrue(DATA.size() < 4096);
    Recipe large = tiny().with("training.batchSize", 4096);
    assertThrows(
        StudioException.class,
        () -> trial(Duration.ofSeconds(9)).measure(large, DATA, Progress.NONE));
    assertFalse(Files.exists(caches.resolve("throughput.json")));
  }

  @Test
  void aTimeBuysSteps() {
    Throughput speed = new Throughput(10, 64);
    assertEquals(2550, speed.steps(Duration.ofMinutes(5)));
    assertEquals(1, speed.steps(Duration.ofNanos(1)));
    assertEquals(163_200, speed.images(2550));
    assertEquals(640, speed.imagesPerSecond());
    assertThrows(IllegalArgumentException.class, () -> new Throughput(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Throughput(Double.NaN, 1));
  }
}
