package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.latent.export.ExportKind;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.SampleExport;
import studio.saddlepoint.run.RunFolder;

/** Draws pictures from a run's generator into files. */
@Command(
    name = "sample",
    description = {
      "Draws pictures from a run's generator: into one PNG, or as single ones for other tools.",
      "",
      "  saddlepoint sample RUN --out sheet.png",
      "  saddlepoint sample RUN --n 10000 --out folder --labels",
      "  saddlepoint sample RUN --n 10000 --out samples.npz",
      ""
    })
final class SampleCommand implements Callable<Integer> {
  /** Endings that people give to files of other kinds; others may well end a folder's name. */
  private static final Pattern OTHER_FILE =
      Pattern.compile(
          "(?i).+\\.(jpe?g|jfif|gif|bmp|tiff?|webp|avif|npy|tar|t?gz|7z|rar|csv|json|txt|h5|mat|pdf|mp4)");

  private final CommandOutput console;
  private final Home home;

  @Mixin private SnapshotOptions options = new SnapshotOptions();

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many pictures; default: ${DEFAULT-VALUE}.")
  private int count = 64;

  @Option(
      names = "--out",
      paramLabel = "PNG|DIR|ZIP|NPZ",
      required = true,
      description = {
        "What to write, by the ending: all pictures in one .png, a folder of PNG files, the same in a .zip,",
        "or a NumPy array in an .npz: arr_0, uint8 (N, H, W, 3)."
      })
  private Path out = Path.of("");

  @Option(
      names = "--labels",
      description =
          "Tells the classes too: folders of classes and dataset.json, or arr_1 in an .npz.")
  private boolean labels;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "Asks a conditional generator for this class, by name or number. Otherwise all classes take turns in one .png, and are drawn as evaluate draws them elsewhere.")
  private @Nullable String className;

  @Option(names = "--class-turns", description = "Lets all classes take turns elsewhere too.")
  private boolean turns;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Pictures in a row of one .png; default: about as many as rows.")
  private @Nullable Integer columns;

  @Option(names = "--overwrite", description = "Replaces a .zip or .npz that is there already.")
  private boolean overwrite;

  SampleCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    ExportTarget target = target();
    RunFolder run = options.folder(home);
    long begun = System.nanoTime();
    try (Snapshot snapshot = options.open(run, console);
        CancellableWork work = new CancellableWork(console)) {
      List<String> names = snapshot.latent().classNames();
      target.refusal(names.size()).ifPresent(SampleCommand::refuse);
      target.requireWritable();
      SampleCodes codes =
          options.codes(snapshot, run, count, classes(snapshot, target.kind()), home, work);
      ImageShape shape = new SampleExport(snapshot, run.id(), codes, count).write(target, work);
      tell(run, snapshot, target, shape, Duration.ofNanos(System.nanoTime() - begun));
      return Main.DONE;
    }
  }

  private static void refuse(String reason) {
    throw new BadUse("--out: " + reason);
  }

  /** Refuses what does not go together before anything is opened. */
  private ExportTarget target() {
    ExportKind kind = kind();
    if (count < 1 || count > kind.most()) {
      throw new BadUse("--n is " + count + ": it must be between 1 and " + kind.most() + ".");
    }
    if (columns != null && columns < 1) {
      throw new BadUse("--columns is " + columns + ": it must be at least 1.");
    }
    if (columns != null && kind != ExportKind.SHEET) {
      throw new BadUse("--columns is for all pictures in one .png.");
    }
    if (labels && !kind.takesLabels()) {
      throw new BadUse("--labels is for a folder, a .zip or an .npz, not for one .png.");
    }
    ExportTarget target =
        new ExportTarget(
            out,
            kind,
            labels,
            overwrite || kind == ExportKind.SHEET,
            columns == null ? OptionalInt.empty() : OptionalInt.of(columns));
    target.occupied().ifPresent(SampleCommand::refuse);
    return target;
  }

  /** By the ending; a name with an ending of other files is more likely a slip than a folder. */
  private ExportKind kind() {
    String name = String.valueOf(out.getFileName());
    if (Files.isDirectory(out)) {
      return ExportKind.FOLDER;
    }
    return ExportKind.ofFile(name)
        .orElseGet(
            () -> {
              if (OTHER_FILE.matcher(name).matches()) {
                throw new BadUse(
                    "--out is "
                        + out
                        + ": name a file that ends with .png, .zip or .npz, or a folder.");
              }
              return ExportKind.FOLDER;
            });
  }

  private void tell(
      RunFolder run, Snapshot snapshot, ExportTarget target, ImageShape shape, Duration took) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("kind", target.kind().name().toLowerCase(Locale.ROOT));
    document.put("run", run.path().toString());
    document.put("step", snapshot.step());
    document.put("averaged", snapshot.averaged());
    document.put("pictures", count);
    document.put("labels", labels);
    document.put("seed", options.seed());
    document.put(
        "truncation", options.truncation().isPresent() ? options.truncation().getAsDouble() : null);
    document.put("psi", options.inW().none() ? null : options.inW().psi());
    document.put("psiTowards", options.inW().none() ? null : options.inW().towards());
    document.put(
        "cutoff", options.inW().cutoff() == WTruncation.ALL ? null : options.inW().cutoff());
    document.put("keepBest", options.keep().map(KeepBest::share).orElse(null));
    document.put("by", options.keep().map(best -> best.by().id()).orElse(null));
    document.put("width", shape.width());
    document.put("height", shape.height());
    document.put("seconds", took.toMillis() / 1000.0);
    String size = shape.width() + "x" + shape.height();
    console.result(
        document,
        English.count(count, "picture")
            + " of "
            + Escapes.name(snapshot.label())
            + " in "
            + Escapes.name(out)
            + (target.kind() == ExportKind.SHEET
                ? " (" + size + ")"
                : " (" + size + " each) after " + Durations.text(took)));
  }

  private SampleClasses classes(Snapshot snapshot, ExportKind kind) {
    if (className == null) {
      return turns || kind == ExportKind.SHEET
          ? SampleClasses.inTurn()
          : SampleClasses.drawn(snapshot);
    }
    return SampleClasses.only(ClassChoice.label(className, snapshot.latent().classNames()));
  }
}
