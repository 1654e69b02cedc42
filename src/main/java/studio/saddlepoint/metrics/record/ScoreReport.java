package studio.saddlepoint.metrics.record;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * All that was measured of a run, to be written into a file.
 *
 * @param run the run's name on disk
 * @param recipe the title of what was trained
 * @param groups the scores
 * @param details what is kept beside a score's numbers
 * @param curves the newest of each kind
 */
public record ScoreReport(
    String run,
    String recipe,
    List<ScoreGroup> groups,
    Map<ScoreCard, EvaluationRecord.Details> details,
    Map<MetricCurveKind, CurveRecord> curves) {
  /**
   * Gathers all that is kept with a run, the groups as the window has them. Reads the disk.
   *
   * @throws studio.saddlepoint.core.StudioException if the scores cannot be read
   */
  public static ScoreReport of(RunFolder run) {
    return of(run, ScoreGroup.of(RunScores.read(run)));
  }

  /** Gathers what is kept with a run. Reads the disk. */
  public static ScoreReport of(RunFolder run, List<ScoreGroup> groups) {
    Map<ScoreCard, EvaluationRecord.Details> details = new LinkedHashMap<>();
    for (ScoreGroup group : groups) {
      group.rows().forEach(each -> details.put(each, EvaluationRecord.read(run, each)));
    }
    Map<MetricCurveKind, CurveRecord> curves = new EnumMap<>(MetricCurveKind.class);
    for (MetricCurveKind kind : MetricCurveKind.values()) {
      CurveRecord.load(run, kind).ifPresent(each -> curves.put(kind, each));
    }
    return new ScoreReport(run.id(), run.title(), groups, details, curves);
  }

  /** The scores in their order. */
  public List<ScoreCard> rows() {
    return groups.stream().flatMap(group -> group.rows().stream()).toList();
  }

  /** What is kept of a score. */
  EvaluationRecord.Details details(ScoreCard row) {
    return details.getOrDefault(row, EvaluationRecord.Details.NONE);
  }

  /** Scores of which something is kept beside their numbers. */
  Stream<ScoreCard> detailed() {
    return rows().stream().filter(each -> !details(each).empty());
  }
}
