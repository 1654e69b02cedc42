package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.film.FilmExport;
import studio.saddlepoint.latent.film.FilmTarget;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.training.TrainingFilm;
import studio.saddlepoint.latent.film.training.TrainingStory;
import studio.saddlepoint.run.RunFolder;

/** Films a training. */
@Command(
    name = "film",
    description = {
      "Films a run's training: its sample sheets through time, with the losses below.",
      "",
      "  saddlepoint explore film RUN --out training.mp4",
      "  saddlepoint explore film RUN --seconds 20 --size 800 --out training.gif",
      ""
    })
final class ExploreFilmCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      paramLabel = "RUN",
      description = "A run's folder, or its name in the runs folder; it may be training.")
  private String run = "";

  @Mixin private FilmOptions film = new FilmOptions();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description =
          "Seconds until the last sheet, which is seen for one more. Default: eight sheets a second, between 2 and 30 seconds.")
  private @Nullable Double seconds;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description =
          "The width of a frame. Default: sheets enlarged by a whole number to 480 or more.")
  private @Nullable Integer size;

  ExploreFilmCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    FrameRate rate = film.rate();
    FilmTarget target = film.target(rate);
    RunFolder folder = Runs.open(home, run);
    long begun = System.nanoTime();
    try (CancellableWork work = new CancellableWork(console)) {
      TrainingFilm drawn = drawn(folder, rate, work);
      FilmExport.Written made = new FilmExport(target, rate, drawn.notes()).write(drawn, work);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      Map<String, Object> document = new LinkedHashMap<>();
      film.tell(document, target, rate, made);
      document.put("run", folder.path().toString());
      document.put("sheets", drawn.sheets());
      document.put("seconds", took.toMillis() / 1000.0);
      console.result(document, film.text(target, rate, made, took));
      return Main.DONE;
    }
  }

  private TrainingFilm drawn(RunFolder folder, FrameRate rate, Progress progress) {
    try {
      return TrainingFilm.of(
          folder,
          TrainingStory.read(folder, progress),
          size == null ? OptionalInt.empty() : OptionalInt.of(size),
          seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
          rate);
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }
}
