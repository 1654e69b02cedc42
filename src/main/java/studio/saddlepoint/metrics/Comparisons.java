package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.metrics.extractor.AnySize;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Measures any images against any: folders, statistics of other tools, a generator's samples. Works
 * on the caller's thread; call it in the background.
 */
public final class Comparisons {
  /** In the keys of statistics: sums depend on the order, in their last digits. */
  private static final String IN_ANY_ORDER = "-drawn";

  private final Path caches;

  /**
   * Comparisons that keep what they computed.
   *
   * @param caches the program's folder for caches
   */
  public Comparisons(Path caches) {
    this.caches = caches;
  }

  /**
   * Compares.
   *
   * @throws StudioException if a side, the extractor or a metric cannot be used; the message tells
   *     why and what to do
   * @throws java.util.concurrent.CancellationException if cancelled; nothing half-written is left
   */
  public ComparisonResult run(Comparison comparison, Progress progress) {
    TorchEngine.start(Progress.NONE);
    Optional<StatisticsReference> generated =
        comparison.generated().orElse(null) instanceof Comparison.GeneratedStatistics statistics
            ? Optional.of(StatisticsReference.open(statistics.file()))
            : Optional.empty();
    if (generated.isPresent()
        && comparison.real() instanceof Comparison.RealStatistics statistics) {
      StatisticsReference real = StatisticsReference.open(statistics.file());
      EvaluationResult result =
          StatisticsComparison.of(real, generated.get(), comparison.metrics(), progress);
      return new ComparisonResult(
          real.count(),
          generated.get().count(),
          Optional.of(result),
          List.of(),
          List.of(),
          Optional.empty());
    }
    try (Sides sides = Sides.open(comparison, caches, progress.part(0, 0.15));
        FeatureExtractor extractor =
            extractor(comparison.extractor(), sides, progress.part(0.15, 0.3))) {
      Reference reference = reference(sides, extractor);
      Optional<String> notExported = Optional.empty();
      if (comparison.export().isPresent()) {
        notExported =
            export(
                comparison,
                new StatisticsFile(
                    reference.statistics(progress.part(0.3, 0.5)),
                    extractor.label(),
                    extractor.id(),
                    sizeThatMatters(sides, extractor)));
      }
      Optional<EvaluationResult> result = Optional.empty();
      if (generated.isPresent()) {
        StatisticsReference other = generated.get();
        check(other, sides, extractor);
        result =
            Optional.of(
                StatisticsComparison.result(
                    reference.side(),
                    reference.statistics(progress.part(0.5, 0.9)),
                    other,
                    extractor.label(),
                    comparison.metrics(),
                    progress.part(0.9, 1)));
        sides.count = other.count();
      } else if (sides.images != null) {
        result =
            Optional.of(
                measure(
                    comparison, sides, sides.images, reference, extractor, progress.part(0.5, 1)));
      }
      return new ComparisonResult(
          reference.count(), sides.count, result, sides.leftOut, sides.passedOver, notExported);
    }
  }

