package studio.saddlepoint.train;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.train.Trainer.State;
import studio.saddlepoint.train.method.Growth;
import studio.saddlepoint.train.progress.Moment;
import studio.saddlepoint.train.progress.RemainingTime;
import studio.saddlepoint.train.progress.Throughput;
import studio.saddlepoint.train.progress.TimeGaps;
import studio.saddlepoint.train.progress.TimeGaps.Gap;
import studio.saddlepoint.train.progress.TimeLimit;
import studio.saddlepoint.train.step.StepReport;

/**
 * The parts that a training works with while it is open: its state, the batches it reads, and its
 * speed.
 */
final class TrainingSession implements AutoCloseable {
  private final DataSet data;
  private final TrainingState training;
  private final Throughput throughput = new Throughput();
  private final RemainingTime remaining = new RemainingTime();
  private final TimeGaps gaps = new TimeGaps();
  private final Supplier<Moment> moments;
  private @Nullable TimeLimit limit;
  private Batches batches;
  private long epoch;

  /** Real pictures that the last step drew. */
  private long perStep = 1;

  private Optional<Gap> gap = Optional.empty();
  private Map<String, Double> clustered = Map.of();

  /**
   * Opens a training.
   *
   * @param data what it learns from
   * @param from where it goes on; empty to begin
   * @param moments tells the time of now
   */
  TrainingSession(
      Recipe recipe, DataSet data, Optional<Checkpoint> from, Supplier<Moment> moments) {
    this.data = data;
    this.moments = moments;
    this.training = new TrainingState(recipe, data);
    try {
      from.ifPresent(training::restore);
      this.batches = openBatches();
    } catch (RuntimeException | Error e) {
      training.close();
      throw e;
    }
  }

  private Batches openBatches() {
    Recipe recipe = training.recipe();
    epoch = epochNow();
    restartClock();
    return new Batches(data, recipe.seed(), training.imagesSeen(), recipe.data().mirror());
  }

  private long epochNow() {
    return training.imagesSeen() / data.size();
  }

  /**
   * Trains with another recipe from the next step on.
   *
   * @throws StudioException if its data set does not allow that
   */
  void change(Recipe to) {
    TrainingData.requireTrainable(data, to);
    training.change(to);
  }

  /** The networks and all that changes with them. */
  TrainingState training() {
    return training;
  }

  /**
   * Makes clusters anew if they are due; the next step tells of them. That time is none of a step.
   *
   * @param progress told how far it is
   * @return whether the next step can be made: not where this was cancelled, of which nothing is
   *     left
   */
  boolean makeClusters(Progress progress) {
    if (!training.clustersDue()) {
      return true;
    }
    try {
      clustered = training.makeClusters(progress);
      return true;
    } catch (CancellationException e) {
      return false;
    } finally {
      waited();
    }
  }

  /**
   * Makes a step.
   *
   * @param evaluated how far the evaluation is that runs beside it, 0 to 1; NaN where none does
   */
  StepReport makeStep(double evaluated) {
    remaining.evaluating(evaluated);
    long before = training.imagesSeen();
    StepReport report = training.makeStep(batches).with(clustered);
    clustered = Map.of();
    Moment moment = moments.get();
    gap = gaps.step(moment);
    if (gap.filter(each -> !each.still().isZero()).isPresent()) {
      throughput.restart();
      remaining.interrupt();
    }
    long now = moment.nanos();
    long images = training.imagesSeen() - before;
    remaining.step(now, Growth.effort(training.recipe(), before, images) / images);
    perStep = images;
    throughput.step(now, report.images());
    return report;
  }

  /** What was strange about the time of the last step. */
  Optional<Gap> gap() {
    return gap;
  }

  /** Ends after a time in place of a number of steps. */
  void limit(TimeLimit time) {
    limit = time;
  }

  /** Whether it has a time in place of a number of steps. */
  boolean limited() {
    return limit != null;
  }

  /** Whether its steps are made, or its time is over. */
  boolean over() {
    return limit == null ? training.step() >= training.recipe().training().steps() : limit.over();
  }

  /** Whether all pictures were seen once more since this was last asked. */
  boolean epochEnded() {
    long before = epoch;
    epoch = epochNow();
    return epoch > before;
  }

  /** Goes back to a checkpoint. */
  void goBack(Checkpoint checkpoint) {
    clustered = Map.of();
    training.restore(checkpoint);
    batches.close();
    batches = openBatches();
  }

  /** Leaves the time until now out of what is left by it. */
  void waited() {
    remaining.interrupt();
    gaps.interrupt();
  }

  /** Leaves the time until now out of the speed, and of what is left by it. */
  void restartClock() {
    throughput.restart();
    remaining.interrupt();
    gaps.interrupt();
  }

  /** Real pictures seen per second, over the last seconds. */
  double picturesPerSecond() {
    return throughput.picturesPerSecond();
  }

  /** How it stands. */
  Status status(State state, String device, String message) {
    boolean running = state == State.RUNNING;
    long steps = training.recipe().training().steps();
    long left = steps - training.step();
    Optional<Duration> eta = Optional.empty();
    if (running && limit != null) {
      eta = Optional.of(limit.left());
    } else if (running) {
      eta =
          remaining.of(
              Growth.effort(training.recipe(), training.imagesSeen(), left * perStep) / perStep);
    }
    return new Status(
        state,
        training.step(),
        steps,
        training.generatorMoves(),
        training.imagesSeen(),
        epoch,
        running ? throughput.picturesPerSecond() : 0,
        eta,
        device,
        message);
  }

  @Override
  public void close() {
    batches.close();
    training.close();
  }
}
