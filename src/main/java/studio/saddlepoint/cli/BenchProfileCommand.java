package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.StepProfiles;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.OperatorProfile;
import studio.saddlepoint.torch.TorchEngine;

/** Tells what training steps spend their time on. */
@Command(
    name = "profile",
    description = {
      "Tells what the training steps of recipes spend their time on, by libtorch's operators, on colour pictures of 32x32 pixels.",
      "Own time is that of an operator without those that it calls. The arithmetic of the convolutions is the time that their operations would take at the rate of matrix products."
    })
final class BenchProfileCommand implements Callable<Integer> {
  static final String TITLE = "What training steps are made of";
  private static final String HEAD = "| Operator | Own time | ms a step | Calls a step |";
  private static final double PERCENT = 100;

  private final CommandOutput console;

  @Option(
      names = "--recipes",
      paramLabel = "NAME",
      split = ",",
      description =
          "Recipes by name or file, separated by commas; default: one of each kind of step.")
  private List<String> recipes = StepProfiles.FAMILIES;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a hyper-parameter of all, such as generator.width=32.")
  private List<String> settings = List.of();

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "15",
      description = "Steps that are measured of each, and profiled; default: ${DEFAULT-VALUE}.")
  private int steps = 15;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "15",
      description = "Operators that are listed; default: ${DEFAULT-VALUE}.")
  private int rows = 15;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the tables into this file after each recipe.")
  private @Nullable Path out;

  BenchProfileCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (steps < 1 || rows < 1) {
      throw new BadUse("--steps and --rows must be at least 1.");
    }
    List<RecipeChoice.Setting> set = settings.stream().map(RecipeChoice.Setting::of).toList();
    List<Recipe> chosen =
        recipes.stream().map(each -> RecipeChoice.with(RecipeChoice.load(each), set)).toList();
    if (out != null) {
      ImagePaths.writable(out, "--out");
    }
    TorchEngine.start(Progress.NONE);
    StepProfiles profiles = new StepProfiles(steps, console);
    ReportFile report = new ReportFile(TITLE);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("engine", TorchEngine.describe());
    AfterAnswer after = new AfterAnswer(console);
    for (Recipe each : chosen) {
      after.keep(
          () -> {
            double rate = profiles.matrixRate(each.training().device());
            StepProfiles.Step step = profiles.of(each, rate);
            document.put(each.name(), document(step, rate));
            report.begin(each.name(), sentence(each, step, rate), HEAD);
            table(report, each.name(), step);
          });
      if (out != null) {
        report.writeSoFar(out, console);
      }
    }
    console.result(document, report.text());
    if (out != null) {
      after.keep(() -> report.write(out));
    }
    return after.code();
  }

  private String sentence(Recipe recipe, StepProfiles.Step step, double rate) {
    return English.of(
        "Made by `saddlepoint bench profile`: widths %d and %d, batch %d; %.0f images/s, %.1f ms a step under the profiler, %.0f operator calls. In convolutions %.0f %% of the time; their arithmetic at the rate of matrix products (%.0f GFLOP/s) is %.0f %% of a step (%.0f convolutions a step, %s). Engine: %s.",
        recipe.generator().width(),
        recipe.discriminator().width(),
        recipe.training().batchSize(),
        step.imagesPerSecond(),
        step.millis(),
        calls(step),
        PERCENT * step.convolutions(),
        rate / 1e9,
        PERCENT * step.arithmetic(),
        step.known() + step.unknown(),
        step.unknown() == 0
            ? "all counted"
            : English.of("%.0f of them in second derivatives not counted", step.unknown()),
        TorchEngine.describe());
  }

  private double calls(StepProfiles.Step step) {
    return step.operators().values().stream().mapToInt(OperatorProfile.Sum::calls).sum()
        / (double) steps;
  }

  private void table(ReportFile report, String section, StepProfiles.Step step) {
    double listed = 0;
    double calls = 0;
    int row = 0;
    for (Map.Entry<String, OperatorProfile.Sum> each : step.operators().entrySet()) {
      if (row++ == rows) {
        break;
      }
      double millis = each.getValue().selfMicros() / 1e3 / steps;
      double times = each.getValue().calls() / (double) steps;
      listed += millis;
      calls += times;
      report.row(section, row(each.getKey().replace("aten::", ""), millis, times, step));
    }
    report.row(
        section, row("other operators", inOperators(step) - listed, calls(step) - calls, step));
    report.row(section, row("outside operators", step.millis() - inOperators(step), 0, step));
  }

  /** All operators' own time, in milliseconds a step. */
  private double inOperators(StepProfiles.Step step) {
    return step.operators().values().stream().mapToDouble(OperatorProfile.Sum::selfMicros).sum()
        / 1e3
        / steps;
  }

  private static String row(String name, double millis, double calls, StepProfiles.Step step) {
    return English.of(
        "| %s | %.1f %% | %.2f | %.1f |", name, PERCENT * millis / step.millis(), millis, calls);
  }

  private Map<String, Object> document(StepProfiles.Step step, double rate) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("imagesPerSecond", step.imagesPerSecond());
    values.put("profiledMillis", step.millis());
    values.put("convolutions", step.convolutions());
    values.put("arithmetic", step.arithmetic());
    values.put("matrixRate", rate);
    values.put("convolutionsNotCounted", step.unknown());
    Map<String, Object> operators = new LinkedHashMap<>();
    step.operators()
        .forEach(
            (name, sum) ->
                operators.put(
                    name,
                    Map.of(
                        "selfMillis", sum.selfMicros() / 1e3 / steps,
                        "calls", sum.calls() / (double) steps)));
    values.put("operators", operators);
    return values;
  }
}
