package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.decode.ShapedImage;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.latent.inversion.InversionResult;
import studio.saddlepoint.latent.inversion.InversionSettings;
import studio.saddlepoint.latent.inversion.InversionSpace;
import studio.saddlepoint.metrics.memory.FoundPicture;
import studio.saddlepoint.metrics.memory.PictureInversion;
import studio.saddlepoint.metrics.memory.TrainingPictures;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;

/** Finds the codes of pictures. */
@Command(
    name = "invert",
    description = {
      "Finds the code whose picture is nearest to yours, and shows your picture, what the generator makes of it, and the nearest training picture side by side.",
      "",
      "  saddlepoint explore invert RUN cat.png --out found.png",
      "  saddlepoint explore invert RUN *.png --space w+ --steps 500 --out found",
      ""
    })
final class ExploreInvertCommand implements Callable<Integer> {
  private static final int GAP = 4;
  private static final int WHITE = 0xffffffff;

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();
  @Mixin private LookingOptions looking = new LookingOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PICTURE",
      description = "Pictures of any size: PNG, JPEG and what else data sets may have.")
  private List<Path> pictures = new ArrayList<>();

  @Option(
      names = "--space",
      paramLabel = "z|w|w+",
      description =
          "Where the code is looked for: z, w, or one w for each layer (w+), which comes nearest. Default: w+ where layers have codes of their own, z otherwise.")
  private @Nullable String space;

  @Option(names = "--steps", paramLabel = "N", description = "Steps of Adam; default: 300.")
  private @Nullable Integer steps;

  @Option(
      names = "--refine",
      paramLabel = "N",
      description =
          "Steps of Levenberg-Marquardt after them, at most; 0 for none. Default: 25, where no more than 640 numbers are looked for.")
  private @Nullable Integer refine;

  @Option(
      names = "--starts",
      paramLabel = "K",
      description = "Codes to begin from, of which the best is kept; default: 4.")
  private @Nullable Integer starts;

  @Option(
      names = "--noise",
      description =
          "Looks for the noise of layers, too. The code alone then makes another picture: both distances are told.")
  private boolean noise;

  @Option(
      names = "--encoder",
      description = "Takes the code that the run's encoder gives (VAE), without looking further.")
  private boolean encoder;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides where the search begins; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "Asks a conditional generator for this class, by name or number. Default: the first.")
  private @Nullable String className;

  @Option(
      names = "--out",
      paramLabel = "DIR|PNG",
      required = true,
      description =
          "A PNG for one picture, or a folder for a PNG of each; those that are there are replaced.")
  private Path out = Path.of("");

  ExploreInvertCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    if (pictures.isEmpty()) {
      throw new BadUse("Missing required parameter: 'PICTURE'. Name one picture or more.");
    }
    if (!generator.inW().none()) {
      throw new BadUse("--psi is of no use here: codes are looked for without truncation.");
    }
    if (encoder && (space != null || steps != null || refine != null || starts != null || noise)) {
      throw new BadUse(
          "--encoder looks no further than the encoder: leave out --space, --steps, --refine, --starts and --noise.");
    }
    Optional<InversionSpace> wanted =
        Optional.ofNullable(space).map(id -> read("--space", () -> InversionSpace.parse(id)));
    read("--steps, --refine or --starts", () -> settings(InversionSpace.Z));
    requirePlace();
    looking.check();
    RunFolder run = generator.folder(home);
    long begun = System.nanoTime();
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      List<byte[]> targets =
          pictures.stream()
              .map(each -> ShapedImage.read(each, snapshot.shape(), looking.fit()))
              .toList();
      int label =
          className == null ? 0 : ClassChoice.label(className, snapshot.latent().classNames());
      InversionSettings settings = settings(wanted.orElseGet(() -> usual(snapshot)));
      read(
          "--space",
          () -> {
            settings.space().requireIn(snapshot);
            return settings;
          });
      List<Map<String, Object>> told = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      try (TrainingPictures training = looking.open(snapshot, home, console, work.part(0, 0.2))) {
        PictureInversion inversion = new PictureInversion(snapshot, training);
        for (int i = 0; i < targets.size(); i++) {
          double from = 0.2 + 0.8 * i / targets.size();
          byte[] target = targets.get(i);
          FoundPicture found =
              encoder
                  ? inversion.encode(target, label)
                  : inversion.find(
                      target,
                      label,
                      settings,
                      now -> {},
                      work.part(from, from + 0.8 / targets.size()));
          Path file = file(i);
          NotedPicture.write(
              file, sheet(found), notes(run, snapshot, pictures.get(i), found, training, settings));
          told.add(document(file, pictures.get(i), found));
          lines.add(line(file, pictures.get(i), found));
        }
        tell(run, snapshot, settings, training, told, lines, System.nanoTime() - begun);
      }
      return Main.DONE;
    }
  }

  private static InversionSpace usual(Snapshot snapshot) {
    List<InversionSpace> there = InversionSpace.of(snapshot);
    return there.get(there.size() - 1);
  }

  private InversionSettings settings(InversionSpace chosen) {
    InversionSettings usual = InversionSettings.usual(chosen).withSeed(seed).withNoise(noise);
    return usual
        .with(steps == null ? usual.steps() : steps, starts == null ? usual.starts() : starts)
        .refined(refine == null ? usual.refinements() : refine);
  }

  private boolean png() {
    return String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".png");
  }

  private void requirePlace() {
    if (png() && pictures.size() > 1) {
      throw new BadUse(
          "--out is one PNG, "
              + out
              + ", but there are "
              + pictures.size()
              + " pictures: name a folder.");
    }
  }

  private Path file(int index) {
    if (png()) {
      return out;
    }
    String name = String.valueOf(pictures.get(index).getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return out.resolve(
        pictures.size() == 1
            ? stem + ".png"
            : String.format(Locale.ROOT, "%03d-%s.png", index + 1, stem));
  }

  private static <T> T read(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (StudioException e) {
      throw new BadUse(option + ": " + e.getMessage());
    }
  }

  /** The picture, what is made of its code, with noise if that was found, and the nearest. */
  private static Picture sheet(FoundPicture found) {
    List<Picture> row = new ArrayList<>();
    row.add(found.target());
    row.add(found.result().made().picture());
    found.result().withNoise().map(InversionResult.Made::picture).ifPresent(row::add);
    row.add(found.nearest().picture());
    return PictureConversion.grid(row, row.size(), GAP, WHITE);
  }

  private Map<String, String> notes(
      RunFolder run,
      Snapshot snapshot,
      Path picture,
      FoundPicture found,
      TrainingPictures training,
      InversionSettings settings) {
    List<String> names = snapshot.latent().classNames();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("code", found.result().point().toString());
    if (!names.isEmpty()) {
      notes.put("class", names.get(found.result().label()));
    }
    notes.put("picture", Escapes.name(String.valueOf(picture.getFileName())));
    notes.put("inversion", encoder ? "encoder" : settings.space().id());
    notes.put("extractor", training.extractor());
    notes.put("feature-distance", Double.toString(found.featureDistance()));
    notes.put("pixel-distance", Double.toString(found.pixelDistance()));
    notes.put("nearest-training-picture", Integer.toString(found.nearest().index()));
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }

  private static Map<String, Object> document(Path file, Path picture, FoundPicture found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("picture", picture.toString());
    document.put("file", file.toAbsolutePath().normalize().toString());
    document.put("featureDistance", found.featureDistance());
    document.put("pixelDistance", found.pixelDistance());
    document.put(
        "pixelDistanceWithNoise",
        found.result().withNoise().map(InversionResult.Made::pixelDistance).orElse(null));
    document.put("nearest", LookingOptions.document(found.nearest()));
    document.put("code", found.result().point().toString());
    return document;
  }

  private static String line(Path file, Path picture, FoundPicture found) {
    return English.of(
            "%s in %s: features %.4g away, pixels %.4g; the nearest training picture (%d): features %.4g, pixels %.4g",
            Escapes.name(String.valueOf(picture.getFileName())),
            Escapes.name(file),
            found.featureDistance(),
            found.pixelDistance(),
            found.nearest().index(),
            found.nearest().featureDistance(),
            found.nearest().pixelDistance())
        + found
            .result()
            .withNoise()
            .map(made -> English.of("; with its noise, pixels %.4g", made.pixelDistance()))
            .orElse("")
        + "\n  "
        + found.result().point();
  }

  private void tell(
      RunFolder run,
      Snapshot snapshot,
      InversionSettings settings,
      TrainingPictures training,
      List<Map<String, Object>> told,
      List<String> lines,
      long nanoseconds) {
    Duration took = Duration.ofNanos(nanoseconds);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("space", encoder ? "encoder" : settings.space().id());
    document.put("steps", encoder ? null : settings.steps());
    document.put("refinements", encoder ? null : settings.refinements());
    document.put("starts", encoder ? null : settings.starts());
    document.put("extractor", training.extractor());
    document.put("pictures", told);
    document.put("seconds", took.toMillis() / 1000.0);
    console.result(
        document,
        String.join("\n", lines)
            + "\n"
            + English.of(
                "%s of %s by %s after %s",
                English.count(told.size(), "code"),
                Escapes.name(snapshot.label()),
                training.extractor(),
                Durations.text(took)));
  }
}
