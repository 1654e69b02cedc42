package studio.saddlepoint.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;

/** A training as the window steers it. None of the methods but {@link #await} blocks. */
public interface Training {
  /** Where a training stands; the last three are final. */
  enum State {
    STARTING,
    RUNNING,
    PAUSED,
    STOPPED,
    FINISHED,
    FAILED;

    /** Whether it has ended. */
    public boolean isFinal() {
      return compareTo(STOPPED) >= 0;
    }
  }

  /**
   * How it is going.
   *
   * @param state where it stands
   * @param step steps done
   * @param steps steps to do
   * @param imagesPerSecond throughput; 0 where it is not known yet
   * @param eta time until it ends
   * @param device such as {@code cpu}
   * @param message what went wrong, or what it is doing
   */
  record Status(
      State state,
      long step,
      long steps,
      double imagesPerSecond,
      Optional<Duration> eta,
      String device,
      String message) {}

  /** Begins trainings: the way the model reaches the layer below. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts or resumes a run and returns at once.
     *
     * @param run what to train
     * @param listener told every event, on the training thread
     */
    Training start(RunFolder run, Consumer<Event> listener);
  }

  /** How it is going; from any thread, cheap. */
  Status status();

  /**
   * Hands on sample sheets in between, which are not kept: early ones, and of the step that it
   * waits at.
   *
   * @param watcher told on the training thread
   */
  void watchedBy(Consumer<Preview> watcher);

  /** Waits after this step. */
  void pause();

  /** Goes on. */
  void resume();

  /** Does one step and waits. */
  void singleStep();

  /** Ends after this step with a checkpoint. */
  void stop();

  /**
   * Changes a live hyper-parameter from the next step on.
   *
   * @param author whose change that is
   * @throws studio.saddlepoint.core.StudioException if it may not change, or not to this value
   */
  void change(String key, Object value, Author author);

  /** Goes back to the last good checkpoint and waits there. */
  void rewind();

  /**
   * The weights as they are after the step being made. Whoever asks closes the snapshot.
   *
   * @param averaged whether to take the averaged weights (EMA)
   * @return completed soon, on any thread; exceptionally when the training has ended
   */
  CompletableFuture<Snapshot> snapshot(boolean averaged);

  /** Waits until it has ended; whether it has. */
  boolean await(Duration atMost);
}
