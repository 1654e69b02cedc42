package studio.saddlepoint.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.train.Trainer;

/**
 * Kills the program, as {@code kill -9} does, at random moments of training, writing checkpoints,
 * evaluating and branching, and opens what it left. All runs train the same, so each checkpoint
 * that any of them ever has must be the one of an undisturbed run, bit by bit.
 *
 * <p>Four kills belong to all tests; {@code -Dcrash.kills=50} makes as many as that, and {@code
 * -Dcrash.seed=S} chooses their moments.
 */
class KilledProgramTest {
  private static final int USUAL = 4;
  private static final int KILLS = Integer.getInteger("crash.kills", USUAL);
  private static final long SEED = Long.getLong("crash.seed", 17);

  /** What is being done at the kill. */
  private enum Work {
    TRAINING,
    WRITING,
    EVALUATING,
    BRANCHING
  }

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final Map<Work, Integer> killed = new EnumMap<>(Work.class);
  private Path root;
  private Path recipe;
  private KilledRuns runs;
  private int halfWritten;
  private int halfMade;
  private long evaluationMillis;

  private static Recipe tiny() {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("generator.latentSize", 8)
        .with("discriminator.width", 4)
        .with("training.batchSize", 4)
        .with("training.steps", 1_000_000L)
        .with("training.checkpointEvery", 1L)
        .with("training.sampleEvery", 3L)
        .with("training.sampleCount", 4)
        .with("training.evaluateEvery", 0L);
  }

  @Test
  void opensAndGoesOnBitExactAfterKillsAtRandomMoments() throws Exception {
    System.out.println("crash.seed=" + SEED + " crash.kills=" + KILLS);
    root = folder.resolve("runs");
    recipe = Files.writeString(folder.resolve("recipe.json"), RecipeJson.write(tiny()));
    Home home = new Home(root, Home.ofEnvironment().caches(), folder.resolve("settings"));
    runs = new KilledRuns(root, home);
    trainTo(RunFolder.create(root, tiny()), home, 3, event -> {});
    int kills = 0;
    for (int i = 0; kills < KILLS; i++) {
      Work work = Work.values()[i % Work.values().length];
      if (kill(work)) {
        kills++;
        killed.merge(work, 1, Integer::sum);
      }
      runs.check(kills);
      if (KILLS > USUAL) {
        System.out.println(kills + " kills " + killed);
      }
    }
    goOn(home);
    runs.check(kills);
    compare(home);
    sweep();
    System.out.println(
        English.of(
            "%d kills %s: %d runs open, %d checkpoints read, %d steps bit-exact, %d torn lines, %d checkpoints half written, %d runs half made",
            kills,
            killed,
            runs.list().size(),
            runs.checkpoints(),
            runs.told().size(),
            runs.damagedLines(),
            halfWritten,
            halfMade));
  }

  /** Whether it was killed before it ended. */
  private boolean kill(Work work) throws Exception {
    List<RunSummary> trained = runs.list().stream().filter(each -> each.lastStep() > 0).toList();
    Path some = trained.get(random.nextInt(trained.size())).folder();
    Optional<Path> subject =
        work == Work.TRAINING && random.nextBoolean() ? Optional.empty() : Optional.of(some);
    int before = entries(root);
    long told = told(subject);
    try (KilledCommand command =
        KilledCommand.start(folder.resolve("said.log"), args(work, subject))) {
      boolean runs =
          switch (work) {
            case TRAINING ->
                command.runsWhen(() -> entries(root) > before || told(subject) > told)
                    && rest(random.nextInt(3) == 0 ? 2 : 1500);
            case WRITING -> {
              long first = newest(some) + 1 + random.nextInt(6);
              yield command.runsWhen(() -> newest(some) >= first && halfWritten(subject) > 0);
            }
            case EVALUATING -> evaluates(command, subject.orElseThrow());
            case BRANCHING -> command.runsWhen(() -> entries(root) > before) && rest(15);
          };
      return command.kill() && runs;
    } finally {
      halfWritten += halfWritten(subject);
      halfMade = AtomicFile.leftoversIn(root).size();
    }
  }

