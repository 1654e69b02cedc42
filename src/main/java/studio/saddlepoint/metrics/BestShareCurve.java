package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.RankedSamples;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Warning;

/**
 * Precision and recall of the best share of a snapshot's samples, over the share.
 *
 * @param evaluator measures each share
 * @param snapshot what makes the samples
 * @param train the data set
 * @param split which part of it is compared with
 * @param by what tells which samples are the best
 */
record BestShareCurve(
    Evaluator evaluator, Snapshot snapshot, DataSet train, Split split, KeepBest.By by) {
  /** Shares that are looked at, from all to few. */
  static final double[] SHARES = {1, 0.75, 0.5, 0.35, 0.25};

  /** Draws it; see {@link Curves#precisionRecallOverShare}. */
  Curve draw(
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Progress progress) {
    RankedSamples ranked = ranked(request, extractor, progress.part(0, 0.4));
    Progress measuring = progress.part(0.4, 1);
    Set<Metric> metrics = Curves.metrics(extractor);
    List<String> series = Curves.series(extractor);
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < SHARES.length; i++) {
      EvaluationResult result =
          evaluator.evaluate(
              images(ranked, request, SHARES[i]),
              reference,
              keeping(request, metrics, SHARES[i]),
              extractor,
              measuring.part((double) i / SHARES.length, (i + 1.0) / SHARES.length));
      points.add(Curves.point(SHARES[i], series, result));
    }
    EvaluationRequest first = keeping(request, metrics, SHARES[0]);
    MetricProtocol protocol =
        Provenance.of(first, metrics, images(ranked, request, SHARES[0]), extractor, reference)
            .overShares();
    return new Curve(
        "Precision and recall over the share kept (" + protocol.conditions() + ")",
        protocol.settings(),
        "share kept",
        series,
        points,
        BestSamples.praiseThemselves(first, train, split)
            ? List.of(new Warning(BestSamples.SHARED))
            : List.of());
  }

  /** As many samples as the smallest share needs; the larger ones keep of the first of them. */
  private RankedSamples ranked(
      EvaluationRequest request, FeatureExtractor extractor, Progress progress) {
    int count = request.samples();
    int most = new KeepBest(SHARES[SHARES.length - 1], by).candidates(count);
    int measured = BestSamples.measured(train, split, count);
    return BestSamples.ranking(by, snapshot, train, measured, extractor, progress.part(0, 0.25))
        .of(
            SnapshotImages.codes(snapshot, most, request.truncation(), request.seed()),
            progress.part(0.25, 1));
  }

  private ImageSource images(RankedSamples ranked, EvaluationRequest request, double share) {
    int count = request.samples();
    return new SnapshotImages(snapshot, count, ranked.best(count, new KeepBest(share, by)));
  }

  private EvaluationRequest keeping(EvaluationRequest request, Set<Metric> metrics, double share) {
    return Curves.with(request, request.truncation(), metrics)
        .keeping(Optional.of(new KeepBest(share, by)));
  }
}
