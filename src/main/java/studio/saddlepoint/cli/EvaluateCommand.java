package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.source.ImageFolder;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.ComparisonResult;
import studio.saddlepoint.metrics.Comparisons;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.EvaluationWork;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.ExtractorPlan;
import studio.saddlepoint.metrics.PlannedEvaluation;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.record.EvaluationRecord;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.run.RunFolder;

/** Measures a run's generator and keeps the score with the run, or any folder of images. */
@Command(
    name = "evaluate",
    description = {
      "Measures a run's generator against its data set, and keeps the score with the run.",
      "With --real, measures the images of the folder --fake, or the run, against a folder, a data set or statistics."
    },
    footer = {
      "",
      "Examples:",
      "  saddlepoint evaluate RUN --metrics fid,pr --n 10000",
      "  saddlepoint evaluate --real photos --fake samples --download",
      "  saddlepoint evaluate --real photos --fake samples --metrics all --extractor random --json",
      "  saddlepoint evaluate --real photos --extractor inception --export-stats photos.npz",
      "",
      "Exit codes: 0 done, 1 failed, 2 bad use."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int USUAL_COUNT = 2048;

  private final CommandOutput console;
  private final Home home;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SnapshotOptions options = new SnapshotOptions();
  @Mixin private ExtractorOptions extractor = new ExtractorOptions();
  @Mixin private FolderOptions folders = new FolderOptions();

  @Option(
      names = "--metrics",
      paramLabel = "M",
      split = ",",
      completionCandidates = MetricNames.Help.class,
      description =
          "What to measure: ${COMPLETION-CANDIDATES}, or all. Default: fid,pr for a run, all for folders.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "How many generated pictures; default: 2048 of a run, all of a folder.")
  private @Nullable Integer count;

  @Option(names = "--no-intervals", description = "Leaves the 95 %% intervals out.")
  private boolean withoutIntervals;

  @Option(
      names = "--export-stats",
      paramLabel = "NPZ",
      description =
          "Writes mean and covariance of the real images' features, which other tools read, too.")
  private @Nullable Path export;

  @Option(
      names = "--image-scores",
      paramLabel = "CSV",
      description =
          "Writes the realism of each generated image to this file, with the image's name.")
  private @Nullable Path imageScores;

  EvaluateCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    folders.check(options.given());
    if (imageScores != null) {
      ImagePaths.writable(imageScores, "--image-scores");
    }
    return folders.real().isPresent() ? compare(folders.real().get()) : evaluate();
  }

  private int evaluate() {
    ExtractorPlan plan = extractor.plan("classifier");
    EvaluationRequest asked = request(plan);
    List<EvaluationRequest> requests = asked.parts(plan);
    if (export != null) {
      ImagePaths.writable(export, "--export-stats");
    }
    RunFolder run = options.folder(home);
    tryScores(run);
    extractor.provide(plan.parts(asked.metrics()).keySet(), home, console);
    try (Snapshot snapshot = options.open(run, console)) {
      Evaluator evaluator = new Evaluator(home.caches());
      List<EvaluationResult> results =
          PlannedEvaluation.of(
                  requests,
                  (request, progress) ->
                      evaluator.evaluate(snapshot, run.recipe().data(), request, progress))
              .run(each -> EvaluationWork.guess(snapshot, each, Paces.unknown()), console);
      EvaluationText.warnings(results).forEach(console::note);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("run", run.path().toString());
      document.put("step", snapshot.step());
      document.put("averaged", snapshot.averaged());
      document.put("fakeImages", asked.samples());
      EvaluationText.add(document, results);
      console.result(document, EvaluationText.of(snapshot.label() + ": ", results));
      AfterAnswer after = new AfterAnswer(console);
      after.keep(() -> EvaluationRecord.keep(run, snapshot.step(), snapshot.averaged(), results));
      if (imageScores != null) {
        after.keep(() -> ImageScores.write(imageScores, results));
      }
      if (export != null) {
        after.keep(() -> export(run, requests.get(0).extractor(), export));
      }
      return after.code(requests.size() - results.size());
    }
  }

  private static void tryScores(RunFolder run) {
    try {
      run.tryScores();
    } catch (StudioException e) {
      throw new StudioException(
          "The score could not be kept with the run: "
              + e.getMessage()
              + " With --real, nothing is kept with a run.",
          e);
    }
  }

  /** Writes the statistics of all images that the run was trained on. */
  private void export(RunFolder run, ExtractorChoice choice, Path file) {
    DataSettings data = run.recipe().data();
    Comparison looking =
        new Comparison(
            new Comparison.RealData(data.source(), data.folders()),
            Optional.empty(),
            choice,
            Set.of(),
            OptionalInt.of(data.size()),
            Optional.of(file));
    new Comparisons(home.caches()).run(looking, console);
  }

  /** What it measures of a run: a request for each extractor. */
  List<EvaluationRequest> requests() {
    ExtractorPlan plan = extractor.plan("classifier");
    return request(plan).parts(plan);
  }

  private EvaluationRequest request(ExtractorPlan plan) {
    Set<Metric> chosen = chosen(plan, "fid", "pr");
    options.inW(); // refused before anything is opened
    try {
      return new EvaluationRequest(
          plan.usual(),
          count == null ? USUAL_COUNT : count,
          options.truncation(),
          options.keep(),
          chosen.isEmpty() ? possible(plan) : chosen,
          options.seed(),
          !withoutIntervals);
    } catch (BadUse e) {
      throw e;
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  /** The metrics asked for, those for which an extractor is named among them; empty for all. */
  private Set<Metric> chosen(ExtractorPlan plan, String... usual) {
    Set<Metric> chosen = MetricNames.parse(metrics.isEmpty() ? List.of(usual) : metrics);
    if (!chosen.isEmpty()) {
      chosen = new LinkedHashSet<>(chosen);
      chosen.addAll(plan.others().keySet());
    }
    return imageScores == null ? chosen : ImageScores.among(chosen);
  }

  /** What can be measured of a run. */
  private static Set<Metric> possible(ExtractorPlan plan) {
    return Metrics.those(
        metric ->
            plan.of(metric).stream()
                .map(ExtractorChoice::kind)
                .anyMatch(
                    kind ->
                        metric.fits(kind)
                            && (kind.learnsData() || !metric.needs(Need.REAL_CLASSES))));
  }

  private int compare(String real) {
    ExtractorPlan plan = extractor.plan("inception");
    Set<Metric> chosen = chosen(plan, "all");
    Optional<Path> fake = folders.fake();
    if (fake.isEmpty() && !options.given() && export == null) {
      throw new BadUse("--real needs --fake, a run, or --export-stats: something to do with it.");
    }
    if (count != null && count < 10) {
      throw new BadUse("--n is " + count + ": fewer than 10 images say nothing.");
    }
    Comparison.Real side = ImagePaths.real(real, home);
    check(side, plan, chosen);
    boolean statisticsAlone =
        side instanceof Comparison.RealStatistics
            && fake.isPresent()
            && !ImageFolder.canOpen(fake.get());
    Optional<RunFolder> run =
        options.given() ? Optional.of(options.folder(home)) : Optional.empty();
    if (!statisticsAlone) {
      extractor.provide(
          plan.parts(chosen.isEmpty() ? Set.copyOf(Metrics.ALL) : chosen).keySet(), home, console);
    }
    if (run.isEmpty()) {
      Optional<Comparison.Generated> folder =
          fake.map(path -> ImagePaths.generated(path, optional(count)));
      return compared(real, ComparisonParts.of(plan, comparison(side, folder, plan, chosen)));
    }
    try (Snapshot snapshot = options.open(run.get(), console)) {
      Comparison.Generated samples =
          new Comparison.Samples(
              snapshot,
              count == null ? USUAL_COUNT : count,
              options.truncation(),
              options.keep(),
              options.seed());
      return compared(
          real, ComparisonParts.of(plan, comparison(side, Optional.of(samples), plan, chosen)));
    }
  }

  private Comparison comparison(
      Comparison.Real side,
      Optional<Comparison.Generated> generated,
      ExtractorPlan plan,
      Set<Metric> chosen) {
    return new Comparison(
        side,
        generated,
        plan.usual(),
        chosen,
        folders.size(),
        Optional.ofNullable(export),
        !withoutIntervals);
  }

  /** Refuses what would fail only after a long time, or would be left away without a word. */
  private void check(Comparison.Real side, ExtractorPlan plan, Set<Metric> chosen) {
    if (export != null) {
      ImagePaths.writable(export, "--export-stats");
      if (side instanceof Comparison.RealStatistics given) {
        throw new BadUse(
            English.of(
                "--export-stats needs real images, and %s is statistics already.", given.file()));
      }
    }
    if (!options.given()) {
      for (String each :
          List.of(
              "--checkpoint",
              "--raw",
              "--seed",
              "--truncation",
              "--psi",
              "--cutoff",
              "--psi-class",
              "--keep-best",
              "--by")) {
        if (spec.commandLine().getParseResult().hasMatchedOption(each)) {
          throw new BadUse(each + " is for a run; a folder's images are as they are.");
        }
      }
    }
    if (chosen.contains(MemorisationMetric.MEMORISATION)
        && side instanceof Comparison.RealFolder
        && plan.of(MemorisationMetric.MEMORISATION).stream()
            .noneMatch(each -> each.kind().learnsData())) {
      throw new BadUse(
          "--metrics has memorisation, which compares with real images kept apart from the training, and a folder has none. Leave it out, or measure a run against its own data set.");
    }
  }

  private int compared(String real, List<Comparison> parts) {
    Comparisons comparisons = new Comparisons(home.caches());
    if (parts.get(0).generated().isEmpty()) {
      return answer(real).tell(List.of(comparisons.run(parts.get(0), console)), List.of(), 0);
    }
    List<ComparisonResult> found = new ArrayList<>();
    List<EvaluationResult> results =
        PlannedEvaluation.comparing(
                parts,
                (part, progress) -> {
                  ComparisonResult each = comparisons.run(part, progress);
                  found.add(each);
                  return each.evaluation().orElseThrow();
                })
            .run(each -> 1, console);
    return answer(real).tell(found, results, parts.size() - results.size());
  }

  private ComparisonAnswer answer(String real) {
    return new ComparisonAnswer(
        console,
        real,
        folders.fake(),
        count == null ? OptionalInt.empty() : OptionalInt.of(count),
        Optional.ofNullable(export),
        Optional.ofNullable(imageScores));
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
