package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.chart.spec.ChartSpec;
import studio.saddlepoint.app.chart.spec.TrainCharts;

/** Which charts a person wants to see, and in which order; kept in the settings. */
final class ChartChoice {
  private static final String ORDER = "charts.order";
  private static final String HIDDEN = "charts.hidden";
  private static final String SHOWN = "charts.shown";

  private final Settings settings;
  private final List<ChartSpec> all;
  private final List<String> order;
  private final Set<String> hidden;
  private final Set<String> shown;

  ChartChoice(Settings settings, List<ChartSpec> all) {
    this.settings = settings;
    this.all = all;
    List<String> known = all.stream().map(ChartSpec::id).toList();
    order = new ArrayList<>(ids(ORDER));
    order.retainAll(known);
    for (int i = 0; i < known.size(); i++) {
      if (!order.contains(known.get(i))) { // of a newer version: after what it follows usually
        int before = i == 0 ? -1 : order.indexOf(known.get(i - 1));
        order.add(before + 1, known.get(i));
      }
    }
    hidden = new LinkedHashSet<>(ids(HIDDEN));
    shown = new LinkedHashSet<>(ids(SHOWN));
  }

  /** Lets all charts be shown that have something to draw, also those that are usually not. */
  static void wantAll(Settings settings) {
    ChartChoice choice = new ChartChoice(settings, TrainCharts.ALL);
    TrainCharts.ALL.forEach(each -> choice.want(each, true));
  }

  private List<String> ids(String key) {
    return Arrays.stream(settings.get(key, "").split(","))
        .filter(each -> !each.isBlank())
        .distinct()
        .toList();
  }

  private void keep(String key, Collection<String> ids) {
    settings.put(key, String.join(",", ids));
  }

  /** All charts in the order that they are to have. */
  List<ChartSpec> order() {
    return order.stream()
        .map(id -> all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow())
        .toList();
  }

  /** Whether a chart is wanted, where there is something to draw. */
  boolean wants(ChartSpec spec) {
    return spec.look().usual() ? !hidden.contains(spec.id()) : shown.contains(spec.id());
  }

  /** Shows a chart, or does not. */
  void want(ChartSpec spec, boolean wanted) {
    if (wanted) {
      hidden.remove(spec.id());
      shown.add(spec.id());
    } else {
      shown.remove(spec.id());
      hidden.add(spec.id());
    }
    keep(HIDDEN, hidden);
    keep(SHOWN, shown);
  }

  /**
   * Moves a chart past its neighbour.
   *
   * @param by -1 upwards, 1 downwards
   * @param visible of a chart, whether it is in view: others are passed over
   */
  void move(ChartSpec spec, int by, Predicate<ChartSpec> visible) {
    to(spec, by, visible)
        .ifPresent(
            to -> {
              order.remove(spec.id());
              order.add(to, spec.id());
              keep(ORDER, order);
            });
  }

  /** The place that a chart would be moved to; nothing where no neighbour is there to pass. */
  OptionalInt to(ChartSpec spec, int by, Predicate<ChartSpec> visible) {
    List<ChartSpec> now = order();
    int to = now.indexOf(spec) + by;
    while (to >= 0 && to < now.size() && !visible.test(now.get(to))) {
      to += by;
    }
    return to >= 0 && to < now.size() ? OptionalInt.of(to) : OptionalInt.empty();
  }

  /** The usual charts in the usual order again. */
  void reset() {
    order.clear();
    order.addAll(all.stream().map(ChartSpec::id).collect(Collectors.toList()));
    hidden.clear();
    shown.clear();
    keep(ORDER, List.of());
    keep(HIDDEN, hidden);
    keep(SHOWN, shown);
  }
}
