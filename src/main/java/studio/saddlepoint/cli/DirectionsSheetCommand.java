package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.DirectionSheet;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.latent.mixing.SeedList;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;

/** Draws pictures along a direction. */
@Command(
    name = "sheet",
    description = "Draws pictures along a direction: a row for each code, a column for each place.")
final class DirectionsSheetCommand implements Callable<Integer> {
  private static final int MOST_ROWS = 64;
  private static final int MOST_COLUMNS = 64;
  private static final int COLUMNS = 7;
  private static final double FARTHEST = 100;
  private static final String NUMBER = "([+-]?\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
  private static final Pattern LIST = Pattern.compile(NUMBER + "(?:\\s*,\\s*" + NUMBER + ")*");

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The direction, by its name.")
  private String name = "";

  @Option(
      names = "--amounts",
      paramLabel = "FROM..TO",
      defaultValue = "-3..3",
      description =
          "The columns, in deviations of codes: from one place to another in seven steps, or each by itself, such as -2,0,2; default: ${DEFAULT-VALUE}.")
  private String amounts = "-3..3";

  @Option(
      names = "--seeds",
      paramLabel = "SEEDS",
      defaultValue = "1-5",
      description = "Seeds of the rows' codes, such as 1-5; default: ${DEFAULT-VALUE}.")
  private String seeds = "1-5";

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

  DirectionsSheetCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    ExportTarget target = PngTarget.of(out);
    List<Double> units = units(amounts);
    SeedList rows = seeds();
    RunFolder run = generator.folder(home);
    Direction direction = DirectionFile.of(run).read().require(name);
    try (Snapshot whole = generator.load(run, console);
        Snapshot snapshot = generator.truncated(whole);
        CancellableWork work = new CancellableWork(console)) {
      int label =
          className == null ? 0 : ClassChoice.label(className, snapshot.latent().classNames());
      List<LatentPoint> points =
          rows.seeds().stream().<LatentPoint>map(LatentPoint.Seed::new).toList();
      Picture sheet =
          DirectionSheet.draw(
              snapshot, direction, points, label, units, Double.POSITIVE_INFINITY, work);
      target.requireWritable();
      NotedPicture.write(out, sheet, notes(run, snapshot, direction, rows, units));
      tell(run, direction, rows, units, sheet);
      return Main.DONE;
    }
  }

  private SeedList seeds() {
    try {
      return SeedList.parse(seeds, MOST_ROWS);
    } catch (StudioException e) {
      throw new BadUse("--seeds: " + e.getMessage());
    }
  }

  /** Places of the slider. */
  static List<Double> units(String text) {
    String given = text.strip();
    List<Double> units = new ArrayList<>();
    Matcher range = RANGE.matcher(given);
    if (range.matches()) {
      double from = Double.parseDouble(range.group(1));
      double to = Double.parseDouble(range.group(2));
      for (int i = 0; i < COLUMNS; i++) {
        units.add(from + (to - from) * i / (COLUMNS - 1));
      }
    } else if (LIST.matcher(given).matches()) {
      Stream.of(given.split("\\s*,\\s*")).map(Double::valueOf).forEach(units::add);
    } else {
      throw new BadUse(
          "--amounts is \"" + text + "\": write a range such as -3..3, or places such as -2,0,2.");
    }
    if (units.size() > MOST_COLUMNS || units.stream().anyMatch(each -> Math.abs(each) > FARTHEST)) {
      throw new BadUse(
          English.of(
              "--amounts: name %d places at most, from -%.0f to %.0f.",
              MOST_COLUMNS, FARTHEST, FARTHEST));
    }
    return units;
  }

  private static Map<String, String> notes(
      RunFolder run, Snapshot snapshot, Direction direction, SeedList rows, List<Double> units) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("rows", rows.toString());
    notes.put("columns", units.toString());
    notes.put("direction", direction.name());
    notes.putAll(Shift.notes(List.of(direction.shift(1))));
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }

  private void tell(
      RunFolder run, Direction direction, SeedList rows, List<Double> units, Picture sheet) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("run", run.path().toString());
    document.put("direction", DirectionText.document(direction));
    document.put("rows", rows.seeds());
    document.put("columns", units);
    document.put("width", sheet.width());
    document.put("height", sheet.height());
    console.result(
        document,
        English.of(
            "%s along %s in %s (%dx%d)",
            English.count(rows.count(), "code"),
            direction.name(),
            Escapes.name(out),
            sheet.width(),
            sheet.height()));
  }
}
