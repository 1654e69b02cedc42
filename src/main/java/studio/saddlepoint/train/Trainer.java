package studio.saddlepoint.train;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.torch.ThreadPriority;

/**
 * A training on a thread of its own, and the handle by which others steer it. Every method may be
 * called from any thread and returns at once; what it asks for happens between two steps.
 */
public final class Trainer implements AutoCloseable {
  /** What a training does. */
  public enum State {
    /** Opens the data set and the networks. */
    STARTING,
    /** Makes steps. */
    RUNNING,
    /** Waits to be resumed. */
    PAUSED,
    /** Was stopped by a person; can be continued later. */
    STOPPED,
    /** Made all its steps. */
    FINISHED,
    /** Could not go on; the message tells why. */
    FAILED;

    /** Whether it has ended for good: this trainer will not run again. */
    public boolean ended() {
      return this == STOPPED || this == FINISHED || this == FAILED;
    }
  }

  private final TrainingLoop loop;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Trainer(TrainingLoop loop) {
    this.loop = loop;
  }

  /**
   * Starts a run, or continues it from its latest checkpoint.
   *
   * @param run where it is kept; locked while this trainer runs
   * @param home where data sets and classifiers are cached
   * @param listener told every event, on the training thread, after it was written to the run's log
   * @throws StudioException if its generator came as a file and cannot be trained
   */
  public static Trainer start(RunFolder run, Home home, Consumer<Event> listener) {
    return start(run, home, listener, () -> {});
  }

  /**
   * As {@link #start}, but on threads that let others go first where processors are short: for a
   * training beside which a person works in a window. Its numbers are the same.
   */
  public static Trainer startYielding(RunFolder run, Home home, Consumer<Event> listener) {
    return start(run, home, listener, ThreadPriority::lower);
  }

  private static Trainer start(
      RunFolder run, Home home, Consumer<Event> listener, Runnable onThread) {
    if (!run.recipe().generator().architecture().offered()) {
      throw new StudioException(
          English.of(
              "%s is a generator that came as a file, without a discriminator: it cannot be trained. Explore it, measure it, or train a new run.",
              run.id()));
    }
    TrainingLoop loop = new TrainingLoop(run, home, new QuickScore(home), listener);
    Trainer trainer = new Trainer(loop);
    Thread thread =
        new Thread(
            () -> {
              try {
                onThread.run(); // before all native work
                loop.run();
              } finally {
                trainer.ended.countDown();
              }
            },
            "training " + run.id());
    thread.setDaemon(true);
    thread.start();
    return trainer;
  }

  /** Pauses after the step being made, and writes a checkpoint. */
  public void pause() {
    loop.ask(Steering::pause);
  }

  /** Goes on after a pause. */
  public void resume() {
    loop.ask(Steering::resume);
  }

  /** Makes one step and pauses again. */
  public void singleStep() {
    loop.ask(Steering::singleStep);
  }

  /** Ends the training after the step being made; everything is kept and it can be continued. */
  public void stop() {
    loop.ask(Steering::stop);
  }

  /**
   * Trains for a time, from the next step on, in place of the recipe's number of steps. When it is
   * over, a training with steps left is stopped, and one that has made them all is finished.
   *
   * @param time how long, above 0
   */
  public void trainFor(Duration time) {
    loop.ask(now -> now.trainFor(time));
  }

  /**
   * Changes a live hyper-parameter at the next step.
   *
   * @param key such as {@code generator.optimizer.learningRate}
   * @param value of its type, or a text that can be read as it
   * @throws StudioException if it is unknown, not live, or the value is not allowed
   */
  public void change(String key, Object value) {
    change(key, value, Author.PERSON);
  }

  /**
   * As {@link #change(String, Object)}, told as the change of somebody else.
   *
   * @param author who changes it
   */
  public void change(String key, Object value, Author author) {
    HyperParameter parameter = HyperParameters.of(key);
    if (!parameter.live()) {
      throw new StudioException(
          parameter.label() + " cannot change while training: start a new run with another value.");
    }
    loop.requireTrainable(parameter.set(loop.live(), value)); // refuses what does not fit
    Object checked = parameter.parse(value instanceof String text ? text : parameter.format(value));
    loop.ask(now -> now.change(parameter, checked, author));
  }

  /** Goes back to the last good checkpoint and pauses there; the steps since then are lost. */
  public void rewind() {
    loop.ask(Steering::rewind);
  }

  /**
   * Draws sample sheets in between for somebody who watches: early ones, and of the step that it
   * waits at. They are not kept, and change nothing of what the training does.
   *
   * @param watcher told on the training thread
   */
  public void watchedBy(Consumer<Preview> watcher) {
    loop.watchedBy(watcher);
  }

  /** How it stands now. */
  public Status status() {
    return loop.status();
  }

  /**
   * The generator as it is after the step being made.
   *
   * @param averaged whether to take the averaged weights (EMA)
   * @return completed soon while it runs or waits; exceptionally when it has ended. Whoever asks
   *     closes the snapshot.
   */
  public CompletableFuture<Snapshot> snapshot(boolean averaged) {
    return loop.networks().thenApplyAsync(checkpoint -> Snapshot.of(checkpoint, averaged));
  }

  /**
   * Waits until it has ended.
   *
   * @param atMost how long
   * @return whether it has ended
   */
  public boolean await(Duration atMost) throws InterruptedException {
    return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops, and waits until the last checkpoint is written. */
  @Override
  public void close() {
    stop();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
