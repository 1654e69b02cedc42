package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.cli.RecipeChoice.Setting;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.train.trial.PairedDifference;
import studio.saddlepoint.train.trial.Trial;
import studio.saddlepoint.train.trial.TrialPlan;
import studio.saddlepoint.train.trial.TrialResult;

/** Tries whether other settings help a run. */
@Command(
    name = "try",
    description = {
      "Tries whether other settings help: from a checkpoint, the run goes on with and without them, for several seeds each and the same number of steps.",
      "The difference of FID between the two has an interval over the seeds: where it holds 0, there is no difference. Left off by Ctrl-C, the same command goes on where it was."
    })
final class TryCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      description = "Where both sides begin; default: ${DEFAULT-VALUE}.")
  private String checkpoint = "latest";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      required = true,
      description = "A value to be tried. May be given many times: all are tried together.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      required = true,
      description = "Steps that each training makes from there.")
  private long steps;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Trainings of each side; default: ${DEFAULT-VALUE}.")
  private int seeds = 3;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Pictures that are measured; default: ${DEFAULT-VALUE}.")
  private int samples = 5_000;

  @Mixin private ExtractorOptions extractor = new ExtractorOptions();

  @Option(
      names = "--adopt",
      description =
          "Makes the best training of the better side a run, a branch of this one; nothing where there is no difference.")
  private boolean adopt;

  @Option(
      names = "--keep-runs",
      description = "Keeps the trainings in the folder trials of the run; else they are deleted.")
  private boolean keep;

  TryCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder folder = Runs.open(home, run);
    Trial trial = new Trial(home, plan(folder));
    TrialResult result;
    try (CancellableWork work =
        new CancellableWork(console, "Left off: the same command goes on where it was.")) {
      result = trial.run(work);
    }
    AtomicReference<Optional<Path>> adopted = new AtomicReference<>(Optional.empty());
    AfterAnswer after = new AfterAnswer(console);
    after.keep(
        () -> {
          if (adopt) {
            adopted.set(trial.adopt(result, home.runs()));
          }
          if (!keep) {
            trial.delete();
          }
        });
    console.result(document(folder, result, trial, adopted.get()), text(result, adopted.get()));
    return after.code();
  }

  private TrialPlan plan(RunFolder folder) {
    List<Setting> all = settings.stream().map(Setting::of).toList();
    BranchPoint from = BranchPoint.of(folder, Runs.checkpoint(folder, checkpoint));
    boolean labelled =
        LearntData.of(folder).map(each -> !each.data().classNames().isEmpty()).orElse(true);
    ExtractorChoice choice = extractor.plan(labelled ? "classifier" : "pixels").usual();
    extractor.provide(List.of(choice), home, console);
    try {
      return new TrialPlan(
          from,
          RecipeChoice.ofNew(RecipeChoice.with(from.recipe(), all)),
          steps,
          seeds,
          choice,
          samples);
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  private Map<String, Object> document(
      RunFolder folder, TrialResult result, Trial trial, Optional<Path> adopted) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.path().toString());
    document.put("steps", steps);
    List<Map<String, Object>> pairs = new ArrayList<>();
    for (TrialResult.Pair each : result.pairs()) {
      Map<String, Object> pair = new LinkedHashMap<>();
      pair.put("seed", each.seed());
      pair.put("without", number(each.without()));
      pair.put("with", number(each.with()));
      pairs.add(pair);
    }
    document.put("pairs", pairs);
    document.put("difference", result.difference().map(TryCommand::document).orElse(null));
    document.put(
        "better", result.better().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(null));
    document.put("verdict", result.verdict());
    document.put("adopted", adopted.map(Path::toString).orElse(null));
    document.put("kept", keep ? trial.place().toString() : null);
    return document;
  }

  private static Object number(double fid) {
    return Double.isNaN(fid) ? "diverged" : fid;
  }

  private static Map<String, Object> document(PairedDifference difference) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("mean", difference.mean());
    document.put("low", difference.low());
    document.put("high", difference.high());
    return document;
  }

  private static String text(TrialResult result, Optional<Path> adopted) {
    List<String> lines = new ArrayList<>();
    for (TrialResult.Pair each : result.pairs()) {
      lines.add(
          English.of(
              "seed %d  FID %s without, %s with",
              each.seed(), word(each.without()), word(each.with())));
    }
    lines.add(result.verdict());
    adopted.ifPresent(each -> lines.add("The better one is a run now: " + each));
    return String.join(System.lineSeparator(), lines);
  }

  private static String word(double fid) {
    return Double.isNaN(fid) ? "diverged" : English.of("%.2f", fid);
  }
}