  private List<String> args(Work work, Optional<Path> subject) {
    String run = subject.map(Path::toString).orElse("");
    String out = root.toString();
    return switch (work) {
      case TRAINING ->
          run.isEmpty()
              ? List.of("train", recipe.toString(), "--out", out)
              : List.of("resume", run);
      case WRITING -> List.of("resume", run);
      case EVALUATING ->
          List.of("evaluate", run, "--extractor", "pixels", "--metrics", "fid", "--n", "32");
      case BRANCHING -> List.of("branch", run, "--out", out);
    };
  }

  /** Waits until an evaluation is far, or writes its scores; whether it has not ended by then. */
  private boolean evaluates(KilledCommand command, Path run) throws InterruptedException {
    Path scores = run.resolve("scores.jsonl");
    long before = size(scores);
    if (evaluationMillis == 0 || random.nextBoolean()) {
      long begun = System.nanoTime();
      boolean runs = command.runsWhen(() -> size(scores) > before) && rest(3);
      evaluationMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      return runs;
    }
    return command.runsAfter((long) (evaluationMillis * (0.3 + 0.7 * random.nextDouble())));
  }

  private boolean rest(int mostMillis) throws InterruptedException {
    TimeUnit.MICROSECONDS.sleep(random.nextInt(1000 * mostMillis));
    return true;
  }

  private static int entries(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? 0 : names.length;
  }

  private static long told(Optional<Path> run) {
    return run.map(each -> size(each.resolve("events.jsonl"))).orElse(0L);
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  /** The step of the newest checkpoint. */
  private static long newest(Path run) {
    List<SavedCheckpoint> all = new CheckpointStore(run, AtomicFile.ON_DISK).all();
    return all.isEmpty() ? 0 : all.get(all.size() - 1).step();
  }

  private static int halfWritten(Optional<Path> run) {
    return run.map(each -> AtomicFile.leftoversIn(each.resolve("checkpoints")).size()).orElse(0);
  }

  /** Each run makes three more steps. */
  private void goOn(Home home) throws InterruptedException {
    for (RunSummary each : runs.list()) {
      RunFolder run = RunFolder.open(each.folder());
      long until = run.latestCheckpoint().map(Checkpoint::step).orElse(0L) + 3;
      trainTo(run, home, until, event -> {});
    }
  }

  /** What was learnt must be what an undisturbed run learns, at each step. */
  private void compare(Home home) throws Exception {
    long last = runs.told().keySet().stream().mapToLong(each -> each).max().orElseThrow();
    RunFolder whole = RunFolder.create(folder.resolve("undisturbed"), tiny());
    Map<Long, Tensors> learnt = new TreeMap<>();
    trainTo(
        whole,
        home,
        last,
        event -> {
          if (event instanceof Event.Checkpointed) {
            List<SavedCheckpoint> saved = whole.checkpoints();
            SavedCheckpoint newest = saved.get(saved.size() - 1);
            learnt.put(newest.step(), Tensors.of(whole.load(newest)));
          }
        });
    runs.told().forEach((step, tensors) -> assertEquals(learnt.get(step), tensors, "step " + step));
  }

  private static void trainTo(RunFolder run, Home home, long step, Consumer<Event> listener)
      throws InterruptedException {
    AtomicReference<Trainer> trainer = new AtomicReference<>();
    trainer.set(
        Trainer.start(
            run,
            home,
            event -> {
              listener.accept(event);
              Trainer begun = trainer.get(); // a step or two later, where it is not known yet
              if (event instanceof Event.Scalars && event.step() >= step && begun != null) {
                begun.stop();
              }
            }));
    assertTrue(trainer.get().await(Duration.ofMinutes(10)));
    assertEquals(Trainer.State.STOPPED, trainer.get().status().state(), run.id());
  }

  /** What was left half made among the runs is taken away by the next run that is made later. */
  private void sweep() throws IOException {
    for (Path each : AtomicFile.leftoversIn(root)) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
    RunFolder.create(root, tiny().with("name", "another"));
    assertEquals(List.of(), AtomicFile.leftoversIn(root));
  }
}