  /** Writes statistics; why that failed, where there are numbers to be told nevertheless. */
  private static Optional<String> export(Comparison comparison, StatisticsFile statistics) {
    try {
      statistics.write(comparison.export().orElseThrow());
      return Optional.empty();
    } catch (StudioException e) {
      if (comparison.generated().isEmpty()) {
        throw e;
      }
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private FeatureExtractor extractor(ExtractorChoice choice, Sides sides, Progress progress) {
    boolean learns = choice.kind().learnsData();
    return learns && sides.train != null && sides.test != null
        ? Extractors.open(choice, sides.train, sides.test, caches, progress)
        : Extractors.open(choice, sides.shape, caches, progress);
  }

  private Reference reference(Sides sides, FeatureExtractor extractor) {
    if (sides.statistics != null) {
      check(sides.statistics, sides, extractor);
      return sides.statistics;
    }
    if (sides.train != null && sides.test != null) {
      return RealFeatures.of(caches, sides.train, sides.test, extractor, sides.train.size());
    }
    if (sides.realFolder == null || sides.realImages == null) {
      throw new IllegalStateException("no real side");
    }
    return new RealFeatures(
        caches,
        new Side(Side.Kind.FOLDER, sides.realFolder.name(), sides.realFolder.count(), true),
        sides.realFolder.fingerprint() + (sides.grey ? "-grey" : "") + IN_ANY_ORDER,
        sides.realImages,
        extractor,
        Optional.empty());
  }

  /** Width and height of the images; empty where the extractor takes images of any size. */
  private static String sizeThatMatters(Sides sides, FeatureExtractor extractor) {
    return extractor instanceof AnySize ? "" : sides.shape.width() + "x" + sides.shape.height();
  }

  private static void check(StatisticsReference given, Sides sides, FeatureExtractor extractor) {
    String made = given.file().extractor();
    String id = given.file().id();
    int d = given.file().statistics().dimension();
    if (id.isEmpty() && !made.isEmpty() && !made.equals(extractor.label())
        || !id.isEmpty() && !id.equals(extractor.id())) {
      throw new StudioException(
          English.of(
              "The statistics in %s were made with %s, not with %s. Choose that extractor.",
              given.name(),
              made.equals(extractor.label()) ? "another " + made : made,
              extractor.label()));
    }
    String size = sizeThatMatters(sides, extractor);
    String images = given.file().images();
    if (!size.isEmpty() && !images.isEmpty() && !size.equals(images)) {
      throw new StudioException(
          English.of(
              "The statistics in %s are of images of %s pixels, but these are %s. Choose images of that size, or scale them (--size on the command line).",
              given.name(), images, size));
    }
    if (d != extractor.dimension()) {
      throw new StudioException(
          String.format(
              Locale.ENGLISH,
              "The statistics in %s are of %,d features, but %s gives %,d. Choose the extractor that they were made with.",
              given.name(),
              d,
              extractor.label(),
              extractor.dimension()));
    }
  }

  private EvaluationResult measure(
      Comparison comparison,
      Sides sides,
      ImageSource images,
      Reference reference,
      FeatureExtractor extractor,
      Progress progress) {
    Set<Metric> chosen =
        comparison.metrics().isEmpty() ? possible(comparison) : comparison.metrics();
    OptionalDouble truncation = OptionalDouble.empty();
    Optional<KeepBest> keep = Optional.empty();
    long seed = 1;
    if (comparison.generated().orElse(null) instanceof Comparison.Samples given) {
      truncation = given.truncation();
      keep = given.keep();
      seed = given.seed();
    }
    return new Evaluator(caches)
        .evaluate(
            images,
            reference,
            new EvaluationRequest(
                comparison.extractor(),
                sides.count,
                truncation,
                keep,
                chosen,
                seed,
                comparison.intervals()),
            extractor,
            progress);
  }

  /** What "all" means here, without what would only be left out again. */
  public static Set<Metric> possible(Comparison comparison) {
    Set<Metric> possible = new LinkedHashSet<>(Metrics.ALL);
    if (comparison.real() instanceof Comparison.RealStatistics) {
      possible.removeIf(each -> !each.contentWithStatistics());
    }
    if (!(comparison.real() instanceof Comparison.RealData)) {
      possible.removeAll(Metrics.needing(Need.HELD_OUT));
    }
    if (!(comparison.generated().orElse(null) instanceof Comparison.Samples)) {
      possible.removeAll(Metrics.needing(Need.GENERATOR));
      possible.removeAll(Metrics.needing(Need.ENCODER));
    }
    ExtractorKind kind = comparison.extractor().kind();
    possible.removeIf(each -> !each.fits(kind));
    if (!kind.learnsData()) {
      // Inception's classes are not those of the data.
      possible.removeAll(Metrics.needing(Need.REAL_CLASSES));
    }
    return possible;
  }
}
