package studio.saddlepoint.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;

/** Looks like a training, makes numbers by formula, needs no engine. */
public final class PretendTraining implements Training {
  private static final int SHEET_EVERY = 20;
  private static final long FINDING_AT = 300;

  private final RunFolder run;
  private final Consumer<Event> listener;
  private final Random random = new Random(1);
  private final long pauseNanos;
  private volatile Recipe recipe;
  private volatile State state = State.STARTING;
  private volatile long step;
  private volatile boolean refused;
  private boolean single;
  private long previewed;
  private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;
  private volatile long failAt = Long.MAX_VALUE;
  private final Thread thread;
  private volatile Consumer<Preview> watcher = preview -> {};

  /** Starts one that makes so many steps a second. */
  public static PretendTraining start(
      RunFolder run, Consumer<Event> listener, double stepsPerSecond) {
    PretendTraining training = new PretendTraining(run, listener, stepsPerSecond);
    training.thread.start();
    return training;
  }

  /** Starts one that cannot begin. */
  static PretendTraining refuse(RunFolder run, Consumer<Event> listener) {
    PretendTraining training = new PretendTraining(run, listener, 1);
    training.refused = true;
    training.thread.start();
    return training;
  }

  private PretendTraining(RunFolder run, Consumer<Event> listener, double stepsPerSecond) {
    this.run = run;
    this.listener = listener;
    this.recipe = run.recipe();
    this.pauseNanos = (long) (1e9 / stepsPerSecond);
    this.thread = new Thread(this::train, "pretend-training");
    this.thread.setDaemon(true);
  }

  /** It will fail at a step. */
  public void failAt(long at) {
    failAt = at;
  }

  private void tell(Event event) {
    run.events().append(event);
    listener.accept(event);
  }

  private void train() {
    if (refused) {
      try (RunLock lock = run.lock()) {
        run.deleteUnbegun(lock);
      }
      state = State.FAILED;
      listener.accept(new Event.Ended(Instant.now(), 0, "refused"));
      return;
    }
    step =
        run.events().read().stream()
            .filter(Event.Scalars.class::isInstance)
            .mapToLong(Event::step)
            .max()
            .orElse(0);
    tell(new Event.Begun(Instant.now(), step, "cpu", step > 0));
    state = State.RUNNING;
    long due = System.nanoTime();
    while (!stopping && step < recipe.training().steps()) {
      for (Runnable each = asked.poll(); each != null; each = asked.poll()) {
        each.run(); // between two steps, as trainings do
      }
      if (state == State.PAUSED && !single) {
        drawPreview();
        sleep(5_000_000);
        due = System.nanoTime();
        continue;
      }
      single = false;
      step++;
      if (step >= failAt) {
        state = State.FAILED;
        tell(new Event.Ended(Instant.now(), step, "failed"));
        return;
      }
      tell(new Event.Scalars(Instant.now(), step, numbers(step)));
      if (step == FINDING_AT) {
        tell(finding());
      }
      if (step % SHEET_EVERY == 0) {
        String file = run.saveSheet(step, pictures(step));
        tell(new Event.Sheet(Instant.now(), step, file, 8, 8, true));
      }
      due += pauseNanos;
      sleep(due - System.nanoTime());
    }
    state = stopping ? State.STOPPED : State.FINISHED;
    tell(new Event.Ended(Instant.now(), step, stopping ? "stopped" : "finished"));
  }

  /** Of the step that it waits at, once, unless its sheet is kept. */
  private void drawPreview() {
    if (previewed != step && step % SHEET_EVERY != 0) {
      previewed = step;
      watcher.accept(
          new Preview(new Event.Sheet(Instant.now(), step, "", 8, 8, true), pictures(step)));
    }
  }

  private Event finding() {
    return new Event.Found(
        Instant.now(),
        step,
        "strong-discriminator",
        "warning",
        "The discriminator is ahead.",
        "D(real) is 0.74 and D(fake) 0.29 on average over the last 100 steps.",
        "It tells real from generated too easily, so the generator's gradient gets small.",
        "Lower the discriminator's learning rate, or add instance noise.");
  }

