package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.SnapshotEncoder;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.Spread;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.metric.Findings;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;
import studio.saddlepoint.metrics.metric.MetricInput;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.ReliabilitySigns;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.pace.Stages;
import studio.saddlepoint.metrics.pace.Work;

/**
 * One evaluation: looks at both sides once, by what metrics need, and lets each metric compute its
 * values.
 */
final class Measurement implements MetricInput {
  private static final Comparator<Metric> BY_WORK =
      Comparator.comparing(Metric::work).thenComparing(Metrics.ORDER);

  private final ImageSource images;
  private final Reference reference;
  private final EvaluationRequest request;
  private final FeatureExtractor extractor;
  private final List<Metric> metrics;
  private final Stages stages;
  private final Findings findings = new Findings();
  private Optional<Features> real = Optional.empty();
  private Optional<double[]> realClasses = Optional.empty();
  private Optional<FeatureStatistics> expected = Optional.empty();
  private Optional<FrechetReference> prepared = Optional.empty();
  private Optional<GeneratedFeatures> generated = Optional.empty();
  private @Nullable PairMetrics pairs;
  private OptionalDouble diversity = OptionalDouble.empty();
  private OptionalDouble distance = OptionalDouble.empty();

  /**
   * Nothing measured yet.
   *
   * @param metrics what to measure, all of it possible
   * @param stages told how far it is
   */
  Measurement(
      ImageSource images,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Set<Metric> metrics,
      Stages stages) {
    this.images = images;
    this.reference = reference;
    this.request = request;
    this.extractor = extractor;
    this.metrics = metrics.stream().sorted(BY_WORK).toList();
    this.stages = stages;
  }

  /** Measures everything. */
  void run() {
    Progress looking = stages.begin(Work.REAL);
    if (needed(Need.ALL_FEATURES)) {
      real = reference.features(looking);
    }
    if (needed(Need.REAL_CLASSES)) {
      realClasses = reference.classShares(looking);
    }
    if (needed(Need.REAL_STATISTICS)) {
      FeatureStatistics statistics = reference.statistics(looking);
      checkDimension(statistics);
      expected = Optional.of(statistics);
      Progress preparing = stages.begin(Work.PREPARING);
      preparing.report("Preparing the Fréchet distance", 0);
      if (needed(Need.GROWING_STATISTICS) || request.intervals()) {
        prepared = Optional.of(new FrechetReference(statistics));
      }
    }
    try {
      measureImages();
    } finally {
      prepared.ifPresent(FrechetReference::close);
    }
    stages.end();
    looking.checkCancelled();
  }

  private boolean needed(Need need) {
    return metrics.stream().anyMatch(each -> each.needs(need));
  }

  private void checkDimension(FeatureStatistics expected) {
    if (expected.dimension() != extractor.dimension()) {
      throw new StudioException(
          English.of(
              "The statistics %s are of %,d features, but %s gives %,d. Choose the extractor that they were made with.",
              reference.label(), expected.dimension(), extractor.label(), extractor.dimension()));
    }
  }

  /** Paths come last, when the features are let go of. */
  private void measureImages() {
    try (GeneratedFeatures side =
        new GeneratedFeatures(request, Set.copyOf(metrics), extractor, prepared.orElse(null))) {
      generated = Optional.of(side);
      side.look(images, stages.begin(Work.SAMPLES));
      compare(
          side.spread(),
          expected.isEmpty() ? reference.spread() : expected.map(FeatureStatistics::spread));
      metrics.stream()
          .filter(each -> !each.needs(Need.GENERATOR))
          .forEach(each -> each.measure(this, findings));
    }
    generated = Optional.empty();
    metrics.stream()
        .filter(each -> each.needs(Need.GENERATOR))
        .forEach(each -> each.measure(this, findings));
  }

  /** Looks whether the generated images are all alike, or nothing like the real ones. */
  private void compare(Spread fake, Optional<Spread> real) {
    if (real.filter(each -> each.squaredDistance() > 0).isPresent()) {
      diversity = OptionalDouble.of(fake.comparedWith(real.get()));
      if (needed(Need.REAL_CLASSES)) {
        distance = OptionalDouble.of(fake.awayFrom(real.get()));
      }
    } else if (real.isEmpty() && fake.squaredDistance() == 0) {
      diversity = OptionalDouble.of(0); // whatever the real ones are
    }
  }

