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
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.DoctorTrial;
import studio.saddlepoint.bench.Provoked;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.TorchEngine;

/** Trains what goes well and what goes wrong, and tells what of it is found. */
@Command(
    name = "doctor",
    description = {
      "Trains recipes that go well and some that are made to go wrong, and tells what is found of each, as Markdown tables.",
      "A kind of trouble is found where one of its findings is told; a false alarm is a warning or an error of a recipe that goes well. The runs are kept beside the others."
    })
final class BenchDoctorCommand implements Callable<Integer> {
  static final String TITLE = "What is found";
  private static final String PROVOKED_HEAD =
      "| Trouble | Found | Told | Looks | Share of the time |";
  private static final String HEALTHY_HEAD =
      "| Recipe | False alarms | Told | Looks | Share of the time |";
  private static final String NONE = "none";
  private static final double PERCENT = 100;

  private final CommandOutput console;
  private final Home home;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Steps of each training; default: ${DEFAULT-VALUE}.")
  private long steps = 2_000;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "Real images that each training sees, in place of a number of steps.")
  private @Nullable Long images;

  @Option(
      names = "--seeds",
      paramLabel = "S",
      split = ",",
      defaultValue = "1",
      description = "Seeds of the trainings, separated by commas; default: ${DEFAULT-VALUE}.")
  private List<Long> seeds = List.of(1L);

  @Option(
      names = "--data",
      paramLabel = "PATH",
      split = ",",
      description =
          "Data sets, by name (well-known ones too, see data get) or path, separated by commas; default: ${DEFAULT-VALUE}.")
  private List<String> data = List.of("strokes");

  @Option(
      names = "--kinds",
      paramLabel = "NAME",
      split = ",",
      description = "Kinds of trouble, separated by commas, or none; default: all.")
  private List<String> kinds = List.of();

  @Option(
      names = "--recipes",
      paramLabel = "NAME",
      split = ",",
      description =
          "Recipes that go well, by name or file, separated by commas, or none; default: all embedded but those that are there to fail.")
  private List<String> recipes = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a hyper-parameter of all trainings, such as generator.width=8.")
  private List<String> settings = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the tables into this file after each training; rows in it that were made the same way stay.")
  private @Nullable Path out;

  private final Map<String, Object> document = new LinkedHashMap<>();
  private int found;
  private int provoked;
  private int alarms;
  private int healthy;

  BenchDoctorCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    if (steps < 1 || images != null && images < 1 || seeds.isEmpty()) {
      throw new BadUse("--steps and --images must be at least 1, and --seeds at least one number.");
    }
    List<Provoked> troubles = troubles();
    List<Recipe> good = good();
    List<RecipeChoice.Setting> set = settings.stream().map(RecipeChoice.Setting::of).toList();
    if (out != null) {
      ImagePaths.writable(out, "--out");
    }
    ReportFile report = out == null ? new ReportFile(TITLE) : ReportFile.read(out, TITLE);
    DoctorTrial trial = new DoctorTrial(home, home.runs());
    AfterAnswer after = new AfterAnswer(console);
    for (String source : data) {
      for (long seed : seeds) {
        for (Provoked each : troubles) {
          after.keep(() -> provoke(trial, each, source, seed, set, report));
          keep(report);
        }
        for (Recipe each : good) {
          after.keep(() -> train(trial, each, source, seed, set, report));
          keep(report);
        }
      }
    }
    document.put("found", found);
    document.put("provoked", provoked);
    document.put("falseAlarms", alarms);
    document.put("healthy", healthy);
    console.result(document, report.text() + System.lineSeparator() + sums());
    if (out != null) {
      after.keep(() -> report.write(out));
    }
    return after.code();
  }

  private void keep(ReportFile report) {
    if (out != null) {
      report.writeSoFar(out, console);
    }
  }

  private long steps(Recipe recipe) {
    return images == null ? steps : -Math.floorDiv(-images, recipe.training().batchSize());
  }

  private String sums() {
    return English.of(
        "Found %d of %d that were made to go wrong; false alarms in %d of %d that go well.",
        found, provoked, alarms, healthy);
  }

  private List<Provoked> troubles() {
    if (kinds.equals(List.of(NONE))) {
      return List.of();
    }
    List<Provoked> chosen = new ArrayList<>();
    for (String kind : kinds) {
      chosen.add(
          Provoked.ALL.stream()
              .filter(each -> each.name().equals(kind))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadUse(
                          English.of(
                              "--kinds is %s: it must be none, or some of %s.",
                              kind,
                              String.join(
                                  ", ", Provoked.ALL.stream().map(Provoked::name).toList())))));
    }
    return kinds.isEmpty() ? Provoked.ALL : chosen;
  }

  private List<Recipe> good() {
    if (recipes.equals(List.of(NONE))) {
      return List.of();
    }
    return recipes.isEmpty()
        ? Recipes.embedded().stream()
            .filter(each -> !Provoked.FAILING.contains(each.name()))
            .toList()
        : recipes.stream().map(RecipeChoice::load).toList();
  }

  private void provoke(
      DoctorTrial trial,
      Provoked trouble,
      String source,
      long seed,
      List<RecipeChoice.Setting> set,
      ReportFile report) {
    Recipe base =
        RecipeChoice.with(RecipeChoice.on(RecipeChoice.load(trouble.recipe()), source, home), set);
    Recipe recipe = trouble.of(base).with("seed", seed);
    if (trouble.pictures() > 0) {
      recipe = trial.limited(recipe, trouble.pictures(), console);
    }
    console.note(English.of("%s on %s, seed %d", trouble.name(), name(source), seed));
    DoctorTrial.Outcome outcome = trial.run(recipe, steps(recipe), console);
    boolean seen = outcome.kinds().stream().anyMatch(trouble.found()::contains);
    provoked++;
    found += seen ? 1 : 0;
    tell("Troubles", trouble.name(), source, seed, seen, outcome, report, PROVOKED_HEAD);
  }

  private void train(
      DoctorTrial trial,
      Recipe good,
      String source,
      long seed,
      List<RecipeChoice.Setting> set,
      ReportFile report) {
    Recipe recipe = RecipeChoice.with(RecipeChoice.on(good, source, home), set).with("seed", seed);
    console.note(English.of("%s on %s, seed %d", good.name(), name(source), seed));
    DoctorTrial.Outcome outcome = trial.run(recipe, steps(recipe), console);
    boolean alarm = !outcome.alarms().isEmpty();
    healthy++;
    alarms += alarm ? 1 : 0;
    tell("Healthy trainings", good.name(), source, seed, alarm, outcome, report, HEALTHY_HEAD);
  }

  private void tell(
      String section,
      String name,
      String source,
      long seed,
      boolean yes,
      DoctorTrial.Outcome outcome,
      ReportFile report,
      String head) {
    String training = English.of("%s, %s, seed %d", name, name(source), seed);
    report.begin(section, protocol(), head);
    report.row(
        section,
        String.format(
            Locale.ENGLISH,
            "| %s | %s | %s | %d | %.1f %% |",
            training,
            yes ? "yes" : "no",
            outcome.kinds().isEmpty() ? "–" : String.join(", ", outcome.kinds()),
            outcome.looks(),
            PERCENT * outcome.share()));
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("run", outcome.run());
    one.put("yes", yes);
    one.put("kinds", outcome.kinds());
    one.put("looks", outcome.looks());
    one.put("shareOfTime", outcome.share());
    document.put(training, one);
  }

  private static String name(String source) {
    return PathNames.spelt(source).map(PathNames::of).orElse(source);
  }

  private String protocol() {
    return English.of(
        "Made by `saddlepoint bench doctor`: %,d %s each%s. Engine: %s.",
        images == null ? steps : images,
        images == null ? "steps" : "images",
        settings.isEmpty() ? "" : ", with " + String.join(" ", settings),
        TorchEngine.describe());
  }
}
