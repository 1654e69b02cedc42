package studio.saddlepoint.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * How fast this computer trains a recipe: some of its steps are made and timed, and what was
 * measured is kept, once for such a recipe on pictures of such a shape.
 */
public final class ThroughputTrial {
  private static final String FILE = "throughput.json";
  private static final String STEPS = "stepsPerSecond";
  private static final String IMAGES = "imagesPerStep";
  private static final String STAGE = "Measuring how fast this computer trains it";

  private static final int WARM_UP = 3;

  /** Several rounds of terms that are taken every 16th step only. */
  private static final int MOST = 64;

  /** Slow networks make fewer steps, one at least. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final Path caches;
  private final MachineMeasures measures;
  private final LongSupplier clock;

  /**
   * A trial that has not begun.
   *
   * @param caches the program's folder for caches
   */
  public ThroughputTrial(Path caches) {
    this(caches, System::nanoTime);
  }

  /**
   * With a clock.
   *
   * @param clock nanoseconds, asked before the steps and after each
   */
  ThroughputTrial(Path caches, LongSupplier clock) {
    this.caches = caches;
    this.measures = new MachineMeasures(caches, FILE);
    this.clock = clock;
  }

  /**
   * What was measured before; empty where nothing was. Starts the engine, whose threads count.
   *
   * @param shape of the pictures
   * @param classes how many there are; 0 for none
   */
  public Optional<Throughput> known(Recipe recipe, ImageShape shape, int classes) {
    TorchEngine.start(Progress.NONE);
    return measures.of(subject(recipe, shape, classes)).flatMap(ThroughputTrial::read);
  }

  /**
   * Measures, and keeps it in place of what was measured before. Something else that computes
   * meanwhile makes it slower than it is.
   *
   * @param data what is learnt; nothing is kept of what the networks learn from it
   * @param progress told what is done; may cancel it
   * @throws studio.saddlepoint.core.StudioException if such a recipe cannot learn from the data
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Throughput measure(Recipe recipe, DataSet data, Progress progress) {
    TorchEngine.start(progress);
    TrainingData.requireTrainable(data, recipe);
    boolean graphs = Autograd.enabled();
    Autograd.enable(true);
    try {
      Recipe ordered =
          new PrecisionChoice(caches)
              .choose(new LayoutTrial(caches).choose(recipe, data, progress), data, progress);
      Throughput measured = timed(StepContest.plain(ordered), data, progress);
      JsonObject kept = new JsonObject();
      kept.addProperty(STEPS, measured.stepsPerSecond());
      kept.addProperty(IMAGES, measured.imagesPerStep());
      measures.keep(subject(recipe, data.shape(), data.classNames().size()), kept);
      return measured;
    } finally {
      Autograd.enable(graphs);
    }
  }

  private Throughput timed(Recipe recipe, DataSet data, Progress progress) {
    progress.report(STAGE, 0);
    try (TrainingState training = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), 0, recipe.data().mirror())) {
      for (int i = 0; i < WARM_UP; i++) {
        progress.checkCancelled();
        training.makeStep(batches);
      }
      long begun = clock.getAsLong();
      long took = 0;
      long images = 0;
      int steps = 0;
      while (steps < MOST && (steps == 0 || took < LONGEST.toNanos())) {
        progress.checkCancelled();
        images += training.makeStep(batches).images();
        steps++;
        took = Math.max(1, clock.getAsLong() - begun);
        double share = Math.max((double) steps / MOST, (double) took / LONGEST.toNanos());
        progress.report(STAGE, Math.min(1, share));
      }
      return new Throughput(steps / (took / 1e9), Math.max(1, images) / (double) steps);
    }
  }

  /** What the time of a step depends on. */
  private static String subject(Recipe recipe, ImageShape shape, int classes) {
    String settings =
        HyperParameters.all().stream()
            .filter(
                each ->
                    List.of("generator.", "discriminator.", "encoder.", "method.").stream()
                        .anyMatch(each.key()::startsWith))
            .map(each -> each.key() + "=" + each.format(each.get(recipe)))
            .collect(Collectors.joining(" "));
    return English.of(
        "%s; %s; %s; %s; %d classes; batch %d; %s",
        TorchEngine.describe(),
        TorchEngine.convolutions(),
        TorchEngine.device(recipe.training().device()),
        shape,
        classes,
        recipe.training().batchSize(),
        settings);
  }

  private static Optional<Throughput> read(JsonElement kept) {
    try {
      JsonObject object = kept.getAsJsonObject();
      return Optional.of(
          new Throughput(object.get(STEPS).getAsDouble(), object.get(IMAGES).getAsDouble()));
    } catch (RuntimeException e) { // of another version, or damaged: measured again
      return Optional.empty();
    }
  }
}
