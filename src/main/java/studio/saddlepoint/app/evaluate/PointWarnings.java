package studio.saddlepoint.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.Plot;
import studio.saddlepoint.metrics.metric.Warning;

/** The warnings about a curve's points, each once. */
final class PointWarnings {
  /** So many points are named one by one. */
  private static final int FEW = 3;

  private PointWarnings() {}

  /**
   * A line for each warning, which names the points that it is about where they are not all.
   *
   * @param plot whose points are looked at, line by line
   */
  static List<String> lines(Plot plot) {
    List<Plot.Point> points = plot.measured();
    Map<Warning, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      for (Warning each : points.get(i).warnings()) {
        found.computeIfAbsent(each, made -> new ArrayList<>()).add(i);
      }
    }
    return found.entrySet().stream()
        .map(
            each ->
                each.getValue().size() == points.size()
                    ? each.getKey().text()
                    : Messages.text(
                        "curve.warning.some", names(points, each.getValue()), each.getKey().text()))
        .toList();
  }

  private static String names(List<Plot.Point> points, List<Integer> at) {
    int first = at.get(0);
    int last = at.get(at.size() - 1);
    if (at.size() > FEW && last - first + 1 == at.size()) {
      return Messages.text(
          "curve.warning.range", points.get(first).name(), points.get(last).name());
    }
    return at.stream().map(each -> points.get(each).name()).collect(Collectors.joining(", "));
  }
}
