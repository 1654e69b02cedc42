package studio.saddlepoint.train;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.source.SourceLook;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.diagnosis.Severity;

/**
 * Notices that pictures of a data set are deleted or written again while a training learns from
 * them. It goes on with the pictures as they were, which were made ready before it began; a person
 * is told once. Looks at the files now and then, on a thread of its own, for a disk may be slow.
 */
final class SourceWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** A look may take this share of the time. */
  private static final long RARE = 100;

  /** At the end a look is waited for as long as this. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<Optional<SourceLook>> look;
  private final Executor thread;
  private final LongSupplier nanos;
  private final Consumer<Event> emit;
  private volatile @Nullable SourceLook first;
  private volatile boolean over;
  private volatile long due;
  private CompletableFuture<Void> looking = CompletableFuture.completedFuture(null);

  /**
   * A watch that has not begun.
   *
   * @param look at the files as they are now; empty where there are none
   * @param thread does a look
   * @param nanos a clock such as {@link System#nanoTime}
   * @param emit takes what is told, on that thread
   */
  SourceWatch(
      Supplier<Optional<SourceLook>> look,
      Executor thread,
      LongSupplier nanos,
      Consumer<Event> emit) {
    this.look = look;
    this.thread = thread;
    this.nanos = nanos;
    this.emit = emit;
  }

  /** Runs each work on a thread of its own, that ends with it. */
  static Executor threads() {
    return work -> {
      Thread thread = new Thread(work, "files of the data set");
      thread.setDaemon(true);
      thread.start();
    };
  }

  /** The training begins. */
  void begin(long step) {
    start(step);
  }

  /** A step was made. */
  void afterStep(long step) {
    if (nanos.getAsLong() - due >= 0) {
      start(step);
    }
  }

  /** The training ends: looks once more. */
  void end(long step) {
    if (!looking.isDone()) {
      return; // it takes too long to wait for a look and another one
    }
    start(step);
    try {
      looking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("The files of the data set were not looked at in the end", e);
    }
  }

  private void start(long step) {
    if (!over && looking.isDone()) {
      due = nanos.getAsLong() + EVERY.toNanos();
      looking = CompletableFuture.runAsync(() -> look(step), thread);
    }
  }

  private void look(long step) {
    long began = nanos.getAsLong();
    try {
      Optional<SourceLook> now = look.get();
      SourceLook before = first;
      if (now.isEmpty()) {
        over = true; // a generated data set has no files
      } else if (before == null) {
        first = now.get();
      } else {
        before.changeTo(now.get()).ifPresent(each -> tell(step, each));
      }
    } catch (StudioException e) {
      if (first != null) {
        tell(step, String.valueOf(e.getMessage()));
      }
    } catch (RuntimeException e) {
      over = true; // nothing that only watches ends a training
      LOG.warn("Changes of the data set's files are not noticed any more: {}", e.toString());
    }
    long took = nanos.getAsLong() - began;
    due = nanos.getAsLong() + Math.max(EVERY.toNanos(), RARE * took);
  }

  private void tell(long step, String change) {
    over = true;
    emit.accept(
        new Event.Found(
            Instant.now(),
            step,
            "data-changed",
            Severity.WARNING.id(),
            "The data set changed while it was trained on.",
            change,
            "The training goes on with the pictures as they were: they were made ready when it began.",
            "Nothing is lost. When it is resumed, it learns from what is there then; if that is not meant, put the files back before."));
  }
}
