package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorVariant;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.MetricValue;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.record.Measure;

/** What stands in Metrics.ALL and Extractors.ALL is offered, told of and written everywhere. */
class RegisteredTest {
  private static final Path METRICS_PAGE = Path.of("src/site/markdown/metrics.md");
  private static final Path README = Path.of("README.md");

  @TempDir private Path home;

  /** Names on the command line, each as it is given. */
  private static List<String> commandNames() {
    List<String> names = new ArrayList<>();
    for (ExtractorKind kind : Extractors.ALL) {
      if (!kind.takesFile()) {
        names.add(kind.commandName());
      }
      kind.variants().stream().map(ExtractorVariant::commandName).forEach(names::add);
    }
    return names.stream().distinct().toList();
  }

  private String help() {
    return CommandLineRun.of(home, "evaluate", "--help").out().replaceAll("\\s+", " ");
  }

  @Test
  void theHelpOffersEveryMetric() {
    String list = help().replaceFirst(".*What to measure: ", "").replaceFirst(", or all.*", "");
    String[] told = list.split(", (?![^(]*\\))");
    assertEquals(Metrics.ALL.size(), told.length, list);
    for (int i = 0; i < told.length; i++) {
      Metric metric = Metrics.ALL.get(i);
      assertEquals(metric.commandName(), told[i].split(" ")[0], list);
    }
  }

  @Test
  void theHelpOffersEveryExtractor() {
    String list =
        help().replaceFirst(".*features are compared: ", "").replaceFirst(", or a Torch.*", "");
    commandNames()
        .forEach(each -> assertTrue(list.matches("(.*, )?" + each + "([ ,].*|$)"), each + list));
  }

  @Test
  void errorsNameAll() {
    String metrics = CommandLineRun.of(home, "evaluate", "nothing", "--metrics", "nonsense").err();
    Metrics.ALL.forEach(
        each -> assertTrue(metrics.contains(" " + each.commandName() + ","), metrics));
    String extractors =
        CommandLineRun.of(home, "evaluate", "nothing", "--extractor", "nonsense").err();
    commandNames().forEach(each -> assertTrue(extractors.contains(" " + each + ","), extractors));
  }

  @Test
  void everyValueIsWrittenByFilesAndTables() {
    for (Metric metric : Metrics.ALL) {
      for (MetricValue value : metric.values()) {
        Measure measure = Measure.of(value.name()).orElseThrow();
        assertEquals(metric, measure.metric().orElseThrow());
        assertEquals(value.label(), measure.label());
      }
    }
  }

  @Test
  void everyValueIsExplainedInTheDocuments() throws IOException {
    String page = Files.readString(METRICS_PAGE);
    for (Metric metric : Metrics.ALL) {
      metric
          .valueNames()
          .forEach(
              name ->
                  assertTrue(
                      page.contains("`" + name + "`")
                          || name.endsWith("_deviation") && page.contains("_deviation"),
                      name));
    }
  }

  @Test
  void everyExtractorStandsInTheTableOfTheReadme() throws IOException {
    List<String> table =
        Files.readAllLines(README).stream().filter(line -> line.startsWith("| `")).toList();
    for (String name : commandNames()) {
      assertTrue(table.stream().anyMatch(line -> line.startsWith("| `" + name + "`")), name);
    }
  }
}
