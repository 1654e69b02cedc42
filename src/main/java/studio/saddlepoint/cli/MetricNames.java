package studio.saddlepoint.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.recipe.HyperParameters;

/** The metrics by their names on the command line. */
final class MetricNames {
  private static final String ALL = "all";
  private static final Map<String, Metric> NAMES = names();

  /** Names of values, and what other tools call metrics. */
  private static final Map<String, Metric> ALSO = also();

  private MetricNames() {}

  /** The list of names in the help, each with what it stands for where it does not say so. */
  static final class Help implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Metrics.ALL.stream().map(MetricNames::help).iterator();
    }
  }

  private static String help(Metric metric) {
    String name = metric.commandName();
    String label = metric.label();
    return label.replace("∞", "-infinity").equalsIgnoreCase(name)
        ? name
        : name + " (" + label + ")";
  }

  private static Map<String, Metric> names() {
    Map<String, Metric> names = new LinkedHashMap<>();
    Metrics.ALL.forEach(metric -> names.put(metric.commandName(), metric));
    return names;
  }

  private static Map<String, Metric> also() {
    Map<String, Metric> names = new LinkedHashMap<>();
    for (Metric metric : Metrics.ALL) {
      metric.valueNames().forEach(name -> names.put(name.replace('_', '-'), metric));
    }
    for (Metric metric : Metrics.ALL) {
      metric.otherNames().forEach(name -> names.put(name, metric));
    }
    return names;
  }

  /**
   * Metrics by name; empty for all that can be measured.
   *
   * @throws BadUse if there is no such metric
   */
  static Set<Metric> parse(List<String> given) {
    Set<Metric> chosen = new LinkedHashSet<>();
    for (String each : given) {
      String name = each.strip().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(ALL)) {
        return Set.of();
      }
      Metric metric = NAMES.getOrDefault(name, ALSO.get(name));
      if (metric == null) {
        throw new BadUse(
            "--metrics has \""
                + each.strip()
                + "\": did you mean "
                + nearest(name)
                + "? There are "
                + String.join(", ", NAMES.keySet())
                + ", and all.");
      }
      chosen.add(metric);
    }
    if (chosen.isEmpty()) {
      throw new BadUse("--metrics is empty: name some, or all.");
    }
    return chosen;
  }

  private static String nearest(String name) {
    Set<String> known = new LinkedHashSet<>(NAMES.keySet());
    known.addAll(ALSO.keySet());
    return HyperParameters.nearest(name, known);
  }
}
