package studio.saddlepoint.metrics.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.metric.Warning;

/** The warnings about a curve's points, each once. */
public final class PointWarnings {
  /** So many points are named one by one. */
  private static final int FEW = 3;

  private PointWarnings() {}

  /** The warnings about those points of a curve of which all values are finite. */
  static List<String> lines(MetricCurveKind kind, List<CurvePoint> points) {
    List<CurvePoint> finite =
        points.stream()
            .filter(each -> Arrays.stream(each.values()).allMatch(Double::isFinite))
            .toList();
    return lines(
        finite.stream().map(each -> kind.pointName(each.x())).toList(),
        finite.stream().map(CurvePoint::warnings).toList());
  }

  /**
   * A line for each warning, which names the points that it is about where they are not all.
   *
   * @param names of the points
   * @param warnings about each of them
   */
  public static List<String> lines(List<String> names, List<List<Warning>> warnings) {
    Map<Warning, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < warnings.size(); i++) {
      for (Warning each : warnings.get(i)) {
        found.computeIfAbsent(each, made -> new ArrayList<>()).add(i);
      }
    }
    return found.entrySet().stream()
        .map(
            each ->
                each.getValue().size() == names.size()
                    ? each.getKey().text()
                    : names(names, each.getValue()) + ": " + each.getKey().text())
        .toList();
  }

  private static String names(List<String> names, List<Integer> at) {
    int first = at.get(0);
    int last = at.get(at.size() - 1);
    if (at.size() > FEW && last - first + 1 == at.size()) {
      return names.get(first) + " to " + names.get(last);
    }
    return at.stream().map(names::get).collect(Collectors.joining(", "));
  }
}
