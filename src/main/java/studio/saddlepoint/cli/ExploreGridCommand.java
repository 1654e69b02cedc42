package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.InPlane;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.latent.grid.ClassGrid;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridDrawing;
import studio.saddlepoint.latent.grid.GridPictures;
import studio.saddlepoint.latent.grid.GridRequest;
import studio.saddlepoint.latent.grid.PlaneGrid;
import studio.saddlepoint.latent.grid.PlaneWindow;
import studio.saddlepoint.latent.grid.TruncationGrid;
import studio.saddlepoint.latent.timeline.Timeline;
import studio.saddlepoint.metrics.attribute.AttributeTrace;
import studio.saddlepoint.metrics.attribute.JudgedPictures;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;

/** Draws a grid of the page Explore into a PNG. */
@Command(
    name = "grid",
    description = {
      "Draws a grid of pictures: what truncation does to codes, all classes of one, a plane through three, or one code through the training.",
      "",
      "  saddlepoint explore grid RUN --kind truncation --codes 1,2,3 --out grid.png",
      "  saddlepoint explore grid RUN --kind plane --codes 1,2,3 --side 9 --out plane.png",
      "  saddlepoint explore grid RUN --kind plane --codes 42 --along size --along x --out plane.png",
      "  saddlepoint explore grid RUN --kind training --codes 42 --out strip.png",
      ""
    })
final class ExploreGridCommand implements Callable<Integer> {
  private static final int GAP = 1;
  private static final int MOST_SIDE = 32;

  /** What a grid shows. */
  private enum Kind {
    TRUNCATION,
    CLASSES,
    PLANE,
    TRAINING
  }

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();
  @Mixin private SpaceOption in = new SpaceOption();

  @Option(
      names = "--kind",
      paramLabel = "truncation|classes|plane|training",
      required = true,
      description = "What the grid shows.")
  private String kind = "";

