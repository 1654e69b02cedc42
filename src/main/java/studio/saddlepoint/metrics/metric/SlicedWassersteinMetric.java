package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.run.ScoreSettings;

/** Sliced Wasserstein distance of features; value {@code sliced_wasserstein}. */
public final class SlicedWassersteinMetric implements Metric {
    /** The only one. */
    public static final Metric SLICED_WASSERSTEIN = new SlicedWassersteinMetric();

    private static final String DIRECTIONS = "sliced_wasserstein_directions";

    private SlicedWassersteinMetric() {}

    @Override
    public String key() {
        return "sliced_wasserstein";
    }

    @Override
    public String label() {
        return "Sliced Wasserstein";
    }

    @Override
    public String phrase(ScoreSettings settings) {
        return "sliced Wasserstein";
    }

    @Override
    public String meaning() {
        return "How far features have to be moved to turn generated images into real ones, as root mean square along random directions.";
    }

    @Override
    public String commandName() {
        return "swd";
    }

    @Override
    public List<MetricValue> values() {
        return List.of(MetricValue.lower("sliced_wasserstein", Scale.SMALL));
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ALL_FEATURES);
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public Map<String, Object> settings(ComparedImages images) {
        return Map.of(DIRECTIONS, (long) SlicedWasserstein.DIRECTIONS);
    }

    @Override
    public String detail(ScoreSettings settings) {
        return English.of("of %d directions", settings.count(DIRECTIONS));
    }

    @Override
    public String toString() {
        return name();
    }
}
