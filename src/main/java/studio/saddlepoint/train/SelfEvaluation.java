package studio.saddlepoint.train;

import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * Scores a training while it runs, on a thread of its own, and keeps its best checkpoint. One
 * evaluation at a time: what falls due meanwhile is left out, so the training never waits for it.
 */
final class SelfEvaluation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SelfEvaluation.class);
  private static final String FID = "fid";

  /** How a snapshot is scored; value {@code fid} decides which is best. */
  @FunctionalInterface
  interface Scorer {
    EvaluationResult score(Snapshot snapshot, Recipe recipe, boolean labelled, Progress progress);
  }

  private final RunFolder run;
  private final Scorer scorer;
  private final boolean labelled;
  private final Consumer<Event> emit;
  private final Runnable ended;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService thread;
  private double best;
  private volatile double share;
  private final long begun;
  private long latest = -1;

  /**
   * Nothing evaluated yet.
   *
   * @param begun the step at which the training was opened
   * @param emit takes the scores, on the evaluating thread
   * @param ended told after each evaluation, whether or not it gave scores
   */
  SelfEvaluation(
      RunFolder run,
      Scorer scorer,
      boolean labelled,
      long begun,
      Consumer<Event> emit,
      Runnable ended) {
    this.run = run;
    this.scorer = scorer;
    this.labelled = labelled;
    this.begun = begun;
    this.emit = emit;
    this.ended = ended;
    this.best = run.bestScore().orElse(Double.POSITIVE_INFINITY);
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "evaluating " + run.id());
              made.setDaemon(true);
              return made;
            });
  }

  /** Evaluates the weights of a step that is due, unless an evaluation runs already. */
  void offerIfDue(TrainingState training) {
    if (isDue(training)) {
      offer(training);
    }
  }

  /**
   * Whether a training that has made all its steps waits for an evaluation, which is begun if the
   * last step was due and left out. Only steps made since the training was opened count.
   */
  boolean measuresLast(TrainingState training) {
    long step = training.step();
    boolean left = step != begun && step != latest && isDue(training);
    if (left) {
      offer(training);
    }
    // Refused by an evaluation that ends just now, it is offered again when that end is told.
    return busy.get() || left && step != latest;
  }

  /** How far the evaluation that runs is, 0 to 1; NaN where none does. */
  double share() {
    return busy.get() ? share : Double.NaN;
  }

  private static boolean isDue(TrainingState training) {
    long every = training.recipe().training().evaluateEvery();
    return every > 0 && training.step() % every == 0;
  }

  private void offer(TrainingState training) {
    if (!closed.get() && busy.compareAndSet(false, true)) {
      latest = training.step();
      share = 0;
      Checkpoint checkpoint = training.save();
      thread.execute(
          () -> {
            try {
              evaluate(checkpoint);
            } finally {
              busy.set(false);
              ended.run();
            }
          });
    }
  }

  private void evaluate(Checkpoint checkpoint) {
    boolean averaged = checkpoint.recipe().averages();
    try (Snapshot snapshot = Snapshot.of(checkpoint, averaged)) {
      EvaluationResult result =
          scorer.score(
              snapshot,
              checkpoint.recipe(),
              labelled,
              new Progress() {
                @Override
                public void report(String stage, double fraction) {
                  LOG.debug("{} {}", stage, fraction);
                  if (!Double.isNaN(fraction)) {
                    share = fraction;
                  }
                }

                @Override
                public boolean cancelled() {
                  return closed.get();
                }
              });
      emit.accept(
          new Event.Scored(
              Instant.now(),
              checkpoint.step(),
              ScoreCard.weights(averaged),
              result.values(),
              result.how().sentence(),
              result.how().settings()));
      double fid = result.values().getOrDefault(FID, Double.NaN);
      if (fid < best && atLargest(snapshot)) {
        run.saveBest(checkpoint, fid, result.how().sentence());
        best = fid; // only what is kept has to be beaten
      }
    } catch (CancellationException e) {
      LOG.debug("Evaluation of step {} was cancelled", checkpoint.step());
    } catch (StudioException e) {
      LOG.warn("Step {} could not be evaluated: {}", checkpoint.step(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Step {} could not be evaluated", checkpoint.step(), e);
    }
  }

  /** Whether it makes its largest pictures: scores of smaller ones are of another task. */
  private static boolean atLargest(Snapshot snapshot) {
    return snapshot.shape().height() == snapshot.recipe().data().size();
  }

  /** Cancels what runs and waits for it. */
  @Override
  public void close() {
    closed.set(true);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("The evaluation does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
