package studio.saddlepoint.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import studio.saddlepoint.lab.plane.PlaneSettings;
import studio.saddlepoint.lab.plane.PlaneTraining;

/**
 * Trains one or two planes in step, on a thread of its own that lets everything else go first. What
 * was asked of planes that were replaced since does not arrive.
 */
final class PlaneEngine implements AutoCloseable {
  /** A picture is due after so long, however few of the steps are made. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final ExecutorService thread = LabThreads.one("lab");
  private final Executor ui;
  private final Consumer<PlaneMoment> shown;
  private final Consumer<Throwable> failed;
  private final AtomicLong begun = new AtomicLong();

  /** Used on the engine's thread only. */
  private final List<PlaneTraining> trainings = new ArrayList<>();

  /**
   * An engine without planes.
   *
   * @param ui the FX thread
   * @param shown takes each moment there
   * @param failed takes what went wrong there
   */
  PlaneEngine(Executor ui, Consumer<PlaneMoment> shown, Consumer<Throwable> failed) {
    this.ui = ui;
    this.shown = shown;
    this.failed = failed;
  }

  /** What is done on the engine's thread. */
  private interface Work {
    void run();
  }

  /** Makes networks anew. */
  void begin(List<PlaneSettings> settings) {
    begun.incrementAndGet();
    ask(
        () -> {
          free();
          settings.forEach(each -> trainings.add(new PlaneTraining(each)));
        },
        () -> {});
  }

  /** Trains by other settings, of the same sizes, from now on. */
  void change(List<PlaneSettings> settings) {
    ask(
        () -> {
          for (int i = 0; i < trainings.size(); i++) {
            trainings.get(i).change(settings.get(i));
          }
        },
        () -> {});
  }

  /**
   * Makes steps, as many as there is time for until the next picture.
   *
   * @param done is called on the FX thread when they are shown
   */
  void advance(int steps, Runnable done) {
    ask(
        () -> {
          long end = System.nanoTime() + PATIENCE_NANOS;
          for (int i = 0; i < steps && (i == 0 || System.nanoTime() < end); i++) {
            trainings.forEach(PlaneTraining::step);
          }
        },
        done);
  }

  /** Makes one move of a single player. */
  void move(boolean ofGenerator) {
    ask(
        () ->
            trainings.forEach(
                each -> {
                  if (ofGenerator) {
                    each.moveGenerator();
                  } else {
                    each.moveDiscriminator();
                  }
                }),
        () -> {});
  }

  private void ask(Work work, Runnable done) {
    long number = begun.get();
    try {
      thread.execute(() -> answer(work, done, number));
    } catch (RejectedExecutionException e) {
      return; // the window closes
    }
  }

  private void answer(Work work, Runnable done, long number) {
    try {
      PlaneMoment moment = PlaneMoment.NOTHING;
      if (number == begun.get()) {
        work.run();
        moment = new PlaneMoment(trainings.stream().map(PlaneTraining::look).toList());
      }
      PlaneMoment told = moment;
      ui.execute(
          () -> {
            if (number == begun.get()) {
              shown.accept(told);
            }
            done.run();
          });
    } catch (RuntimeException | Error e) {
      ui.execute(
          () -> {
            failed.accept(e);
            done.run();
          });
    }
  }

  private void free() {
    trainings.forEach(PlaneTraining::close);
    trainings.clear();
  }

  /** Frees the networks; does not wait. */
  @Override
  public void close() {
    begun.incrementAndGet();
    try {
      thread.execute(this::free);
    } catch (RejectedExecutionException e) {
      return; // closed already
    }
    thread.shutdown();
  }
}
