package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.FrechetDistance;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.metric.Caveat.Kind;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;

/** Fréchet distance of features (Heusel et al. 2017); value {@code fid}. */
public final class FidMetric extends NamedMetric {
  /** The only one. */
  public static final Metric FID = new FidMetric();

  private static final int ENOUGH = 2_048;
  private static final double INFLUENCE = 1e-10;

  private FidMetric() {
    super(
        "fid",
        "FID",
        "fid",
        10,
        "How far the features of generated images, seen as one normal distribution, are from those of real ones.");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower("fid", "FID", Scale.DISTANCE));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.REAL_STATISTICS, Need.GENERATED_STATISTICS);
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
  public Work work() {
    return Work.DISTANCE;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    double features = effort.features();
    double interval =
        effort.intervals()
            ? INFLUENCE * Math.min(effort.samples(), Bootstrap.FRECHET_ROWS) * features * features
            : 0;
    return List.of(new PlannedWork(Work.DISTANCE, "", effort.cube() + interval));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    Progress progress = input.begin(Work.DISTANCE);
    progress.report("Computing the Fréchet distance", 0);
    FeatureStatistics generated = input.generatedStatistics();
    double fid = FrechetDistance.between(input.realStatistics(), generated);
    findings.value("fid", fid);
    Optional<FrechetReference> prepared = input.preparedReal();
    if (prepared.isPresent() && input.intervals()) {
      progress.report("Computing its interval", 0.5);
      Features all = input.generated();
      Features some = all.first(Math.min(Bootstrap.FRECHET_ROWS, all.count()));
      findings.interval("fid", Bootstrap.ofDistance(prepared.get(), generated, some, fid));
    }
  }
}
