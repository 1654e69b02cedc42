package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.InPlane;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.FoundCode;
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
          "Asks a conditional generator for this class, by name or number. Default: the first.")
  private @Nullable String className;

  @Option(
      names = "--side",
      paramLabel = "N",
      defaultValue = "7",
      description = "Pictures in each row and column of a plane; default: ${DEFAULT-VALUE}.")
  private int side = 7;

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
    ExportTarget target = PngTarget.of(out);
    RunFolder run = generator.folder(home);
    List<LatentPoint> points = points(run);
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      generator.requireFitting(snapshot);
      for (LatentPoint each : points) {
        if (!each.fits(snapshot.codeSizes())) {
          throw new BadUse("--codes: " + each + " was found for a generator of other codes.");
        }
      }
      List<String> names = snapshot.latent().classNames();
      int label = className == null ? 0 : ClassChoice.label(className, names);
      target.requireWritable();
      GridCell cell = GridCell.of(points.get(0), label).truncated(generator.inW());
      GridPictures grid = draw(wanted, run, snapshot, cell, points, work);
      Picture sheet = grid.sheet(wanted == Kind.PLANE ? 0 : GAP);
      NotedPicture.write(out, sheet, notes(run, snapshot, wanted, points));
      tell(run, snapshot, grid, sheet);
      return Main.DONE;
    }
  }

  private GridPictures draw(
      Kind wanted,
      RunFolder run,
      Snapshot snapshot,
      GridCell cell,
      List<LatentPoint> points,
      CancellableWork work) {
    LayerNoise noise = LayerNoise.FIXED;
    if (wanted == Kind.TRAINING) {
      try (Timeline timeline = new Timeline(run, snapshot.averaged())) {
        return timeline.strip(cell, timeline.steps().size(), noise, work);
      }
    }
    GridRequest request =
        switch (wanted) {
          case CLASSES -> ClassGrid.of(cell, snapshot.latent().classNames(), noise);
          case PLANE -> plane(cell, points, noise);
          default -> TruncationGrid.of(points, cell, snapshot.hasMapping(), noise);
        };
    return GridDrawing.draw(snapshot, request, 1, work);
  }

  private GridRequest plane(GridCell cell, List<LatentPoint> points, LayerNoise noise) {
    if (points.size() != 3) {
      throw new BadUse("--codes names " + points.size() + " codes: a plane goes through three.");
    }
    return PlaneGrid.of(
        PlaneWindow.aroundCodes(),
        side,
        (x, y) -> cell.at(new InPlane(points.get(0), points.get(1), points.get(2), x, y)),
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

  private List<LatentPoint> points(RunFolder run) {
    List<LatentPoint> points = new ArrayList<>();
    for (String each : parts(codes)) {
      FoundCode found = CodeChoice.of(run, "--codes", each);
      points.add(found.point());
    }
    return points;
  }

  /** Parted at commas that stand in no brackets. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i == text.length() ? ',' : text.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (i == text.length() || letter == ',' && depth <= 0) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    return parts;
  }

  private static Map<String, String> notes(
      RunFolder run, Snapshot snapshot, Kind wanted, List<LatentPoint> points) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("grid", wanted.name().toLowerCase(Locale.ROOT));
    notes.put("codes", points.stream().map(LatentPoint::toString).collect(Collectors.joining(",")));
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }

  private void tell(RunFolder run, Snapshot snapshot, GridPictures grid, Picture sheet) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("columns", grid.request().columns());
    document.put("columnTitles", grid.request().columnTitles());
    document.put("rowTitles", grid.request().rowTitles());
    document.put("captions", grid.request().cells().stream().map(GridCell::caption).toList());
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
            + columns);
  }
}
