package studio.saddlepoint.app.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;

/**
 * Times from one picture of the window to the next, at best 17 ms: something in the scene changes
 * with each pulse, so that the window draws as often as it can.
 */
final class Frames {
  private final Node probe;

  /**
   * A counter of frames.
   *
   * @param probe a speck in the scene, changed with each pulse
   */
  Frames(Node probe) {
    this.probe = probe;
  }

  /**
   * Nanoseconds of frames. Not on the FX thread.
   *
   * @param moves done on the FX thread, one with each frame
   */
  List<Long> times(Iterator<Runnable> moves) {
    CompletableFuture<List<Long>> all = new CompletableFuture<>();
    Platform.runLater(() -> new Watch(moves, all).start());
    return Stopwatch.await(all);
  }

  private final class Watch extends AnimationTimer {
    private final Iterator<Runnable> moves;
    private final CompletableFuture<List<Long>> all;
    private final List<Long> times = new ArrayList<>();
    private long last;

    Watch(Iterator<Runnable> moves, CompletableFuture<List<Long>> all) {
      this.moves = moves;
      this.all = all;
    }

    @Override
    public void handle(long pulse) {
      probe.setOpacity(1 - probe.getOpacity());
      long now = System.nanoTime();
      if (last != 0) {
        times.add(now - last);
      }
      last = now;
      try {
        if (moves.hasNext()) {
          moves.next().run();
          return;
        }
        all.complete(times);
      } catch (RuntimeException e) {
        all.completeExceptionally(e);
      }
      stop();
    }
  }
}
