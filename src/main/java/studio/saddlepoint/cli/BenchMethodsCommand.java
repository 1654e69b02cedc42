package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.MethodTrial;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.TorchEngine;

/** Trains the recipes that come with the program for the same short time and compares them. */
@Command(
    name = "methods",
    description = {
      "Trains recipes for the same short time each and compares what came out, as a Markdown table.",
      "Quality is measured by the data set's own classifier. The runs are kept beside the others."
    })
final class BenchMethodsCommand implements Callable<Integer> {
  static final String TITLE = "Methods compared";
  private static final String HEAD =
      "| Recipe | FID | Precision | Recall | Images/s | Steps | Generator moves | Class accuracy | Diverged |";

  private final CommandOutput console;
  private final Home home;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "180",
      description =
          "Time of each training; on a CPU of this process on all cores; default: ${DEFAULT-VALUE}.")
  private int seconds = 180;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Pictures that are measured; default: ${DEFAULT-VALUE}.")
  private int samples = 5_000;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      split = ",",
      description =
          "Data sets, by name (well-known ones too, see data get) or path, separated by commas; default: ${DEFAULT-VALUE}.")
  private List<String> data = List.of("strokes");

  @Option(
      names = "--recipes",
      paramLabel = "NAME",
      split = ",",
      description = "Recipes by name or file, separated by commas; default: all embedded.")
  private List<String> recipes = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the tables into this file after each training; rows in it that were made the same way stay.")
  private @Nullable Path out;

  BenchMethodsCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    if (seconds < 1 || samples < 10) {
      throw new BadUse("--seconds must be at least 1, and --samples at least 10.");
    }
    List<Recipe> chosen =
        recipes.isEmpty() ? Recipes.embedded() : recipes.stream().map(RecipeChoice::load).toList();
    if (out != null) {
      ImagePaths.writable(out, "--out");
    }
    ReportFile report = out == null ? new ReportFile(TITLE) : ReportFile.read(out, TITLE);
    Map<String, Object> document = new LinkedHashMap<>();
    MethodTrial trial = new MethodTrial(home, home.runs(), Duration.ofSeconds(seconds), samples);
    Map<String, Map<String, Recipe>> trials = new LinkedHashMap<>();
    for (String source : data) {
      Map<String, Recipe> there = new LinkedHashMap<>();
      chosen.forEach(each -> there.put(each.name(), RecipeChoice.on(each, source, home)));
      trials.put(source, there);
    }
    AfterAnswer after = new AfterAnswer(console);
    for (String source : trials.keySet()) {
      String section = "Recipes on " + name(source);
      report.begin(section, protocol(), HEAD);
      Map<String, Object> outcomes = new LinkedHashMap<>();
      document.put(name(source), outcomes);
      trials
          .get(source)
          .forEach(
              (recipe, on) -> {
                console.note(recipe + " on " + name(source));
                after.keep(
                    () -> {
                      MethodTrial.Outcome outcome = trial.run(on, console);
                      outcomes.put(recipe, document(outcome));
                      report.row(section, row(recipe, outcome));
                    });
                if (out != null) {
                  report.writeSoFar(out, console);
                }
              });
    }
    console.result(document, report.text());
    if (out != null) {
      after.keep(() -> report.write(out));
    }
    return after.code();
  }

  private static Map<String, Object> document(MethodTrial.Outcome outcome) {
    Map<String, Object> values = new LinkedHashMap<>(outcome.values());
    values.put("imagesPerSecond", outcome.imagesPerSecond());
    values.put("steps", outcome.steps());
    values.put("generatorMoves", outcome.generatorMoves());
    values.put("diverged", outcome.diverged());
    outcome.classAccuracy().ifPresent(share -> values.put("classAccuracy", share));
    return values;
  }

  private static String name(String source) {
    return PathNames.spelt(source).map(PathNames::of).orElse(source);
  }

  private String protocol() {
    return String.format(
        Locale.ENGLISH,
        "Made by `saddlepoint bench methods`: each recipe trained for %d s of all cores, then %,d samples against as many real pictures of the train split, by the data set's own classifier. A step is one round of the game: the discriminator moves, once or as often as the recipe says, then the generator, unless the recipe lets it wait. Images/s are real pictures. Engine: %s.",
        seconds,
        samples,
        TorchEngine.describe());
  }

  private static String row(String recipe, MethodTrial.Outcome outcome) {
    Map<String, Double> values = outcome.values();
    return String.format(
        Locale.ENGLISH,
        "| %s | %.2f | %.3f | %.3f | %.0f | %,d | %,d | %s | %s |",
        recipe,
        values.get("fid"),
        values.get("precision"),
        values.get("recall"),
        outcome.imagesPerSecond(),
        outcome.steps(),
        outcome.generatorMoves(),
        outcome.classAccuracy().isPresent()
            ? String.format(Locale.ENGLISH, "%.1f %%", 100 * outcome.classAccuracy().getAsDouble())
            : "–",
        outcome.diverged() ? "yes" : "no");
  }
}
