package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.decode.ShapedImage;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.metrics.memory.MemoryCheck;
import studio.saddlepoint.metrics.memory.NearPicture;
import studio.saddlepoint.metrics.memory.TrainingPictures;
import studio.saddlepoint.run.RunFolder;

/** Tells whether a picture is a memory of the training pictures. */
@Command(
    name = "memory",
    description = {
      "Tells whether a picture is a memory: its realism, and its nearest training pictures against how near new real pictures are.",
      "",
      "  saddlepoint explore memory RUN --code 42 --out near.png",
      "  saddlepoint explore memory RUN --picture made.png",
      ""
    })
final class ExploreMemoryCommand implements Callable<Integer> {
  private static final int MOST = 64;
  private static final int GAP = 4;
  private static final int WHITE = 0xffffffff;

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();
  @Mixin private LookingOptions looking = new LookingOptions();

  @Option(
      names = "--code",
      paramLabel = "CODE|NAME",
      description =
          "The picture of this code: a seed, such as 42, what the page Explore copies, such as vary(42,0.25,9), or the name of a bookmark of the run.")
  private @Nullable String code;

  @Option(names = "--picture", paramLabel = "FILE", description = "The picture of a file.")
  private @Nullable Path picture;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "With --code: asks a conditional generator for this class, by name or number. Default: the bookmark's, else the first.")
  private @Nullable String className;

  @Option(
      names = "--nearest",
      paramLabel = "K",
      defaultValue = "4",
      description = "How many training pictures to tell of; default: ${DEFAULT-VALUE}.")
  private int nearest = 4;

  @Option(
      names = "--out",
      paramLabel = "PNG",
      description = "Writes the picture and its nearest training pictures side by side.")
  private @Nullable Path out;

  ExploreMemoryCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    if ((code == null) == (picture == null)) {
      throw new BadUse("Name one picture, by --code or by --picture.");
    }
    if (nearest < 1 || nearest > MOST) {
      throw new BadUse("--nearest is " + nearest + ": it must be between 1 and " + MOST + ".");
    }
    if (out != null && !out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new BadUse("--out is " + out + ": name a file that ends with .png.");
    }
    looking.check();
    RunFolder run = generator.folder(home);
    FoundCode found = code == null ? null : CodeChoice.of(run, "--code", code);
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      byte[] pixels = pixels(snapshot, found);
      try (TrainingPictures training = looking.open(snapshot, home, console, work.part(0, 0.9))) {
        MemoryCheck check = training.check(pixels, nearest, work.part(0.9, 1));
        if (out != null) {
          NotedPicture.write(out, sheet(snapshot, pixels, check), notes(run, snapshot, check));
        }
        tell(run, snapshot, check);
      }
      return Main.DONE;
    }
  }

  private byte[] pixels(Snapshot plain, @Nullable FoundCode found) {
    if (picture != null || found == null) {
      return ShapedImage.read(picture, plain.shape(), looking.fit());
    }
    CodeChoice.requireFitting("--code", found, plain);
    LatentPoint point = found.point();
    int label = CodeChoice.label(className, List.of(found), plain.latent().classNames());
    try (Snapshot snapshot = generator.truncated(plain)) {
      double all = Double.POSITIVE_INFINITY;
      int[] labels = {label};
      return Quantizer.bytes(
          point.inW()
              ? snapshot.synthesize(
                  CodeDrawing.codes(snapshot, List.of(point), labels, all), labels, all)
              : snapshot.pixels(
                  new float[][] {point.code(snapshot.latent().size(), all)}, labels, all));
    }
  }

  private static Picture sheet(Snapshot snapshot, byte[] pixels, MemoryCheck check) {
    List<Picture> row = new ArrayList<>();
    row.add(PictureConversion.of(pixels, snapshot.shape()));
    check.nearest().forEach(near -> row.add(near.picture()));
    return PictureConversion.grid(row, row.size(), GAP, WHITE);
  }

  private Map<String, String> notes(RunFolder run, Snapshot snapshot, MemoryCheck check) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    if (code != null) {
      notes.put("code", code);
    }
    notes.put("realism", Double.toString(check.realism()));
    notes.put("memory", check.sentence());
    return notes;
  }

  private void tell(RunFolder run, Snapshot snapshot, MemoryCheck check) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("realism", Double.isFinite(check.realism()) ? check.realism() : null);
    document.put("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
    document.put("ratio", check.ratio());
    document.put("closerThan", check.closerThan());
    document.put("chance", check.unseen().chance(check.nearest().get(0).featureDistance()));
    document.put("typical", check.unseen().median());
    document.put("unseen", check.unseen().count());
    document.put("heldOut", check.scope().apart());
    document.put("compared", check.scope().compared());
    document.put("extractor", check.scope().extractor());
    document.put("nearest", check.nearest().stream().map(LookingOptions::document).toList());
    document.put("file", out == null ? null : out.toAbsolutePath().normalize().toString());
    List<String> lines = new ArrayList<>();
    lines.add(check.sentence());
    lines.add(
        English.of(
            "realism %.2f (1 and more is among the real pictures), by %s; %,d of %,d training pictures compared",
            check.realism(),
            check.scope().extractor(),
            check.scope().compared(),
            check.scope().all()));
    for (NearPicture near : check.nearest()) {
      lines.add(
          English.of(
              "  training picture %d: features %.4g away, pixels %.4g",
              near.index(), near.featureDistance(), near.pixelDistance()));
    }
    if (out != null) {
      lines.add("in " + Escapes.name(out));
    }
    console.result(document, String.join("\n", lines));
  }
}
