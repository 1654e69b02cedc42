package studio.saddlepoint.app.command;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.ExtractorVariant;
import studio.saddlepoint.metrics.metric.Metric;

/** Evaluations as command lines. */
public final class EvaluateCommands {
  private EvaluateCommands() {}

  /**
   * What samples are compared with.
   *
   * @param place a folder or statistics
   * @param size to which images are scaled
   */
  public record Against(Path place, int size) {}

  /**
   * An evaluation.
   *
   * @param requests at least one; one for each extractor, the chief one's first
   * @param against empty for the run's own training data
   */
  public static ShellLine of(
      Drawing drawing, List<EvaluationRequest> requests, Optional<Against> against) {
    CommandWords words = drawing.add(new CommandWords("evaluate"));
    EvaluationRequest chief = requests.get(0);
    against.ifPresent(
        each ->
            words.option("--real", each.place()).option("--size", Integer.toString(each.size())));
    words.option("--n", Integer.toString(chief.samples()));
    words.option("--seed", Long.toString(chief.seed()));
    words.option("--extractor", name(chief.extractor()));
    for (EvaluationRequest each : requests.subList(1, requests.size())) {
      words.option("--extractor", name(each.extractor()) + "=" + names(each.metrics()));
    }
    words.option(
        "--metrics",
        names(requests.stream().flatMap(each -> each.metrics().stream()).distinct().toList()));
    return words.flag("--no-intervals", !chief.intervals()).line();
  }

  private static String names(Collection<Metric> metrics) {
    return metrics.stream().map(Metric::commandName).sorted().collect(Collectors.joining(","));
  }

  private static String name(ExtractorChoice choice) {
    String usual = choice.kind().commandName();
    if (choice.setting() instanceof ExtractorSetting.Seed seed) {
      return usual + ":" + seed.value();
    }
    if (choice.setting() instanceof ExtractorSetting.ScriptFile script) {
      return PathNames.text(script.file().toAbsolutePath().normalize());
    }
    return choice.kind().variants().stream()
        .filter(each -> each.setting().equals(choice.setting()))
        .map(ExtractorVariant::commandName)
        .findFirst()
        .orElse(usual);
  }
}
