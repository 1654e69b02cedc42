package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.GaussianGrid;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;

/** Trains each loss on a grid of Gaussians in the plane and counts what it covers. */
@Command(
    name = "gaussians",
    description = {
      "Trains each loss on 25 Gaussians in the plane, with the moves of real trainings, and counts what it covers, as a Markdown table.",
      "Dense networks of 2 layers of 128 units, batch 256; high quality is within 3 standard deviations of a centre."
    })
final class BenchGaussiansCommand implements Callable<Integer> {
  private static final String SECTION = "25 Gaussians";
  private static final String HEAD = "| Loss | Modes of 25 | High quality | Diverged |";

  private final CommandOutput console;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Steps of each training; default: ${DEFAULT-VALUE}.")
  private int steps = 5_000;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Samples that are counted; default: ${DEFAULT-VALUE}.")
  private int samples = 10_000;

  @Option(
      names = "--losses",
      paramLabel = "NAME",
      split = ",",
      description = "Losses, separated by commas, such as hinge,wasserstein; default: all.")
  private List<String> losses = Arrays.stream(Loss.values()).map(Loss::id).toList();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Sets a value of every recipe, such as method.r1.weight=1. May be given many times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the table into this file, beside those of bench methods; rows in it that were made the same way stay.")
  private @Nullable Path out;

  BenchGaussiansCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (steps < 1 || samples < 100) {
      throw new BadUse("--steps must be at least 1, and --samples at least 100.");
    }
    List<RecipeChoice.Setting> all = settings.stream().map(RecipeChoice.Setting::of).toList();
    Map<String, Recipe> recipes = new LinkedHashMap<>();
    for (String each : losses) {
      Recipe wanted = Recipe.defaults().with("method.loss", each);
      recipes.put(each, RecipeChoice.with(GaussianGrid.recipe(wanted.method()), all));
    }
    if (out != null) {
      ImagePaths.writable(out, "--out");
    }
    ReportFile report =
        out == null
            ? new ReportFile(BenchMethodsCommand.TITLE)
            : ReportFile.read(out, BenchMethodsCommand.TITLE);
    report.begin(SECTION, protocol(), HEAD);
    Map<String, Object> document = new LinkedHashMap<>();
    recipes.forEach(
        (name, recipe) -> {
          GaussianGrid.Result found = new GaussianGrid(recipe).run(steps, samples, console);
          document.put(
              name,
              Map.of(
                  "modes", found.modes(),
                  "highQuality", found.highQuality(),
                  "diverged", found.diverged()));
          report.row(
              SECTION,
              String.format(
                  Locale.ENGLISH,
                  "| %s | %d | %.1f %% | %s |",
                  name,
                  found.modes(),
                  100 * found.highQuality(),
                  found.diverged() ? "yes" : "no"));
          if (out != null) {
            report.writeSoFar(out, console);
          }
        });
    console.result(document, report.text());
    AfterAnswer after = new AfterAnswer(console);
    if (out != null) {
      after.keep(() -> report.write(out));
    }
    return after.code();
  }

  private String protocol() {
    return String.format(
        Locale.ENGLISH,
        "Made by `saddlepoint bench gaussians`: %,d steps of each loss on 25 Gaussians of deviation 0.05, 2 apart; dense networks, batch 256, averaged generator; %,d samples, of high quality within 3 deviations of a centre%s.",
        steps,
        samples,
        settings.isEmpty() ? "" : "; " + String.join(", ", settings));
  }
}
