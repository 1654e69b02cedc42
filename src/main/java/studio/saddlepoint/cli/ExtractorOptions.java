package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.ExtractorPlan;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;

/** The options that choose the features to compare, and the source of their weights. */
final class ExtractorOptions {
  @Option(
      names = "--extractor",
      paramLabel = "E[=M,...]",
      completionCandidates = ExtractorNames.Help.class,
      description =
          "What features are compared: ${COMPLETION-CANDIDATES}, or a TorchScript file. Such a file is code: use only those you trust. Default: classifier for a run, inception for folders. With metrics, an extractor is for these alone, and the option may be given again: --extractor inception --extractor vgg=pr,dc.")
  private List<String> extractors = new ArrayList<>();

  @Option(
      names = "--download",
      description = "Allows to download the weights of inception or vgg where they are not here.")
  private boolean download;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "A copy of the weights of inception or vgg, instead of a download.")
  private @Nullable Path weights;

  /**
   * The extractors that were chosen.
   *
   * @param usual what to take where none was
   */
  ExtractorPlan plan(String usual) {
    Optional<ExtractorChoice> forAll = Optional.empty();
    Map<Metric, List<ExtractorChoice>> others = new LinkedHashMap<>();
    List<ExtractorChoice> all = new ArrayList<>();
    for (String each : extractors) {
      Optional<Given> given = Given.of(each);
      ExtractorChoice choice = ExtractorNames.parse(given.map(Given::extractor).orElse(each));
      all.add(choice);
      if (given.isPresent()) {
        for (Metric metric : given.get().metrics()) {
          others.computeIfAbsent(metric, key -> new ArrayList<>()).add(choice);
        }
      } else if (forAll.isPresent()) {
        throw new BadUse(
            "--extractor is given twice for all metrics. Say which metrics the second is for, such as --extractor "
                + each
                + "=pr.");
      } else {
        forAll = Optional.of(choice);
      }
    }
    ExtractorPlan plan =
        new ExtractorPlan(forAll.orElseGet(() -> ExtractorNames.parse(usual)), others);
    checkWeights(all.isEmpty() ? List.of(plan.usual()) : all, usual);
    return plan;
  }

  /** An extractor with the metrics that it is for. */
  private record Given(String extractor, Set<Metric> metrics) {
    /** Empty where it is for all: also a file that has = in its name. */
    static Optional<Given> of(String text) {
      int sign = text.lastIndexOf('=');
      if (sign < 0 || PathNames.spelt(text).filter(Files::isRegularFile).isPresent()) {
        return Optional.empty();
      }
      List<String> names = List.of(text.substring(sign + 1).split(","));
      Set<Metric> metrics = MetricNames.parse(names);
      return Optional.of(
          new Given(
              text.substring(0, sign), metrics.isEmpty() ? Set.copyOf(Metrics.ALL) : metrics));
    }
  }

  private void checkWeights(List<ExtractorChoice> chosen, String usual) {
    boolean none = chosen.stream().allMatch(each -> each.kind().weights().isEmpty());
    if ((download || weights != null) && none) {
      throw new BadUse(
          (download ? "--download" : "--weights")
              + " is for --extractor "
              + ExtractorNames.ofWeights()
              + ", not for "
              + (extractors.isEmpty() ? usual : String.join(", ", extractors))
              + ".");
    }
    long files = chosen.stream().flatMap(each -> each.kind().weights().stream()).distinct().count();
    if (weights != null && files > 1) {
      throw new BadUse(
          "--weights is one file, and these extractors need several. Give each its file in a run of its own first, or allow --download.");
    }
  }

  /** Gets the weights that extractors need, as far as the person allows. */
  void provide(Collection<ExtractorChoice> choices, Home home, CommandOutput console) {
    choices.forEach(each -> provide(each, home, console));
  }

  private void provide(ExtractorChoice choice, Home home, CommandOutput console) {
    Optional<KnownWeights> known = choice.kind().weights();
    if (known.isEmpty()) {
      return;
    }
    WeightStore store = new WeightStore(home.caches());
    if (weights != null) {
      store.adopt(known.get(), weights, console);
    } else if (download) {
      if (store.find(known.get()).isEmpty()) {
        console.note(known.get().note());
      }
      store.download(known.get(), console);
    } else {
      store.get(known.get());
    }
  }
}
