package studio.saddlepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.latent.film.FilmExport;
import studio.saddlepoint.latent.film.FilmTarget;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.FrameScale;
import studio.saddlepoint.latent.walk.Easing;
import studio.saddlepoint.latent.walk.Walk;
import studio.saddlepoint.latent.walk.WalkFilm;
import studio.saddlepoint.latent.walk.WalkJson;
import studio.saddlepoint.run.RunFolder;

/** Films a walk through latent space. */
@Command(
    name = "walk",
    description = {
      "Films a walk through a generator's latent space, from code to code.",
      "",
      "  saddlepoint explore walk RUN --keys 42,7,9 --loop --out walk.gif",
      "  saddlepoint explore walk RUN --keys 42,7 --seconds 4 --size 512 --out walk.mp4",
      "  saddlepoint explore walk RUN --keys Smile,Frown --in w --out walk.png",
      ""
    })
final class ExploreWalkCommand implements Callable<Integer> {
  private static final double USUAL_SECONDS = 2;

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();
  @Mixin private TruncationOption truncation = new TruncationOption();
  @Mixin private FilmOptions film = new FilmOptions();
  @Mixin private SpaceOption in = new SpaceOption();

  @Option(
      names = "--keys",
      paramLabel = "CODES",
      description =
          "Two or more codes: seeds, such as 42,7,9, what the page Explore copies, such as 42,vary(7,0.25,9), or names of bookmarks of the run; a name with a comma stands in quotation marks.")
  private @Nullable String keys;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Seconds from a key to the next; default: 2.")
  private @Nullable Double seconds;

  @Option(
      names = "--total",
      paramLabel = "S",
      description = "Seconds of the whole film, in place of --seconds.")
  private @Nullable Double total;

  @Option(
      names = "--loop",
      description = "Goes back from the last key to the first, so that the film has no seam.")
  private boolean loop;

  @Option(
      names = "--easing",
      paramLabel = "linear|smooth|smoother",
      description = "How time passes between keys: evenly, or slowly near them; default: smooth.")
  private @Nullable String easing;

  @Option(
      names = "--way",
      paramLabel = "slerp|lerp",
      description = "Along the arc between codes or the straight line; default: slerp.")
  private @Nullable String way;

  @Option(
      names = "--walk",
      paramLabel = "JSON",
      description = "Takes the walk from a file that --keep wrote, in place of these options.")
  private @Nullable Path from;

  @Option(
      names = "--keep",
      paramLabel = "JSON",
      description = "Writes the walk to a file, so that it can be filmed again.")
  private @Nullable Path keep;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description =
          "The longer side of a frame. Default: enlarged by a whole number to 256 or more.")
  private @Nullable Integer size;

  @Option(
      names = "--smooth",
      description =
          "Lets pixels that are enlarged run into each other; otherwise they are squares.")
  private boolean smooth;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "Asks a conditional generator for this class, by name or number. Default: that of the first bookmark among the keys, else the first.")
  private @Nullable String className;

  ExploreWalkCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder run = generator.folder(home);
    List<FoundCode> named = keys == null ? List.of() : CodeChoice.all(run, "--keys", keys);
    Walk walk = walk(named.stream().map(each -> in.of(each.point())).toList());
    FilmTarget target = film.target(walk.rate());
    FrameScale scale =
        FilmOptions.read(
            "--size",
            () ->
                new FrameScale(size == null ? OptionalInt.empty() : OptionalInt.of(size), smooth));
    double threshold = truncation.threshold().orElse(Double.POSITIVE_INFINITY);
    long begun = System.nanoTime();
    try (Snapshot loaded = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      truncation.requireFitting(loaded);
      in.requireFitting(loaded);
      int label = CodeChoice.label(className, named, loaded.latent().classNames());
      try (Snapshot snapshot = generator.truncated(loaded)) {
        WalkFilm drawn =
            FilmOptions.read("--keys", () -> new WalkFilm(snapshot, walk, label, threshold));
        FilmExport.Written made =
            new FilmExport(target, walk.rate(), drawn.notes(run.id()))
                .write(scale.apply(drawn), work);
        keep(walk);
        tell(drawn, run, target, made, Duration.ofNanos(System.nanoTime() - begun));
      }
      return Main.DONE;
    }
  }

  /**
   * The walk that is asked for.
   *
   * @param points its keys; not used where a file has the walk
   */
  private Walk walk(List<LatentPoint> points) {
    if (from != null) {
      if (keys != null
          || seconds != null
          || total != null
          || loop
          || easing != null
          || way != null
          || in.given()
          || film.timed()) {
        throw new BadUse(
            "--walk has the keys and the times: leave out --keys, --seconds, --total, --loop, --easing, --way, --in and --fps, or change the file.");
      }
      Path file = from;
      return FilmOptions.read("--walk", () -> WalkJson.read(text(file), file.toString()));
    }
    if (keys == null) {
      throw new BadUse("Name the codes to walk through, such as --keys 42,7,9, or a --walk.");
    }
    if (seconds != null && total != null) {
      throw new BadUse("--seconds and --total both say how long it is: give one of them.");
    }
    FrameRate rate = film.rate();
    int legs = Math.max(1, loop ? points.size() : points.size() - 1);
    double between = total != null ? total / legs : seconds != null ? seconds : USUAL_SECONDS;
    return FilmOptions.read(
        total != null ? "--total, --keys" : "--seconds, --keys",
        () ->
            new Walk(
                points,
                interpolation(),
                in.space(),
                easing == null ? Easing.SMOOTH : Easing.of(easing),
                loop,
                between,
                rate));
  }

  private Interpolation interpolation() {
    String wanted = way == null ? Interpolation.SLERP.id() : way;
    return Arrays.stream(Interpolation.values())
        .filter(each -> each.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUse(
                    "--way is "
                        + wanted
                        + ": it must be one of "
                        + Arrays.stream(Interpolation.values())
                            .map(Interpolation::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StudioException(
          file + " cannot be read (" + DiskErrors.reason(e) + "): name a walk's file.", e);
    }
  }

  private void keep(Walk walk) {
    if (keep == null) {
      return;
    }
    try {
      AtomicFile.ON_DISK.write(keep, WalkJson.write(walk) + "\n");
    } catch (IOException e) {
      throw new StudioException(
          keep
              + " cannot be written ("
              + DiskErrors.reason(e)
              + "); the film is there. Name another file for --keep.",
          e);
    }
  }

  private void tell(
      WalkFilm drawn, RunFolder run, FilmTarget target, FilmExport.Written made, Duration took) {
    Snapshot snapshot = drawn.snapshot();
    Walk walk = drawn.walk();
    List<String> names = snapshot.latent().classNames();
    Map<String, Object> document = new LinkedHashMap<>();
    film.tell(document, target, walk.rate(), made);
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("keys", walk.keys().stream().map(LatentPoint::toString).toList());
    document.put("way", walk.way().id());
    document.put("in", walk.space().id());
    document.put("easing", walk.easing().id());
    document.put("loop", walk.loop());
    document.put("secondsBetweenKeys", walk.secondsBetween());
    document.put("class", names.isEmpty() ? null : names.get(drawn.label()));
    document.put("truncation", drawn.threshold());
    document.put("psi", snapshot.inW().none() ? null : snapshot.inW().psi());
    document.put("psiTowards", snapshot.inW().none() ? null : snapshot.inW().towards());
    document.put("seconds", took.toMillis() / 1000.0);
    console.result(document, film.text(target, walk.rate(), made, took));
  }
}