  @Option(
      names = "--codes",
      paramLabel = "CODES",
      defaultValue = "1,2,3",
      description =
          "Codes, or names of bookmarks, with commas between: the rows of truncation, the three of a plane, else the first; default: ${DEFAULT-VALUE}.")
  private String codes = "1,2,3";

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "Asks a conditional generator for this class, by name or number. Default: that of the first bookmark, else the first.")
  private @Nullable String className;

  @Option(
      names = "--along",
      paramLabel = "DIRECTION",
      description =
          "Of --kind plane: a direction that is kept with the run, to the right and then upwards, from the first code; give two.")
  private List<String> along = new ArrayList<>();

  @Option(
      names = "--side",
      paramLabel = "N",
      defaultValue = "7",
      description = "Pictures in each row and column of a plane; default: ${DEFAULT-VALUE}.")
  private int side = 7;

  @Option(
      names = "--attribute",
      paramLabel = "NAME",
      description =
          "Of --kind training: tells when this class or factor of the data set appeared, by a judge that is trained the first time.")
  private @Nullable String attribute;

  @Option(
      names = "--out",
      paramLabel = "PNG",
      required = true,
      description = "The PNG to write; one that is there is replaced.")
  private Path out = Path.of("");

  ExploreGridCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    Kind wanted = kind();
    if (side < 2 || side > MOST_SIDE) {
      throw new BadUse("--side is " + side + ": it must be between 2 and " + MOST_SIDE + ".");
    }
    if (attribute != null && wanted != Kind.TRAINING) {
      throw new BadUse("--attribute is followed through a training: name it with --kind training.");
    }
    if (!along.isEmpty() && (wanted != Kind.PLANE || along.size() != 2)) {
      throw new BadUse("--along is for --kind plane: name two directions, one for each axis.");
    }
    ExportTarget target = PngTarget.of(out);
    RunFolder run = generator.folder(home);
    List<FoundCode> found = CodeChoice.all(run, "--codes", codes);
    List<LatentPoint> points = found.stream().map(each -> in.of(each.point())).toList();
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      generator.requireFitting(snapshot);
      in.requireFitting(snapshot);
      for (LatentPoint each : points) {
        if (!each.fits(snapshot.codeSizes())) {
          throw new BadUse("--codes: " + each + " was found for a generator of other codes.");
        }
      }
      int label = CodeChoice.label(className, found, snapshot.latent().classNames());
      target.requireWritable();
      GridCell cell = GridCell.of(points.get(0), label).truncated(generator.inW());
      Drawn drawn = draw(wanted, run, snapshot, cell, points, work.part(0, 0.5));
      GridPictures grid = drawn.grid();
      Picture sheet = grid.sheet(wanted == Kind.PLANE ? 0 : GAP);
      Optional<AttributeTrace> trace = trace(snapshot, drawn, work.part(0.5, 1));
      NotedPicture.write(out, sheet, notes(run, snapshot, wanted, points, trace));
      tell(run, snapshot, grid, sheet, trace);
      return Main.DONE;
    }
  }

  /**
   * What was drawn.
   *
   * @param steps of a training's pictures; none otherwise
   */
  private record Drawn(GridPictures grid, List<Long> steps) {}

  private Drawn draw(
      Kind wanted,
      RunFolder run,
      Snapshot snapshot,
      GridCell cell,
      List<LatentPoint> points,
      Progress work) {
    LayerNoise noise = LayerNoise.FIXED;
    if (wanted == Kind.TRAINING) {
      try (Timeline timeline = new Timeline(run, snapshot.averaged())) {
        return new Drawn(
            timeline.strip(cell, timeline.steps().size(), noise, work), timeline.steps());
      }
    }
    GridRequest request =
        switch (wanted) {
          case CLASSES -> ClassGrid.of(cell, snapshot.latent().classNames(), noise);
          case PLANE ->
              along.isEmpty() ? plane(cell, points, noise) : plane(run, snapshot, cell, noise);
          default -> TruncationGrid.of(points, cell, snapshot.hasMapping(), noise);
        };
    return new Drawn(GridDrawing.draw(snapshot, request, 1, work), List.of());
  }

  /** The attribute that is asked for, through the training. */
  private Optional<AttributeTrace> trace(Snapshot snapshot, Drawn drawn, Progress work) {
    String wanted = attribute;
    if (wanted == null) {
      return Optional.empty();
    }
    try (JudgedPictures judge = JudgedPictures.open(snapshot, home.caches(), work)) {
      return Optional.of(
          FilmOptions.read(
              "--attribute", () -> judge.trace(wanted, drawn.steps(), drawn.grid().pictures())));
    }
  }

  private GridRequest plane(GridCell cell, List<LatentPoint> points, LayerNoise noise) {
    if (points.size() != 3) {
      throw new BadUse("--codes names " + points.size() + " codes: a plane goes through three.");
    }
    return PlaneGrid.of(
        PlaneWindow.aroundCodes(),
        side,
        (x, y) -> cell.at(in.of(new InPlane(points.get(0), points.get(1), points.get(2), x, y))),
        noise);
  }

  /** A plane from one code along two directions. */
  private GridRequest plane(RunFolder run, Snapshot snapshot, GridCell cell, LayerNoise noise) {
    Directions kept = DirectionFile.of(run).read();
    Direction right = kept.require(along.get(0));
    Direction up = kept.require(along.get(1));
    List.of(right, up).forEach(each -> each.require(snapshot.codeSizes()));
    return PlaneGrid.of(
        PlaneWindow.aroundOne(),
        side,
        (x, y) -> cell.shifted(List.of(right.shift(x), up.shift(y))),
        noise);
  }

  private Kind kind() {
    return Arrays.stream(Kind.values())
        .filter(each -> each.name().equalsIgnoreCase(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUse(
                    "--kind is " + kind + ": it must be truncation, classes, plane or training."));
  }

  private Map<String, String> notes(
      RunFolder run,
      Snapshot snapshot,
      Kind wanted,
      List<LatentPoint> points,
      Optional<AttributeTrace> trace) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("grid", wanted.name().toLowerCase(Locale.ROOT));
    notes.put("codes", points.stream().map(LatentPoint::toString).collect(Collectors.joining(",")));
    trace.ifPresent(each -> notes.put("attribute", each.sentence()));
    notes.put("in", in.space().id());
    if (!along.isEmpty()) {
      notes.put("along", String.join(",", along));
    }
    notes.putAll(generator.inW().notes());
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }

  private void tell(
      RunFolder run,
      Snapshot snapshot,
      GridPictures grid,
      Picture sheet,
      Optional<AttributeTrace> trace) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("in", in.space().id());
    document.put("columns", grid.request().columns());
    document.put("columnTitles", grid.request().columnTitles());
    document.put("rowTitles", grid.request().rowTitles());
    document.put("captions", grid.request().cells().stream().map(GridCell::caption).toList());
    document.put("attribute", trace.map(ExploreGridCommand::document).orElse(null));
    document.put("width", sheet.width());
    document.put("height", sheet.height());
    String columns =
        grid.request().columnTitles().isEmpty()
            ? ""
            : " Columns: " + String.join(", ", grid.request().columnTitles()) + ".";
    console.result(
        document,
        "Wrote "
            + grid.pictures().size()
            + " pictures, "
            + sheet.width()
            + "x"
            + sheet.height()
            + ", to "
            + out
            + "."
            + columns
            + trace.map(each -> "\n" + each.sentence()).orElse(""));
  }

  private static Map<String, Object> document(AttributeTrace trace) {
    OptionalInt half = trace.halfway();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", trace.attribute().name());
    document.put("steps", trace.steps());
    document.put(
        "values", trace.values().stream().map(each -> Double.isNaN(each) ? null : each).toList());
    document.put("halfwayStep", half.isPresent() ? trace.steps().get(half.getAsInt()) : null);
    return document;
  }
}
