package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.MethodTrial;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.TorchEngine;

/** Trains recipes for the same short time and compares them. */
@Command(
    name = "methods",
    description = {
      "Trains recipes for the same short time each and compares what came out, as Markdown tables:"
          + " each training, and the medians over seeds.",
      "Quality is measured by features that never learnt the labels of a training, unless you name"
          + " others. The runs are kept beside the others. What stands in the file of --out"
          + " already, made in the same way, is not trained again."
    })
final class BenchMethodsCommand implements Callable<Integer> {
  static final String TITLE = "Methods compared";
  private static final double PERCENT = 100;

  private final CommandOutput console;
  private final Home home;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "180",
      description =
          "Time of each training; on a CPU of this process on all cores; default:"
              + " ${DEFAULT-VALUE}.")
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
          "Data sets, by name (well-known ones too, see data get) or path, separated by commas;"
              + " default: ${DEFAULT-VALUE}.")
  private List<String> data = List.of("strokes");

  @Option(
      names = "--recipes",
      paramLabel = "NAME",
      split = ",",
      description = "Recipes by name or file, separated by commas; default: all embedded.")
  private List<String> recipes = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "S",
      split = ",",
      description = "Seeds of the trainings, separated by commas; default: ${DEFAULT-VALUE}.")
  private List<Long> seeds = List.of(1L);

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a hyper-parameter of all trainings, such as generator.width=32.")
  private List<String> settings = List.of();

  @Option(
      names = "--extractors",
      paramLabel = "E",
      split = ",",
      description =
          "Features that are compared, as evaluate names them; precision, recall and memorisation"
              + " are by the first; default: ${DEFAULT-VALUE}.")
  private List<String> extractors = List.of("other-classifier", "random");

  @Option(
      names = "--held-out",
      description = "Compares with the pictures that are held back from training.")
  private boolean heldOut;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the tables into this file after each training; rows in it that were made the same"
              + " way stay.")
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
    if (seeds.isEmpty() || extractors.isEmpty()) {
      throw new BadUse("--seeds and --extractors must name one or more.");
    }
    List<ExtractorChoice> features = extractors.stream().map(ExtractorNames::parse).toList();
    List<RecipeChoice.Setting> set = settings.stream().map(RecipeChoice.Setting::of).toList();
    List<Recipe> chosen =
        (recipes.isEmpty() ? Recipes.embedded().stream() : recipes.stream().map(RecipeChoice::load))
            .map(each -> RecipeChoice.with(each, set))
            .toList();
    if (out != null) {
      ImagePaths.writable(out, "--out");
    }
    ReportFile report = out == null ? new ReportFile(TITLE) : ReportFile.read(out, TITLE);
    Map<String, Object> document = new LinkedHashMap<>();
    MethodTrial trial =
        new MethodTrial(
            home,
            home.runs(),
            Duration.ofSeconds(seconds),
            samples,
            features,
            heldOut ? Split.TEST : Split.TRAIN);
    Map<String, Map<String, Recipe>> trials = new LinkedHashMap<>();
    for (String source : data) {
      Map<String, Recipe> there = new LinkedHashMap<>();
      chosen.forEach(each -> there.put(each.name(), RecipeChoice.on(each, source, home)));
      trials.put(source, there);
    }
    AfterAnswer after = new AfterAnswer(console);
    for (String source : trials.keySet()) {
      String name = name(source);
      report.begin(trainings(name), protocol(), head());
      document.put(name, new LinkedHashMap<String, Object>());
      for (long seed : seeds) {
        trials
            .get(source)
            .forEach((recipe, on) -> train(recipe, on, seed, name, trial, report, document, after));
      }
    }
    console.result(document, report.text());
    if (out != null) {
      after.keep(() -> report.write(out));
    }
    return after.code();
  }

  @SuppressWarnings("unchecked")
  private void train(
      String recipe,
      Recipe on,
      long seed,
      String name,
      MethodTrial trial,
      ReportFile report,
      Map<String, Object> document,
      AfterAnswer after) {
    String row = English.of("%s, seed %d", recipe, seed);
    if (report.has(trainings(name), row)) {
      console.note(row + " on " + name + " is there already");
    } else {
      console.note(row + " on " + name);
      after.keep(
          () -> {
            MethodTrial.Outcome outcome = trial.run(on.with("seed", seed), console);
            ((Map<String, Object>) document.get(name)).put(row, document(outcome));
            report.row(trainings(name), row(row, outcome));
          });
    }
    medians(name, report);
    if (out != null) {
      report.writeSoFar(out, console);
    }
  }

  private static String trainings(String data) {
    return "Trainings on " + data;
  }

  /** The medians of each recipe's rows, with the least and the most. */
  private void medians(String data, ReportFile report) {
    String section = "Recipes on " + data;
    int fids = extractors.size();
    report.begin(
        section,
        "Medians over seeds of the table of trainings, with the least and the most FID.",
        "| Recipe |"
            + extractors.stream()
                .map(each -> " FID by " + each + " |")
                .collect(Collectors.joining())
            + " Precision | Recall | Memorisation | Trainings |");
    Map<String, List<List<String>>> byRecipe = new LinkedHashMap<>();
    for (List<String> row : report.cells(trainings(data))) {
      String recipe = row.get(0).replaceFirst(", seed \\d+$", "");
      byRecipe.computeIfAbsent(recipe, key -> new ArrayList<>()).add(row);
    }
    byRecipe.forEach(
        (recipe, rows) -> {
          StringBuilder line = new StringBuilder("| " + recipe + " |");
          for (int i = 1; i <= fids + 3; i++) {
            List<Double> values = numbers(rows, i);
            line.append(' ').append(i <= fids ? spread(values) : middle(values)).append(" |");
          }
          report.row(section, line + " " + rows.size() + " |");
        });
  }

  /** The numbers of a column, in order; what is none counts as endless. */
  private static List<Double> numbers(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .map(cell -> cell.matches("[0-9.]+") ? Double.valueOf(cell) : Double.POSITIVE_INFINITY)
        .sorted()
        .toList();
  }

  private static String middle(List<Double> sorted) {
    return number("%.3f", median(sorted));
  }

  private static double median(List<Double> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static String spread(List<Double> sorted) {
    String middle = number("%.2f", median(sorted));
    return sorted.size() == 1
        ? middle
        : English.of(
            "%s (%s to %s)",
            middle, number("%.2f", sorted.get(0)), number("%.2f", sorted.get(sorted.size() - 1)));
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? English.of(format, value) : "–";
  }

  private static Map<String, Object> document(MethodTrial.Outcome outcome) {
    Map<String, Object> values = new LinkedHashMap<>(outcome.values());
    values.put("fids", outcome.fids());
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
    return English.of(
        "Made by `saddlepoint bench methods`: each recipe trained for %d s of all cores%s, then %,d"
            + " samples against as many real pictures of the %s split; precision, recall and"
            + " memorisation by %s. A step is one round of the game: the discriminator moves, once"
            + " or as often as the recipe says, then the generator, unless the recipe lets it wait."
            + " Images/s are real pictures. Engine: %s.",
        seconds,
        settings.isEmpty() ? "" : ", with " + String.join(" ", settings),
        samples,
        heldOut ? "held-out" : "train",
        extractors.get(0),
        TorchEngine.describe());
  }

  private String head() {
    return "| Training |"
        + extractors.stream().map(each -> " FID by " + each + " |").collect(Collectors.joining())
        + " Precision | Recall | Memorisation | Images/s | Steps | Generator moves | Class accuracy"
        + " | Diverged |";
  }

  private static String row(String training, MethodTrial.Outcome outcome) {
    Map<String, Double> values = outcome.values();
    return "| "
        + training
        + " |"
        + outcome.fids().stream()
            .map(each -> " " + number("%.2f", each) + " |")
            .collect(Collectors.joining())
        + English.of(
            " %s | %s | %s | %.0f | %,d | %,d | %s | %s |",
            number("%.3f", values.getOrDefault("precision", Double.NaN)),
            number("%.3f", values.getOrDefault("recall", Double.NaN)),
            number("%.3f", values.getOrDefault("memorisation", Double.NaN)),
            outcome.imagesPerSecond(),
            outcome.steps(),
            outcome.generatorMoves(),
            outcome.classAccuracy().isPresent()
                ? English.of("%.1f %%", PERCENT * outcome.classAccuracy().getAsDouble())
                : "–",
            outcome.diverged() ? "yes" : "no");
  }
}
