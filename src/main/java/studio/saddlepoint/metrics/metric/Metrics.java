package studio.saddlepoint.metrics.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The list of all metrics. A new one is one class and one line here. */
public final class Metrics {
  /** All, in the order in which files and sentences name them. */
  public static final List<Metric> ALL =
      List.of(
          FidMetric.FID,
          FidInfinityMetric.FID_INFINITY,
          KidMetric.KID,
          InceptionScoreMetric.INCEPTION_SCORE,
          PrecisionRecallMetric.PRECISION_RECALL,
          DensityCoverageMetric.DENSITY_COVERAGE,
          ClassesMetric.CLASSES,
          SlicedWassersteinMetric.SLICED_WASSERSTEIN,
          MemorisationMetric.MEMORISATION,
          RealismMetric.REALISM,
          PathLengthMetric.PPL_Z,
          PathLengthMetric.PPL_W,
          CmmdMetric.CMMD,
          LikelihoodMetric.LIKELIHOOD,
          CheckerboardMetric.CHECKERBOARD);

  /** The order of {@link #ALL}. */
  public static final Comparator<Metric> ORDER = Comparator.comparingInt(ALL::indexOf);

  /** Those measured unless a person says otherwise. */
  public static final Set<Metric> USUAL = those(Metric::usual);

  private Metrics() {}

  /** Some of all, in their order. */
  public static Set<Metric> those(Predicate<Metric> which) {
    Set<Metric> some = new LinkedHashSet<>(ALL);
    some.removeIf(which.negate());
    return Collections.unmodifiableSet(some);
  }

  /** Some in the order of all. */
  public static Set<Metric> ordered(Collection<Metric> some) {
    return those(some::contains);
  }

  /** Those that cannot be measured without something. */
  public static Set<Metric> needing(Metric.Need need) {
    return those(each -> each.needs(need));
  }

  /** Those of some {@link Metric#name()}s; names that are not known are passed over. */
  public static Set<Metric> named(Collection<String> names) {
    return those(each -> names.contains(each.name()));
  }
}
