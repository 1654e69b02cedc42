package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.Share;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.metric.*;
import studio.saddlepoint.recipe.DataSettings;

/** Metrics of a snapshot over truncation, and over the number of samples. */
public final class Curves {
  /** Thresholds of the truncated normal that are looked at; infinite is none. */
  static final double[] THRESHOLDS = {0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, Double.POSITIVE_INFINITY};

  /** Truncations in w that are looked at, where there is a mapping network; 1 is none. */
  static final double[] PSIS = {0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.85, 1};

  private final Path caches;
  private final Evaluator evaluator;

  /**
   * Curves.
   *
   * @param caches where classifiers and statistics of data sets are kept
   */
  public Curves(Path caches) {
    this.caches = caches;
    this.evaluator = new Evaluator(caches);
  }

  /**
   * Precision and recall for thresholds of the truncated normal, none being the last, or for psi
   * where there is a mapping network: draw one against the other, or both over the truncation.
   * Where the extractor tells classes, also the balance of classes, {@code fairness}.
   *
   * @param snapshot what makes the images
   * @param data the data set
   * @param split which part of it to compare with
   * @param request how to measure; its metrics and truncation are not used
   * @param progress told how far it is
   * @return series {@code precision}, {@code recall} and, with classes, {@code fairness}; each
   *     point with its warnings
   * @throws studio.saddlepoint.core.StudioException if the data set, the extractor or the images
   *     cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Curve precisionRecallOverTruncation(
      Snapshot snapshot,
      DataSettings data,
      Split split,
      EvaluationRequest request,
      Progress progress) {
    return opened(
        snapshot,
        data,
        split,
        request,
        progress,
        (train, reference, extractor, rest) ->
            snapshot.hasMapping()
                ? overPsi(snapshot, reference, request, extractor, rest)
                : overTruncation(
                    threshold ->
                        new SnapshotImages(snapshot, request.samples(), threshold, request.seed()),
                    reference,
                    request,
                    extractor,
                    rest));
  }

  /** Truncation of all layers in w, whatever the snapshot's own is. */
  private Curve overPsi(
      Snapshot snapshot,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Progress progress) {
    Set<Metric> metrics = metrics(extractor);
    List<String> series = series(extractor);
    EvaluationRequest untruncated = with(request, OptionalDouble.empty(), metrics);
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < PSIS.length; i++) {
      try (Snapshot drawn = snapshot.truncatedInW(PSIS[i], WTruncation.ALL)) {
        EvaluationResult result =
            evaluator.evaluate(
                images(drawn, request),
                reference,
                untruncated,
                extractor,
                progress.part((double) i / PSIS.length, (i + 1.0) / PSIS.length));
        points.add(point(PSIS[i], series, result));
      }
    }
    MetricProtocol protocol =
        Provenance.of(untruncated, metrics, images(snapshot, request), extractor, reference)
            .overTruncation();
    return new Curve(
        "Precision and recall over psi (" + protocol.conditions() + ")",
        protocol.settings(),
        "psi",
        series,
        points,
        List.of());
  }

  private static ImageSource images(Snapshot snapshot, EvaluationRequest request) {
    return new SnapshotImages(snapshot, request.samples(), OptionalDouble.empty(), request.seed());
  }

  /** As {@link #precisionRecallOverTruncation}, of images of any source. */
  Curve overTruncation(
      Function<OptionalDouble, ImageSource> images,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Progress progress) {
    Set<Metric> metrics = metrics(extractor);
    List<String> series = series(extractor);
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < THRESHOLDS.length; i++) {
      OptionalDouble threshold =
          Double.isInfinite(THRESHOLDS[i])
              ? OptionalDouble.empty()
              : OptionalDouble.of(THRESHOLDS[i]);
      EvaluationResult result =
          evaluator.evaluate(
              images.apply(threshold),
              reference,
              with(request, threshold, metrics),
              extractor,
              progress.part((double) i / THRESHOLDS.length, (i + 1.0) / THRESHOLDS.length));
      points.add(point(THRESHOLDS[i], series, result));
    }
    MetricProtocol protocol =
        Provenance.of(
                with(request, OptionalDouble.empty(), metrics),
                metrics,
                images.apply(OptionalDouble.empty()),
                extractor,
                reference)
            .overTruncation();
    return new Curve(
        "Precision and recall over truncation (" + protocol.conditions() + ")",
        protocol.settings(),
        "truncation threshold",
        series,
        points,
        noEffect(points, series.indexOf("recall"), reference.count()));
  }

  /**
   * Says so where recall does not fall beyond its interval from the weakest truncation, none, to
   * the strongest.
   */
  private static List<Warning> noEffect(List<CurvePoint> points, int recall, int reals) {
    double strongest = points.get(0).values()[recall];
    double none = points.get(points.size() - 1).values()[recall];
    Share covered = new Share((int) Math.round(none * reals), reals);
    return strongest >= covered.low()
        ? List.of(
            new Warning(
                String.format(
                    Locale.ENGLISH,
                    "Truncation does nothing for this generator: recall is %.3f at %s and %.3f (%.3f to %.3f) without truncation. A norm right behind its first layer cancels the scale of z. Keep the best share of the samples instead.",
                    strongest,
                    THRESHOLDS[0],
                    none,
                    covered.low(),
                    covered.high())))
        : List.of();
  }

  /**
   * Precision and recall of the best share of the samples, for shares from all to a quarter: draw
   * one against the other. All shares keep of the same samples, which are ranked once.
   *
   * @param snapshot what makes the images
   * @param data the data set
   * @param split which part of it to compare with
   * @param by what tells which samples are the best
   * @param request how to measure; its metrics and share are not used
   * @param progress told how far it is
   * @return series {@code precision}, {@code recall} and, with classes, {@code fairness}; each
   *     point with its warnings
   * @throws studio.saddlepoint.core.StudioException if the data set, the extractor, the images or
   *     the discriminator cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Curve precisionRecallOverShare(
      Snapshot snapshot,
      DataSettings data,
      Split split,
      KeepBest.By by,
      EvaluationRequest request,
      Progress progress) {
    return opened(
        snapshot,
        data,
        split,
        request,
        progress,
        (train, reference, extractor, rest) ->
            new BestShareCurve(evaluator, snapshot, train, split, by)
                .draw(reference, request, extractor, rest));
  }

  static Set<Metric> metrics(FeatureExtractor extractor) {
    return extractor.classNames().isEmpty()
        ? Set.of(PrecisionRecallMetric.PRECISION_RECALL)
        : Set.of(PrecisionRecallMetric.PRECISION_RECALL, ClassesMetric.CLASSES);
  }

  static List<String> series(FeatureExtractor extractor) {
    return extractor.classNames().isEmpty()
        ? List.of("precision", "recall")
        : List.of("precision", "recall", "fairness");
  }

  static CurvePoint point(double x, List<String> series, EvaluationResult result) {
    return new CurvePoint(
        x,
        series.stream()
            .mapToDouble(each -> result.values().getOrDefault(each, Double.NaN))
            .toArray(),
        result.warnings());
  }

  /**
   * FID against the number of samples N, which it falls with: nearly along a line over 1/N, whose
   * end is FID∞. All sizes are the beginnings of the same samples.
   *
   * @param snapshot what makes the images
   * @param data the data set
   * @param split which part of it to compare with
   * @param request how to measure, with the largest N; its metrics are not used
   * @param progress told how far it is
   * @return series {@code fid} and {@code line}, the line at the same N; the title tells FID∞, and
   *     each point warns of its own N
   * @throws studio.saddlepoint.core.StudioException if the data set, the extractor or the images
   *     cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Curve fidAgainstN(
      Snapshot snapshot,
      DataSettings data,
      Split split,
      EvaluationRequest request,
      Progress progress) {
    return opened(
        snapshot,
        data,
        split,
        request,
        progress,
        (train, reference, extractor, rest) ->
            againstN(
                new SnapshotImages(
                    snapshot, request.samples(), request.truncation(), request.seed()),
                reference,
                request,
                extractor,
                rest));
  }

  /** As {@link #fidAgainstN}, of images of any source. */
  Curve againstN(
      ImageSource images,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Progress progress) {
    Set<Metric> metrics = Set.of(FidInfinityMetric.FID_INFINITY);
    FeatureStatistics expected = reference.statistics(progress.part(0, 0.2));
    try (FrechetReference prepared = new FrechetReference(expected);
        GeneratedFeatures generated =
            new GeneratedFeatures(
                with(request, request.truncation(), metrics), metrics, extractor, prepared)) {
      generated.look(images, progress.part(0.2, 1));
      FidInfinity line = generated.fidInfinity();
      double[][] sizes = generated.fidsOfSizes();
      MetricProtocol protocol =
          Provenance.of(
                  with(request, request.truncation(), metrics),
                  Set.of(FidMetric.FID, FidInfinityMetric.FID_INFINITY),
                  images,
                  extractor,
                  reference)
              .with(ReliabilitySigns.ofLine(line.value()));
      List<CurvePoint> points = new ArrayList<>();
      for (int i = 0; i < sizes[0].length; i++) {
        double n = sizes[0][i];
        points.add(
            new CurvePoint(
                n,
                new double[] {sizes[1][i], line.at(n)},
                warnings(protocol.withFakes((int) n), false)));
      }
      return new Curve(
          String.format(
              Locale.ENGLISH,
              "FID against N, FID∞ = %.4g (%s)",
              Math.max(0, line.value()),
              protocol.conditions()),
          protocol.settings(),
          "samples",
          List.of("fid", "line"),
          points,
          warnings(protocol, true));
    }
  }

  /** Those about where the points lead to, or those about the points. */
  private static List<Warning> warnings(MetricProtocol protocol, boolean end) {
    return protocol.warnings().stream()
        .filter(each -> each.about().contains(FidInfinityMetric.FID_INFINITY) == end)
        .toList();
  }

  private interface Work {
    Curve with(DataSet train, Reference reference, FeatureExtractor extractor, Progress progress);
  }

  private Curve opened(
      Snapshot snapshot,
      DataSettings data,
      Split split,
      EvaluationRequest request,
      Progress progress,
      Work work) {
    LearntSets sets = LearntSets.open(snapshot, data, caches, progress.part(0, 0.05));
    DataSet train = sets.train();
    DataSet test = sets.test();
    try (FeatureExtractor extractor =
        Extractors.open(request.extractor(), train, test, caches, progress.part(0.05, 0.3))) {
      RealFeatures reference =
          RealFeatures.of(caches, train, test, split, extractor, request.samples());
      Curve curve = work.with(train, reference, extractor, progress.part(0.3, 1));
      return sets.changed().map(curve::warned).orElse(curve);
    }
  }

  static EvaluationRequest with(
      EvaluationRequest request, OptionalDouble truncation, Set<Metric> metrics) {
    return new EvaluationRequest(
        request.extractor(), request.samples(), truncation, metrics, request.seed(), false);
  }
}