  /** Numbers that look like a DCGAN's. */
  public Map<String, Double> numbers(long at) {
    Map<String, Double> values = new LinkedHashMap<>();
    double learnt = 1 - Math.exp(-at / 150.0);
    double sway = 0.15 * Math.sin(at / 90.0);
    values.put("loss.generator", 0.7 + 0.9 * learnt + sway + 0.12 * random.nextGaussian());
    values.put(
        "loss.discriminator", 1.38 - 0.35 * learnt - sway / 2 + 0.06 * random.nextGaussian());
    values.put("d.real", 0.5 + 0.2 * learnt + sway / 3 + 0.02 * random.nextGaussian());
    values.put("d.fake", 0.5 - 0.2 * learnt - sway / 3 + 0.02 * random.nextGaussian());
    values.put("gradient.generator", 0.4 + 0.9 * learnt * Math.exp(0.4 * random.nextGaussian()));
    values.put("gradient.discriminator", 0.8 + learnt * Math.exp(0.5 * random.nextGaussian()));
    values.put("speed.imagesPerSecond", 1480 + 40 * random.nextGaussian());
    return values;
  }

  /** A sheet as averaged weights would draw it, and beside it the one of the raw weights. */
  public static SheetPictures pictures(long at) {
    return new SheetPictures(sheet(at), Map.of(SheetCompanion.RAW, sheet(at, 3)));
  }

  /** A sheet of 8 x 8 blobs that grow clearer. */
  public static Picture sheet(long at) {
    return sheet(at, 0);
  }

  /** With blobs that are never where they were. */
  private static Picture sheet(long at, double unsteady) {
    int size = 8 * 34 - 2;
    int[] argb = new int[size * size];
    java.util.Arrays.fill(argb, 0xFF202020);
    Random noise = new Random(at);
    double clear = 1 - Math.exp(-at / 200.0);
    for (int i = 0; i < 64; i++) {
      Random shape = new Random(i);
      double cx = 10 + 12 * shape.nextDouble() + unsteady * Math.sin(at + i);
      double cy = 10 + 12 * shape.nextDouble() + unsteady * Math.cos(at + 2 * i);
      double radius = 6 + 5 * shape.nextDouble();
      for (int p = 0; p < 32 * 32; p++) {
        double distance = Math.hypot(p % 32 - cx, p / 32 - cy) - radius;
        double ring = Math.exp(-distance * distance / 4);
        double value = clear * ring + (1 - clear) * noise.nextDouble();
        int grey = (int) (255 * value);
        int x = i % 8 * 34 + p % 32;
        int y = i / 8 * 34 + p / 32;
        argb[y * size + x] = 0xFF000000 | grey << 16 | grey << 8 | grey;
      }
    }
    return new Picture(size, size, argb);
  }

  private static void sleep(long nanos) {
    if (nanos > 0) {
      try {
        Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Status status() {
    boolean running = state == State.RUNNING;
    long left = recipe.training().steps() - step;
    return new Status(
        state,
        step,
        recipe.training().steps(),
        running ? 1480 : 0,
        running ? Optional.of(Duration.ofNanos(left * pauseNanos)) : Optional.empty(),
        "cpu",
        problem());
  }

  private String problem() {
    if (refused) {
      return "The data set is not there: choose another.";
    }
    return state == State.FAILED ? "The run's folder is gone: nothing more can be kept." : "";
  }

  @Override
  public void watchedBy(Consumer<Preview> told) {
    watcher = told;
  }

  @Override
  public void pause() {
    asked.add(
        () -> {
          state = State.PAUSED;
          tell(new Event.Paused(Instant.now(), step));
        });
  }

  @Override
  public void resume() {
    asked.add(
        () -> {
          state = State.RUNNING;
          tell(new Event.Resumed(Instant.now(), step));
        });
  }

  @Override
  public void singleStep() {
    asked.add(
        () -> {
          state = State.PAUSED;
          single = true;
        });
  }

  @Override
  public void stop() {
    stopping = true;
  }

  @Override
  public void change(String key, Object value, Author author) {
    HyperParameter parameter = HyperParameters.of(key);
    if (!parameter.live()) {
      throw new StudioException(key + " cannot change while training.");
    }
    parameter.set(recipe, value); // refuses what is not allowed
    asked.add(
        () -> {
          String before = parameter.format(parameter.get(recipe));
          recipe = parameter.set(recipe, value);
          tell(
              new Event.Changed(
                  Instant.now(),
                  step,
                  key,
                  before,
                  parameter.format(parameter.get(recipe)),
                  author));
        });
  }

  @Override
  public void rewind() {
    asked.add(() -> state = State.PAUSED);
  }

  @Override
  public CompletableFuture<Snapshot> snapshot(boolean averaged) {
    return CompletableFuture.failedFuture(new StudioException("There are no networks here."));
  }

  @Override
  public boolean await(Duration atMost) {
    try {
      thread.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
