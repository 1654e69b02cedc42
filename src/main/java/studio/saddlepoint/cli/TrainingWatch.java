package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.cli.RecipeChoice.Setting;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Logs;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Status;
import studio.saddlepoint.train.Trainer;

/** Trains a run to its end while telling how it stands; Ctrl-C ends it with a checkpoint. */
final class TrainingWatch {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final long LAST_CHECKPOINT_SECONDS = 60;

  private static final String TRAINING = "studio.saddlepoint.train.TrainingLoop";

  private final RunFolder run;
  private final Home home;
  private final CommandOutput console;
  private final Map<String, Double> latest = new ConcurrentHashMap<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicReference<String> finding = new AtomicReference<>("");
  private volatile boolean stoppedItself;
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  TrainingWatch(RunFolder run, Home home, CommandOutput console) {
    this.run = run;
    this.home = home;
    this.console = console;
  }

  /**
   * Trains until all steps are made or the time is over, Ctrl-C is pressed, or something went
   * wrong.
   *
   * @param changes hyper-parameters to change before the next step
   * @param time how long to train in place of a number of steps
   * @return the exit code
   */
  int watch(List<Setting> changes, Optional<Duration> time) {
    long begun = System.nanoTime(); // the computer's clock may be set meanwhile
    CountDownLatch told = new CountDownLatch(1);
    try (Logs.Told ending = Logs.told(TRAINING);
        Trainer trainer = Trainer.start(run, home, this::happened)) {
      Thread atCtrlC = new Thread(() -> stop(trainer, told), "ctrl-c");
      Runtime.getRuntime().addShutdownHook(atCtrlC);
      try {
        changes.forEach(
            each -> trainer.change(each.parameter().key(), each.value(), Author.COMMAND));
        time.ifPresent(trainer::trainFor);
        Status end = follow(trainer, time.isPresent());
        return tell(end, Duration.ofNanos(System.nanoTime() - begun), time);
      } finally {
        told.countDown();
        forget(atCtrlC);
      }
    }
  }

  private void stop(Trainer trainer, CountDownLatch told) {
    console.note("Stopping after this step; the checkpoint is being written.");
    asked.set(true);
    trainer.stop();
    try {
      boolean done = told.await(LAST_CHECKPOINT_SECONDS, TimeUnit.SECONDS);
      if (!done) {
        console.error("The last checkpoint takes too long: the one before it stays.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Ctrl-C was pressed: the hook is running and will end by itself.
      return;
    }
  }

  private Status follow(Trainer trainer, boolean timed) {
    try {
      while (!trainer.await(LOOK)) {
        Status status = trainer.status();
        if (status.state() == Trainer.State.PAUSED) {
          asked.set(true);
          trainer.stop(); // a finding paused it, and nobody is here to decide
        }
        console.status(line(status, timed));
      }
      return trainer.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted.");
    }
  }

  private void happened(Event event) {
    if (event instanceof Event.Begun begun && !begun.resumed()) {
      console.note("Run " + run.id() + " in " + run.path().getParent());
    } else if (event instanceof Event.Scalars scalars) {
      latest.putAll(scalars.values());
    } else if (event instanceof Event.Scored scored) {
      latest.putAll(scored.values());
    } else if (event instanceof Event.Paused) {
      stoppedItself = true; // nobody else pauses it here
    } else if (event instanceof Event.Found found) {
      String text =
          String.format(
                  Locale.ENGLISH,
                  "Step %,d: %s %s %s",
                  found.step(),
                  found.what(),
                  found.evidence(),
                  found.advice())
              .strip();
      if (found.severity().equals("error")) {
        finding.set(text); // it ends the training, and is told then
      } else {
        console.note(text);
        if (found.severity().equals("warning")) {
          warnings.add(text);
        }
      }
    }
  }

  private String line(Status status, boolean timed) {
    boolean over =
        status.state() == Trainer.State.RUNNING
            && (timed
                ? status.eta().equals(Optional.of(Duration.ZERO))
                : status.step() >= status.steps());
    if (status.state() == Trainer.State.STARTING || over && !status.message().isEmpty()) {
      return status.message();
    }
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ENGLISH, "step %,d", status.step()));
    if (!timed) {
      line.append(String.format(Locale.ENGLISH, " of %,d", status.steps()));
    }
    line.append(
        String.format(
            Locale.ENGLISH,
            "  %s images  epoch %,d  %.0f images/s",
            English.brief(status.imagesSeen()),
            status.epoch(),
            status.imagesPerSecond()));
    PlayerNames players = run.recipe().method().kind().players();
    if (status.generatorMoves() != status.step()) {
      String maker = players.letter(players.maker());
      line.append(English.of("  %,d %s moves", status.generatorMoves(), maker));
    }
    line.append(losses(players, latest));
    line.append(number("FID", latest.get("fid")));
    status.eta().ifPresent(eta -> line.append("  ").append(Durations.text(eta)).append(" left"));
    return line.toString();
  }

  /** The newest loss of each player, such as {@code G 0.9 D 1.2}. */
  static String losses(PlayerNames players, Map<String, Double> latest) {
    return players.names().stream()
        .map(player -> number(players.letter(player), latest.get("loss." + player)))
        .collect(Collectors.joining());
  }

  private static String number(String label, @Nullable Double value) {
    return value == null ? "" : English.of("  %s %.3g", label, value);
  }

  private int tell(Status end, Duration took, Optional<Duration> time) {
    if (end.state() == Trainer.State.FAILED) {
      throw new StudioException(end.message());
    }
    boolean finished = end.state() == Trainer.State.FINISHED;
    boolean timeOver = time.isPresent() && !asked.get();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.path().toString());
    document.put("state", end.state().name().toLowerCase(Locale.ROOT));
    document.put("step", end.step());
    document.put("steps", end.steps());
    document.put("generatorMoves", end.generatorMoves());
    document.put("imagesSeen", end.imagesSeen());
    document.put("device", end.device());
    document.put("minutes", time.map(each -> each.toNanos() / 60e9).orElse(null));
    document.put("endedBy", timeOver ? "minutes" : finished ? "steps" : "stop");
    document.put("seconds", took.toMillis() / 1000.0);
    document.put("finding", finding.get().isEmpty() ? null : finding.get());
    document.put("warnings", List.copyOf(warnings));
    document.put("values", new LinkedHashMap<>(latest));
    console.result(
        document,
        English.of(
            "%s at step %,d (%s, %s seen) after %s. %s",
            timeOver ? "Time over" : finished ? "Finished" : "Stopped",
            end.step(),
            English.count(end.generatorMoves(), "generator move"),
            English.count(end.imagesSeen(), "image"),
            Durations.text(took),
            (finished ? "Train on: saddlepoint resume " : "Continue: saddlepoint resume ")
                + name()
                + (timeOver ? " --minutes M" : finished ? " --steps N" : "")));
    if (!finding.get().isEmpty()) {
      throw new StudioException(
          (stoppedItself ? "The training stopped itself. " : "") + finding.get());
    }
    return Main.DONE;
  }

  /** How the command line names this run from anywhere. */
  private String name() {
    boolean kept =
        home.runFolders().stream()
            .map(each -> each.toAbsolutePath().normalize().resolve(run.id()))
            .filter(Files::isDirectory)
            .findFirst()
            .equals(Optional.of(run.path()));
    return kept ? run.id() : '"' + run.path().toString() + '"';
  }
}
