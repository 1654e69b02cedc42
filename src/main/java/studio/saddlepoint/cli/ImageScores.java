package studio.saddlepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.RealismScores;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.RealismMetric;

/** The realism of each image as a file of comma-separated values (RFC 4180). */
final class ImageScores {
  /** What formulas begin with; some spreadsheets skip white space before it. */
  private static final String FORMULA = "=+-@\t\r\n";

  private ImageScores() {}

  /** The metrics that give scores of images too; an empty set is of all already. */
  static Set<Metric> among(Set<Metric> metrics) {
    if (metrics.isEmpty()) {
      return metrics;
    }
    Set<Metric> more = new LinkedHashSet<>(metrics);
    more.add(RealismMetric.REALISM);
    return more;
  }

  /** The same of the first result that has scores. */
  static void write(Path file, List<EvaluationResult> results) {
    EvaluationResult scored =
        results.stream()
            .filter(each -> each.realism().isPresent())
            .findFirst()
            .orElse(results.get(0));
    write(file, scored);
  }

  /**
   * Writes or replaces a file.
   *
   * @throws StudioException if there are no scores, or it cannot be written
   */
  static void write(Path file, EvaluationResult result) {
    RealismScores realism =
        result
            .realism()
            .orElseThrow(
                () ->
                    new StudioException(
                        English.of(
                            "There are no scores of single images for %s: they take the real images, not their statistics alone.",
                            file)));
    StringBuilder text = new StringBuilder("image,realism\r\n");
    for (int i = 0; i < realism.scores().length; i++) {
      text.append(quoted(named(realism.names().get(i))))
          .append(',')
          .append(realism.scores()[i])
          .append("\r\n");
    }
    try {
      AtomicFile.ON_DISK.write(file, text.toString());
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The scores of single images cannot be written to %s (%s). Choose a folder that can be written to.",
              file, DiskErrors.reason(e)),
          e);
    }
  }

  /** A name that a spreadsheet would take for a formula, as a path that means the same file. */
  private static String named(String name) {
    return !name.isEmpty() && FORMULA.indexOf(name.charAt(0)) >= 0 ? "./" + name : name;
  }

  private static String quoted(String name) {
    return name.matches("[^,\"\\r\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
