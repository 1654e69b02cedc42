package studio.saddlepoint.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import studio.saddlepoint.core.Progress;

/**
 * Times of several ways to do the same work, in short turns. A computer that slows down slows all
 * ways of a round, so that the median of the rounds' ratios tells more than the ratio of medians.
 *
 * <p>Every way has a thread of its own, as every training has: threads have heaps of their own
 * below Java, and ways that share one disturb each other's.
 */
final class PairedTimes {
  private final double[][] seconds;

  private PairedTimes(double[][] seconds) {
    this.seconds = seconds;
  }

  /**
   * Measures.
   *
   * @param ways each makes, on its thread, what does the work once
   * @param warmUp times that each is run before, so that Java's compiler is done
   * @param rounds turns of each; every other round goes backwards through the ways
   * @param block times a way is run in a turn
   * @param what told to the progress
   */
  static PairedTimes measure(
      List<Supplier<Runnable>> ways,
      int warmUp,
      int rounds,
      int block,
      Progress progress,
      String what) {
    List<ExecutorService> threads =
        ways.stream().map(way -> Executors.newSingleThreadExecutor()).toList();
    try {
      List<Runnable> works = new ArrayList<>();
      for (int way = 0; way < ways.size(); way++) {
        works.add(await(threads.get(way).submit(ways.get(way)::get)));
      }
      for (int way = 0; way < ways.size(); way++) {
        progress.checkCancelled();
        seconds(threads.get(way), works.get(way), warmUp);
        progress.report("Warming up: " + what, (way + 1.0) / ways.size());
      }
      double[][] seconds = new double[ways.size()][rounds];
      for (int round = 0; round < rounds; round++) {
        for (int turn = 0; turn < ways.size(); turn++) {
          progress.checkCancelled();
          int way = round % 2 == 0 ? turn : ways.size() - 1 - turn;
          seconds[way][round] = seconds(threads.get(way), works.get(way), block) / block;
        }
        progress.report(what, (round + 1.0) / rounds);
      }
      return new PairedTimes(seconds);
    } finally {
      threads.forEach(ExecutorService::shutdown);
    }
  }

  private static double seconds(ExecutorService thread, Runnable work, int times) {
    Future<Double> seconds =
        thread.submit(
            () -> {
              long begun = System.nanoTime();
              for (int i = 0; i < times; i++) {
                work.run();
              }
              return (System.nanoTime() - begun) / 1e9;
            });
    return await(seconds);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /** Median seconds of a way. */
  double seconds(int way) {
    return median(seconds[way]);
  }

  /** How many times as fast as another a way is: the median over the rounds. */
  double speed(int way, int than) {
    double[] ratios = new double[seconds[way].length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = seconds[than][i] / seconds[way][i];
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
