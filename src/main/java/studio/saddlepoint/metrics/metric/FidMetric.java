package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.metrics.metric.Caveat.Kind;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;

/** Fréchet distance of features (Heusel et al. 2017); value {@code fid}. */
public final class FidMetric implements Metric {
    /** The only one. */
    public static final Metric FID = new FidMetric();

    private static final int ENOUGH = 2_048;

    private FidMetric() {}

    @Override
    public String key() {
        return "fid";
    }

    @Override
    public String label() {
        return "FID";
    }

    @Override
    public String meaning() {
        return "How far the features of generated images, seen as one normal distribution, are from those of real ones.";
    }

    @Override
    public String commandName() {
        return "fid";
    }

    @Override
    public List<MetricValue> values() {
        return List.of(MetricValue.lower("fid", Scale.DISTANCE));
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.REAL_STATISTICS);
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    public List<Caveat> caveats(Evidence evidence) {
        List<Caveat> caveats = new ArrayList<>();
        if (evidence.fake() > 0 && evidence.fake() < ENOUGH) {
            caveats.add(
                    new Caveat(
                            Kind.BIASED,
                            "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number."));
        }
        if (evidence.least() > 0 && evidence.least() <= evidence.features()) {
            caveats.add(
                    new Caveat(
                            Kind.ROUGH,
                            String.format(
                                    Locale.ENGLISH,
                                    "No more images than features (%,d): compare this FID only with others of the same number of images.",
                                    evidence.features())));
        }
        return caveats;
    }

    @Override
    public String toString() {
        return name();
    }
}
