package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.latent.mixing.MixedPictures;
import studio.saddlepoint.latent.mixing.MixingDrawing;
import studio.saddlepoint.latent.mixing.MixingRequest;
import studio.saddlepoint.latent.mixing.SeedList;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;

/** Mixes the styles of codes into a PNG. */
@Command(
    name = "mix",
    description = {
      "Mixes styles: a grid whose pictures have the row's styles, but in some layers the column's.",
      "",
      "  saddlepoint mix RUN --rows 1-5 --columns 6-9 --out mix.png",
      "  saddlepoint mix RUN --layers 4-7 --psi 0.7 --out mix.png",
      ""
    })
final class MixCommand implements Callable<Integer> {
  private static final int MOST = 64;

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  @Option(
      names = "--rows",
      paramLabel = "SEEDS",
      defaultValue = "1-5",
      description =
          "Seeds of the rows' codes, such as 1-5 or 3,7,12, the same as on the page Explore; default: ${DEFAULT-VALUE}.")
  private String rows = "1-5";

  @Option(
      names = "--columns",
      paramLabel = "SEEDS",
      defaultValue = "6-9",
      description = "Seeds of the columns' codes; default: ${DEFAULT-VALUE}.")
  private String columns = "6-9";

  @Option(
      names = "--layers",
      paramLabel = "FROM-TO",
      description =
          "The styled layers whose styles come from the columns, counted from 0 for the coarsest, such as 4-7. Default: the finer half.")
  private @Nullable String layers;

  @Option(
      names = "--noise",
      paramLabel = "fixed|off|fresh",
      defaultValue = "fixed",
      description =
          "The noise that layers add: the one kept with the weights, none, or new noise in each picture; default: ${DEFAULT-VALUE}.")
  private String noise = "fixed";

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "With --noise fresh: decides the noise; default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "Asks a conditional generator for this class, by name or number. Default: the first.")
  private @Nullable String className;

  @Option(
      names = "--out",
      paramLabel = "PNG",
      required = true,
      description = "The PNG to write; one that is there is replaced.")
  private Path out = Path.of("");

  MixCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    ExportTarget target = PngTarget.of(out);
    SeedList ofRows = read("--rows", () -> SeedList.parse(rows, MOST));
    SeedList ofColumns = read("--columns", () -> SeedList.parse(columns, MOST));
    LayerRange range =
        layers == null ? LayerRange.NONE : read("--layers", () -> LayerRange.parse(layers));
    LayerNoise added = noise();
    RunFolder run = generator.folder(home);
    long begun = System.nanoTime();
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      LayerRange mixed = fitting(snapshot, range);
      if (added != LayerNoise.FIXED && !snapshot.hasNoise()) {
        throw new BadUse(
            "--noise " + noise + ": no layer of this generator adds noise; leave it out.");
      }
      int label =
          className == null ? 0 : ClassChoice.label(className, snapshot.latent().classNames());
      target.requireWritable();
      MixingRequest request =
          new MixingRequest(ofRows, ofColumns, mixed, label, generator.inW(), added);
      MixedPictures pictures = MixingDrawing.draw(snapshot, request, seed == null ? 1 : seed, work);
      Picture sheet = pictures.sheet();
      NotedPicture.write(out, sheet, notes(run, snapshot, request));
      tell(run, snapshot, request, sheet, Duration.ofNanos(System.nanoTime() - begun));
      return Main.DONE;
    }
  }

  private static <T> T read(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (StudioException e) {
      throw new BadUse(option + ": " + e.getMessage());
    }
  }

  private LayerNoise noise() {
    LayerNoise found =
        Arrays.stream(LayerNoise.values())
            .filter(each -> each.id().equals(noise))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadUse(
                        "--noise is "
                            + noise
                            + ": it must be one of "
                            + Arrays.stream(LayerNoise.values())
                                .map(LayerNoise::id)
                                .collect(Collectors.joining(", "))
                            + "."));
    if (seed != null && found != LayerNoise.FRESH) {
      throw new BadUse(
          "--seed is for --noise fresh; the codes' seeds are those of --rows and --columns.");
    }
    return found;
  }

  /** The layers to mix, of a generator that has styles and the truncation asked for. */
  private LayerRange fitting(Snapshot snapshot, LayerRange range) {
    int count = snapshot.styledSizes().size();
    if (count < 2) {
      throw new BadUse(
          "mix is for generators with a mapping network, such as StyleGAN2's, whose layers have styles of their own: this one's code goes in at one place. Use sample.");
    }
    generator.requireFitting(snapshot);
    if (range.isEmpty()) {
      return LayerRange.finerHalf(count);
    }
    return read(
        "--layers",
        () -> {
          range.requireWithin(count);
          return range;
        });
  }

  private static Map<String, String> notes(
      RunFolder run, Snapshot snapshot, MixingRequest request) {
    List<String> names = snapshot.latent().classNames();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.putAll(request.notes());
    if (!names.isEmpty()) {
      notes.put("class", names.get(request.label()));
    }
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }

  private void tell(
      RunFolder run, Snapshot snapshot, MixingRequest request, Picture sheet, Duration took) {
    List<String> names = snapshot.latent().classNames();
    WTruncation inW = request.inW();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("rows", request.rows().seeds());
    document.put("columns", request.columns().seeds());
    document.put("layers", List.of(request.layers().from(), request.layers().to()));
    document.put("sizes", request.layers().sizes(snapshot.styledSizes()));
    document.put("class", names.isEmpty() ? null : names.get(request.label()));
    document.put("psi", inW.none() ? null : inW.psi());
    document.put("psiTowards", inW.none() ? null : inW.towards());
    document.put("cutoff", inW.cutoff() == WTruncation.ALL ? null : inW.cutoff());
    document.put("noise", request.noise().id());
    document.put("width", sheet.width());
    document.put("height", sheet.height());
    document.put("seconds", took.toMillis() / 1000.0);
    console.result(
        document,
        English.of(
            "%s by %s of %s in %s (%dx%d) after %s; from the columns: layers %s, %s",
            English.count(request.rows().count(), "row"),
            English.count(request.columns().count(), "column"),
            Escapes.name(snapshot.label()),
            Escapes.name(out),
            sheet.width(),
            sheet.height(),
            Durations.text(took),
            request.layers(),
            request.layers().sizes(snapshot.styledSizes())));
  }
}
