package studio.saddlepoint.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.StudioException;

/**
 * Times from a press to the picture of what it changed. JavaFX draws in pulses: a change seen at
 * one is laid out by it and drawn after it, and the one after the next begins only when that is
 * done, for something in the scene changes with each. So times are up to two pulses, 33 ms, too
 * long, and never too short.
 */
final class Stopwatch {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PULSES_TO_DRAW = 2;

  private final Node probe;

  /**
   * A stopwatch.
   *
   * @param probe a speck in the scene, changed with each pulse
   */
  Stopwatch(Node probe) {
    this.probe = probe;
  }

  /**
   * Nanoseconds from a press to the picture of each of the changes that follow. Not on the FX
   * thread.
   *
   * @param press done on the FX thread
   * @param changes whether each has happened; asked on the FX thread
   */
  long[] times(Runnable press, List<BooleanSupplier> changes) {
    CompletableFuture<long[]> all = new CompletableFuture<>();
    long begun = System.nanoTime();
    Platform.runLater(
        () -> {
          new Watch(begun, changes, all).start();
          try {
            press.run();
          } catch (RuntimeException e) {
            all.completeExceptionally(e);
          }
        });
    return await(all);
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(false);
      throw new StudioException(Messages.text("bench.window.silent"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private final class Watch extends AnimationTimer {
    private final long begun;
    private final List<BooleanSupplier> changes;
    private final CompletableFuture<long[]> all;
    private final int[] pulses;
    private final long[] times;

    Watch(long begun, List<BooleanSupplier> changes, CompletableFuture<long[]> all) {
      this.begun = begun;
      this.changes = changes;
      this.all = all;
      this.pulses = new int[changes.size()];
      this.times = new long[changes.size()];
    }

    @Override
    public void handle(long now) {
      probe.setOpacity(1 - probe.getOpacity());
      boolean over = true;
      for (int i = 0; i < times.length; i++) {
        if (times[i] == 0 && (pulses[i] > 0 || changes.get(i).getAsBoolean())) {
          pulses[i]++;
          if (pulses[i] > PULSES_TO_DRAW) {
            times[i] = System.nanoTime() - begun;
          }
        }
        over &= times[i] > 0;
      }
      if (over || all.isDone()) {
        stop();
        all.complete(times);
      }
    }
  }
}