  @Override
  public int samples() {
    return request.samples();
  }

  @Override
  public long seed() {
    return request.seed();
  }

  @Override
  public boolean intervals() {
    return request.intervals();
  }

  @Override
  public FeatureExtractor extractor() {
    return extractor;
  }

  @Override
  public Progress begin(Work work) {
    return stages.begin(work);
  }

  @Override
  public Progress begin(Metric metric) {
    return stages.begin(Work.COMPARING, metric.key());
  }

  @Override
  public Features real() {
    return there(real);
  }

  @Override
  public Features generated() {
    return there(generated).features();
  }

  @Override
  public FeatureStatistics realStatistics() {
    return there(expected);
  }

  @Override
  public FeatureStatistics generatedStatistics() {
    return there(generated).statistics();
  }

  @Override
  public Optional<FrechetReference> preparedReal() {
    return prepared;
  }

  @Override
  public FidInfinity line() {
    return there(generated).fidInfinity();
  }

  @Override
  public InceptionScore inceptionScore() {
    return there(generated).inceptionScore();
  }

  @Override
  public PairMetrics pairs() {
    if (pairs == null) {
      Set<PairMetrics.Part> parts = EnumSet.noneOf(PairMetrics.Part.class);
      metrics.forEach(each -> each.pairPart().ifPresent(parts::add));
      pairs = PairMetrics.of(real(), generated(), parts, stages.begin(Work.NEIGHBOURS));
    }
    return pairs;
  }

  @Override
  public Optional<Features> heldOut(Progress progress) {
    return reference.heldOut().flatMap(other -> other.features(progress));
  }

  @Override
  public int realCount() {
    return reference.count();
  }

  @Override
  public Optional<double[]> realClasses() {
    return realClasses;
  }

  @Override
  public OptionalDouble realConfidence() {
    return reference.classConfidence();
  }

  @Override
  public double[] generatedClasses() {
    return there(generated).classShares();
  }

  @Override
  public double generatedConfidence() {
    return there(generated).classConfidence();
  }

  @Override
  public LatentImages generator() {
    if (images instanceof LatentImages latent) {
      return latent;
    }
    throw new IllegalStateException("images without a generator");
  }

  @Override
  public SnapshotEncoder encoder() {
    return there(generator().encoder());
  }

  @Override
  public ImageSource unseenImages() {
    return there(unseen().images());
  }

  @Override
  public int unseenCount() {
    return unseen().count();
  }

  @Override
  public ImageSource realImages() {
    return there(reference.images());
  }

  @Override
  public ImageSource generatedImages() {
    return images;
  }

  private Reference unseen() {
    return reference.heldOut().filter(each -> each.images().isPresent()).orElse(reference);
  }

  private static <T> T there(Optional<T> asked) {
    return asked.orElseThrow(() -> new IllegalStateException("a need that was not told"));
  }

  /** What was measured, in the order of the metrics. */
  Map<String, Double> values() {
    return findings.values();
  }

  /** Intervals of some of the values. */
  Map<String, Interval> foundIntervals() {
    return findings.intervals();
  }

  /** The class histogram, where it was asked for. */
  Optional<ClassBalance> classes() {
    return findings.classes();
  }

  /** The most suspicious samples with their nearest real images, where they were asked for. */
  List<Neighbours> neighbours() {
    Optional<ImageSource> pictures = reference.images();
    if (findings.suspicion().isEmpty() || pictures.isEmpty()) {
      return List.of();
    }
    return new ArrayList<>(
        NeighbourPictures.of(images, pictures.get(), pairs(), findings.suspicion().get()));
  }

  /** What was seen of both sides that makes values doubtful. */
  ReliabilitySigns doubts() {
    return new ReliabilitySigns(
        diversity,
        pairs == null ? OptionalDouble.empty() : OptionalDouble.of(pairs.realCopies()),
        pairs == null ? OptionalDouble.empty() : pairs.fakeCopies(),
        distance,
        findings.confidence(),
        findings.lineEnd());
  }

  /** How real each image looks, where it was asked for. */
  Optional<RealismScores> realism() {
    return findings.realism().map(each -> RealismScores.of(each, images));
  }
}
