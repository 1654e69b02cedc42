package studio.saddlepoint.train.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.RunCurves;

/** The charts of a report, each with those of its curves that a run has told of. */
final class ReportCharts {
  /** Buckets of a curve: about one for two pixels. */
  private static final int COLUMNS = 240;

  private static final String PLAYER = "PLAYER";

  private static final List<String> COLOURS = List.of("a", "b", "d", "e", "f", "c");

  private static final List<Chart> ALL =
      List.of(
          Chart.of("Losses", "loss.PLAYER", "penalty=Gradient penalty"),
          Chart.of("Discriminator output", "d.real=Real", "d.fake=Generated"),
          Chart.of(
              "Discriminator output before the sigmoid",
              "output.real=Real",
              "output.fake=Generated"),
          Chart.of("Critic", "critic.real=Real", "critic.fake=Generated"),
          Chart.of("Balance (BEGAN)", "began.k=k", "began.convergence=Convergence"),
          Chart.of("Likelihood bound", "vae.bound=Bound", "vae.kl=KL"),
          Chart.of(
              "Accuracy of the discriminator", "accuracy.real=Real", "accuracy.fake=Generated"),
          Chart.of("Energy distance to the data", "probe.distance=Distance"),
          Chart.of("Quick FID", "score.fid=FID"),
          Chart.of(
              "Clusters beside the data's labels, which they were made without",
              "clusters.nmi=Normalised mutual information",
              "clusters.purity=Purity",
              "clusters.moved=Share of pictures that moved"),
          Chart.of("Gradient norms", "gradient.PLAYER"),
          Chart.of("Size of an update over that of the weights", "update.PLAYER"),
          Chart.of("Images per second", "speed.imagesPerSecond=Images/s"));

  private ReportCharts() {}

  /**
   * A chart to draw.
   *
   * @param title for a person
   * @param lines at least one
   */
  record Drawn(String title, List<ChartLine> lines) {}

  /** Which curves are drawn together: {@code KEY=NAME}, or a key of each player. */
  private record Chart(String title, List<String> series) {
    static Chart of(String title, String... series) {
      return new Chart(title, List.of(series));
    }

    /** Names by keys. */
    Map<String, String> keys(PlayerNames players) {
      Map<String, String> keys = new LinkedHashMap<>();
      for (String each : series) {
        int name = each.indexOf('=');
        if (name >= 0) {
          keys.put(each.substring(0, name), each.substring(name + 1));
        } else {
          players
              .names()
              .forEach(player -> keys.put(each.replace(PLAYER, player), capital(player)));
        }
      }
      return keys;
    }
  }

  private static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Those with anything to draw. */
  static List<Drawn> of(RunCurves curves, Map<String, Points> looks, PlayerNames players) {
    List<Drawn> drawn = new ArrayList<>();
    for (Chart chart : ALL) {
      List<ChartLine> lines = new ArrayList<>();
      chart
          .keys(players)
          .forEach(
              (key, name) ->
                  points(key, curves, looks)
                      .ifPresent(
                          each ->
                              lines.add(
                                  new ChartLine(
                                      name, COLOURS.get(lines.size() % COLOURS.size()), each))));
      // A single value is no curve; the head or the scores tell it.
      if (lines.stream().anyMatch(each -> each.points().size() > 1)) {
        drawn.add(new Drawn(chart.title(), lines));
      }
    }
    return drawn;
  }

  private static Optional<Points> points(String key, RunCurves curves, Map<String, Points> looks) {
    return curves
        .series(key)
        .filter(each -> !each.isEmpty())
        .map(each -> each.view(0, curves.lastStep() + 1.0, COLUMNS))
        .or(() -> Optional.ofNullable(looks.get(key)))
        .filter(each -> each.size() > 0)
        .map(ReportCharts::thinned);
  }

  /** A view has up to several times as many buckets as are asked for. */
  private static Points thinned(Points points) {
    int part = (points.size() + COLUMNS - 1) / COLUMNS;
    if (part <= 1) {
      return points;
    }
    int size = (points.size() + part - 1) / part;
    Points less =
        new Points(
            new double[size], new double[size], new double[size], new double[size], new long[size]);
    for (int i = 0; i < size; i++) {
      double sum = 0;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      long count = 0;
      for (int j = i * part; j < Math.min(points.size(), (i + 1) * part); j++) {
        sum += points.means()[j] * points.counts()[j];
        count += points.counts()[j];
        low = Math.min(low, points.lows()[j]);
        high = Math.max(high, points.highs()[j]);
      }
      less.steps()[i] = points.steps()[i * part];
      less.means()[i] = sum / count;
      less.lows()[i] = low;
      less.highs()[i] = high;
      less.counts()[i] = count;
    }
    return less;
  }
}
