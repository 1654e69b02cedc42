package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.imported.GeneratorImport;
import studio.saddlepoint.run.imported.ImportRequest;
import studio.saddlepoint.run.imported.ImportedGenerator;
import studio.saddlepoint.run.imported.Trust;
import studio.saddlepoint.train.ImportedRuns;

/** Makes a run of a generator that came as a TorchScript file. */
@Command(
    name = "import",
    description = {
      "Takes in a generator as a TorchScript file: explore, sample and evaluate work on it as on a run.",
      "",
      "  saddlepoint import generator.pt --trust",
      "  saddlepoint import generator.pt --latent 128 --range 0..1 --data cifar10 --trust",
      "  saddlepoint import mapping.pt --synthesis synthesis.pt --latent 512 --data photos --trust",
      ""
    })
final class ImportCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The generator: forward(z) or forward(z, label), or with map(z) and synthesize(w); or an imported run that came from another computer, to allow it to run.")
  private Path file = Path.of("");

  @Option(
      names = "--synthesis",
      paramLabel = "FILE",
      description = "The second half in a file of its own; FILE is the mapping then.")
  private @Nullable Path synthesis;

  @Option(
      names = "--latent",
      paramLabel = "N",
      description = "How many numbers a code has, where the file does not say it.")
  private @Nullable Integer latent;

  @Option(
      names = "--distribution",
      paramLabel = "normal|uniform",
      description =
          "What codes are drawn from: normal numbers, or uniform ones in -1..1. Default: what the file says, otherwise normal.")
  private @Nullable String distribution;

  @Option(
      names = "--range",
      paramLabel = "-1..1|0..1",
      description = "Black and white of its pictures. Default: what is seen of them.")
  private @Nullable String range;

  @Option(
      names = "--classes",
      paramLabel = "N|NAMES",
      description =
          "How many classes it can be asked for, or their names with commas, where the file does not say it.")
  private @Nullable String classes;

  @Option(
      names = "--data",
      paramLabel = "SOURCE",
      description =
          "What it is measured against: a data set, or the path of images. Default: what the file says that it learnt from.")
  private @Nullable String data;

  @Option(names = "--title", paramLabel = "TEXT", description = "What it is called in lists.")
  private @Nullable String title;

  @Option(
      names = "--trust",
      description =
          "Allows the file to run on this computer. TorchScript is code: trust only what comes from people you trust.")
  private boolean trust;

  ImportCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    Trust here = Trust.here();
    if (Files.isDirectory(file)) {
      return allow(here);
    }
    GeneratorImport.Plan plan = GeneratorImport.look(request());
    if (!trust && !plan.trusted(here)) {
      throw new BadUse(untrusted(file));
    }
    try (CancellableWork work = new CancellableWork(console)) {
      RunFolder run = ImportedRuns.make(plan, home.runs(), here, work);
      tell(run);
      return Main.DONE;
    }
  }

  /** An imported run that was made elsewhere. */
  private int allow(Trust here) {
    ImportedGenerator imported =
        ImportedGenerator.of(file.toAbsolutePath().normalize())
            .orElseThrow(
                () ->
                    new BadUse(
                        English.of(
                            "%s is a folder, but no imported run: name a TorchScript file.",
                            file)));
    if (!trust && !imported.trusted(here)) {
      throw new BadUse(untrusted(file));
    }
    imported.trust(here);
    console.result(
        Map.of("run", file.toAbsolutePath().normalize().toString(), "trusted", true),
        English.of("The generator of %s may run on this computer.", file));
    return Main.DONE;
  }

  private static String untrusted(Path file) {
    return English.of(
        "%s is TorchScript, which is code: it would run with your rights. If you trust where it comes from, add --trust.",
        file);
  }

  private ImportRequest request() {
    return new ImportRequest(
        file,
        Optional.ofNullable(synthesis),
        latent == null ? OptionalInt.empty() : OptionalInt.of(latent),
        Optional.ofNullable(distribution).map(ImportCommand::prior),
        Optional.ofNullable(range).map(ImportCommand::unit),
        Optional.ofNullable(classes).map(ImportCommand::names),
        Optional.ofNullable(data),
        Optional.ofNullable(title));
  }

  private static LatentPrior prior(String text) {
    return Arrays.stream(LatentPrior.values())
        .filter(each -> each.id().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new BadUse("--distribution is " + text + ": it is normal or uniform."));
  }

  private static boolean unit(String text) {
    return switch (text.replace(" ", "")) {
      case "0..1" -> true;
      case "-1..1" -> false;
      default -> throw new BadUse("--range is " + text + ": it is -1..1 or 0..1.");
    };
  }

  private static List<String> names(String text) {
    if (text.matches("\\d{1,5}")) {
      return GeneratorImport.numbered(Integer.parseInt(text));
    }
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  private void tell(RunFolder run) {
    Recipe recipe = run.recipe();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.path().toString());
    document.put("title", run.title());
    document.put("latentSize", recipe.generator().latentSize());
    document.put("distribution", recipe.generator().prior().id());
    document.put("conditional", recipe.method().conditional());
    document.put("size", recipe.data().size());
    document.put("data", recipe.data().source());
    console.result(
        document,
        English.of(
            "%s is here as the run %s: codes of %d numbers, pictures of %d pixels, measured against %s",
            run.title(),
            run.id(),
            recipe.generator().latentSize(),
            recipe.data().size(),
            recipe.data().source()));
  }
}
