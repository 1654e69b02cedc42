package studio.saddlepoint.metrics.lesson;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.DataSetImages;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ReferenceImages;
import studio.saddlepoint.metrics.metric.ClassesMetric;
import studio.saddlepoint.metrics.metric.DensityCoverageMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.InceptionScoreMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;

/**
 * A generator that draws one good picture of each class, over and over, measured beside real
 * pictures. The inception score asks that each picture's class is clear and that classes occur
 * evenly, so it is best for such a generator (Barratt and Sharma 2018, "A Note on the Inception
 * Score", sections 2 and 4.2).
 *
 * @param real held-out pictures of the data set
 * @param repeated the generator's, the classes in turn
 * @param count pictures that were measured of each
 * @param classes number of classes, which the inception score cannot exceed
 * @param ofReal what was measured of the real ones
 * @param ofRepeated what was measured of the generator's, in the same way
 */
public record OnePictureAClass(
    ImageSource real,
    ImageSource repeated,
    int count,
    int classes,
    EvaluationResult ofReal,
    EvaluationResult ofRepeated) {
  /** The measures, in the order in which they are told; keys of {@link EvaluationResult#values}. */
  public static final List<String> MEASURES =
      List.of("inception_score", "mode_coverage", "precision", "recall", "coverage", "fid");

  private static final Set<Metric> METRICS =
      Set.of(
          InceptionScoreMetric.INCEPTION_SCORE,
          ClassesMetric.CLASSES,
          PrecisionRecallMetric.PRECISION_RECALL,
          DensityCoverageMetric.DENSITY_COVERAGE,
          FidMetric.FID);

  private static final ExtractorChoice CLASSIFIER = ClassifierKind.CLASSIFIER.usual();
  private static final int BATCH = 64;
  private static final long SEED = 1;

  /** Share of a value by which it may differ without a word about it. */
  private static final double ALIKE = 0.02;

  /**
   * Measures both.
   *
   * @param caches where the pictures, their classifier and their statistics are kept
   * @param count pictures of each side, at most those that are held out
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static OnePictureAClass measure(Path caches, int count, Progress progress) {
    LessonData data = LessonData.open(caches, progress.part(0, 0.1));
    DataSet train = data.train();
    DataSet heldOut = data.heldOut();
    int[] clearest;
    try (FeatureExtractor classifier =
        Extractors.open(CLASSIFIER, train, heldOut, caches, progress.part(0.1, 0.6))) {
      int[] among = ReferenceImages.choose(train, count);
      clearest = clearest(train, among, classifier, progress.part(0.6, 0.7));
    }
    int[] turns = new int[count];
    Arrays.setAll(turns, i -> clearest[i % clearest.length]);
    ImageSource real = new DataSetImages(heldOut, ReferenceImages.choose(heldOut, count));
    ImageSource repeated = new DataSetImages(train, turns);
    EvaluationRequest request =
        new EvaluationRequest(CLASSIFIER, count, OptionalDouble.empty(), METRICS, SEED, false);
    Evaluator evaluator = new Evaluator(caches);
    return new OnePictureAClass(
        real,
        repeated,
        count,
        clearest.length,
        evaluator.evaluate(real, train, heldOut, request, progress.part(0.7, 0.85)),
        evaluator.evaluate(repeated, train, heldOut, request, progress.part(0.85, 1)));
  }

  /**
   * Of each class that occurs the picture whose class is clearest: whose logit of its own class is
   * furthest above those of all others.
   */
  private static int[] clearest(
      DataSet set, int[] among, FeatureExtractor classifier, Progress progress) {
    int classes = classifier.classNames().size();
    int[] best = new int[classes];
    double[] margins = new double[classes];
    Arrays.fill(margins, Double.NEGATIVE_INFINITY);
    for (int from = 0; from < among.length; from += BATCH) {
      progress.checkCancelled();
      progress.report(
          "Looking for the clearest picture of each class", (double) from / among.length);
      int[] batch = Arrays.copyOfRange(among, from, Math.min(among.length, from + BATCH));
      float[] logits = classifier.extract(set.read(batch)).logits();
      for (int i = 0; i < batch.length; i++) {
        int label = set.label(batch[i]);
        double margin = margin(logits, i * classes, classes, label);
        if (margin > margins[label]) {
          margins[label] = margin;
          best[label] = batch[i];
        }
      }
    }
    return IntStream.range(0, classes)
        .filter(label -> margins[label] > Double.NEGATIVE_INFINITY)
        .map(label -> best[label])
        .toArray();
  }

  private static double margin(float[] logits, int row, int classes, int label) {
    double others = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      others = c == label ? others : Math.max(others, logits[row + c]);
    }
    return logits[row + label] - others;
  }

  /** How the repeated pictures come out of a measure beside the real ones. */
  public enum Verdict {
    /** Clearly better: the measure prefers them. */
    BETTER,
    /** No more than a fiftieth apart. */
    ALIKE,
    /** Clearly worse: the measure sees that something is wrong. */
    WORSE
  }

  /** How the repeated pictures come out of one of {@link #MEASURES}. */
  public Verdict verdict(String measure) {
    double own = value(ofRepeated, measure);
    double others = value(ofReal, measure);
    if (Math.abs(own - others) <= ALIKE * Math.max(own, others)) {
      return Verdict.ALIKE;
    }
    boolean lowerIsBetter = measure.equals("fid");
    return own < others == lowerIsBetter ? Verdict.BETTER : Verdict.WORSE;
  }

  /** A measure of the real pictures. */
  public double ofReal(String measure) {
    return value(ofReal, measure);
  }

  /** A measure of the repeated pictures. */
  public double ofRepeated(String measure) {
    return value(ofRepeated, measure);
  }

  private static double value(EvaluationResult result, String measure) {
    return result.values().getOrDefault(measure, Double.NaN);
  }
}
