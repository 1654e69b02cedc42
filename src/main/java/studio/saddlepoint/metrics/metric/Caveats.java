package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.metrics.metric.Caveat.Kind;

/** The warnings that the caveats of several metrics come to. */
public final class Caveats {
  private static final Comparator<Map.Entry<Caveat, Set<Metric>>> BY_KIND =
      Comparator.comparing(each -> each.getKey().kind());

  private Caveats() {}

  /**
   * What to bear in mind; nothing where all is well.
   *
   * @param metrics what was measured
   * @param evidence what is known of it
   */
  public static List<Warning> of(Set<Metric> metrics, Evidence evidence) {
    List<Metric> ordered = metrics.stream().sorted(Metrics.ORDER).toList();
    Map<Caveat, Set<Metric>> found = new LinkedHashMap<>();
    evidence.doubts().alike(ordered).forEach((caveat, about) -> found.put(caveat, about));
    if (evidence.real() > 0 && evidence.real() < evidence.fake()) {
      found.put(fewReal(evidence), Set.of());
    }
    for (Metric metric : ordered) {
      for (Caveat caveat : metric.caveats(evidence)) {
        found.computeIfAbsent(caveat, key -> new LinkedHashSet<>()).add(metric);
      }
    }
    List<Map.Entry<Caveat, Set<Metric>>> sorted = new ArrayList<>(found.entrySet());
    sorted.sort(BY_KIND);
    return sorted.stream().map(each -> new Warning(each.getKey().text(), each.getValue())).toList();
  }

  private static Caveat fewReal(Evidence evidence) {
    return new Caveat(
        Kind.FEW_REAL,
        String.format(
            Locale.ENGLISH,
            "There are only %,d real images to compare with %,d samples.",
            evidence.real(),
            evidence.fake()));
  }
}
