package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;

/** Draws the picture of a latent code into a PNG. */
@Command(
    name = "picture",
    description = {
      "Draws the picture of one latent code.",
      "",
      "  saddlepoint explore picture RUN --code 42 --out it.png",
      "  saddlepoint explore picture RUN --code \"Smile\" --size 512 --out it.png",
      ""
    })
final class ExplorePictureCommand implements Callable<Integer> {
  private static final int LARGEST = 4096;

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();
  @Mixin private TruncationOption truncation = new TruncationOption();
  @Mixin private SpaceOption in = new SpaceOption();

  @Option(
      names = "--code",
      paramLabel = "CODE|NAME",
      required = true,
      description =
          "The code: a seed such as 42, what was copied in the window, such as slerp(42,7,0.3), or the name of a bookmark of the run, which may stand within a code, too: slerp(bookmark(\"Smile\"),7,0.3).")
  private String code = "";

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "Asks a conditional generator for this class, by name or number. Default: the bookmark's, else the first.")
  private @Nullable String className;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description =
          "Enlarges the picture to this width and height, with sharp pixels. Default: as it is drawn.")
  private @Nullable Integer size;

  @Option(
      names = "--out",
      paramLabel = "PNG",
      required = true,
      description = "The PNG to write; one that is there is replaced.")
  private Path out = Path.of("");

  ExplorePictureCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    ExportTarget target = PngTarget.of(out);
    OptionalDouble threshold = truncation.threshold();
    RunFolder run = generator.folder(home);
    FoundCode found = found(run);
    try (Snapshot loaded = generator.load(run, console)) {
      truncation.requireFitting(loaded);
      in.requireFitting(loaded);
      CodeChoice.requireFitting("--code", found, loaded);
      int label = CodeChoice.label(className, List.of(found), loaded.latent().classNames());
      int wanted = size(loaded.shape().width());
      target.requireWritable();
      try (Snapshot snapshot = generator.truncated(loaded)) {
        Picture drawn =
            CodeDrawing.draw(
                    snapshot,
                    List.of(found.point()),
                    new int[] {label},
                    threshold.orElse(Double.POSITIVE_INFINITY))
                .get(0);
        Picture picture = enlarged(drawn, wanted);
        NotedPicture.write(out, picture, notes(run, snapshot, found, label, threshold));
        tell(run, snapshot, found, label, threshold, picture);
      }
      return Main.DONE;
    }
  }

  private FoundCode found(RunFolder run) {
    FoundCode named = CodeChoice.of(run, "--code", code);
    LatentPoint point = in.of(named.point());
    if (in.space() == Space.W && point.equals(named.point())) {
      throw new BadUse(
          "--in w is for codes between others, such as slerp(42,7,0.3); "
              + ExploreCodesCommand.brief(point.toString())
              + " is none of them. Leave --in out.");
    }
    return new FoundCode(point, named.className());
  }

  private int size(int own) {
    if (size == null) {
      return own;
    }
    if (size < own || size > LARGEST) {
      throw new BadUse(
          "--size is "
              + size
              + ": it must be between "
              + own
              + ", the generator's own, and "
              + LARGEST
              + ".");
    }
    return size;
  }

  /** Every pixel as a square, or nearly so where the size is no multiple. */
  private static Picture enlarged(Picture picture, int size) {
    if (picture.width() == size) {
      return picture;
    }
    int[] argb = new int[size * size];
    for (int i = 0; i < argb.length; i++) {
      int x = (int) ((long) (i % size) * picture.width() / size);
      int y = (int) ((long) (i / size) * picture.height() / size);
      argb[i] = picture.argb()[y * picture.width() + x];
    }
    return new Picture(size, size, argb);
  }

  private static Map<String, String> notes(
      RunFolder run, Snapshot snapshot, FoundCode found, int label, OptionalDouble threshold) {
    List<String> names = snapshot.latent().classNames();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("code", found.point().toString());
    if (found.point() instanceof LatentPoint.Seed seed) {
      notes.put("seed", Long.toString(seed.seed()));
    }
    if (!names.isEmpty()) {
      notes.put("class", names.get(label));
    }
    threshold.ifPresent(each -> notes.put("truncation", Double.toString(each)));
    notes.putAll(snapshot.inW().notes());
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }

  private void tell(
      RunFolder run,
      Snapshot snapshot,
      FoundCode found,
      int label,
      OptionalDouble threshold,
      Picture picture) {
    List<String> names = snapshot.latent().classNames();
    WTruncation inW = snapshot.inW();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("code", found.point().toString());
    document.put("class", names.isEmpty() ? null : names.get(label));
    document.put("truncation", threshold.isPresent() ? threshold.getAsDouble() : null);
    document.put("psi", inW.none() ? null : inW.psi());
    document.put("psiTowards", inW.none() ? null : inW.towards());
    document.put("cutoff", inW.cutoff() == WTruncation.ALL ? null : inW.cutoff());
    document.put("width", picture.width());
    document.put("height", picture.height());
    console.result(
        document,
        English.of(
            "The picture of %s, %s, in %s (%dx%d)",
            ExploreCodesCommand.brief(found.point().toString()),
            Escapes.name(snapshot.label()),
            Escapes.name(out),
            picture.width(),
            picture.height()));
  }
}
