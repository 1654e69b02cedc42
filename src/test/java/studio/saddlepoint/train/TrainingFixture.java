package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.progress.Moment;

/** Trainings of tiny networks, and what they told. */
abstract class TrainingFixture {
  /** Nothing takes this long, on whatever machine: only what hangs is ended by it. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  @TempDir Path folder;

  final List<Event> events = new CopyOnWriteArrayList<>();

  static Recipe tiny(long steps) {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("generator.latentSize", 8)
        .with("discriminator.width", 4)
        .with("training.batchSize", 8)
        .with("training.steps", steps)
        .with("training.sampleEvery", 5L)
        .with("training.checkpointEvery", 4L)
        .with("training.evaluateEvery", 0L);
  }

  Home home() {
    return new Home(folder, Home.ofEnvironment().caches(), folder);
  }

  Trainer start(RunFolder run) {
    return Trainer.start(run, home(), events::add);
  }

  /** Trains to the end on this thread; what is asked in answer to an event comes right after. */
  Trainer.State train(RunFolder run, Answer answer) {
    TrainingLoop[] loop = new TrainingLoop[1];
    Consumer<Event> listener =
        event -> {
          events.add(event);
          answer.to(event, loop[0]);
        };
    loop[0] =
        new TrainingLoop(
            run,
            home(),
            (snapshot, recipe, labelled, progress) -> {
              throw new AssertionError("nothing is to be scored");
            },
            listener,
            System::nanoTime,
            clock(),
            moments());
    loop[0].run();
    return loop[0].status().state();
  }

  /** The time by which looks at a training are paid, in nanoseconds. */
  LongSupplier clock() {
    return System::nanoTime;
  }

  /** The time by which it is noticed that the program stood still. */
  Supplier<Moment> moments() {
    return Moment::now;
  }

  /** What a person does when they see an event. */
  interface Answer {
    void to(Event event, TrainingLoop loop);
  }

  static void eventually(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "Waited too long");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  <E extends Event> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<Long> steps(Class<? extends Event> type) {
    return of(type).stream().map(Event::step).toList();
  }
}
