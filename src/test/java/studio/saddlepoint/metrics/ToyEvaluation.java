package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Evaluations of toy images against others.
 *
 * @param caches where classifiers and statistics are kept
 */
record ToyEvaluation(Path caches) {
  static final ToyImages TRAIN = new ToyImages("toy-train", 400, true, 1);
  static final ToyImages TEST = new ToyImages("toy-test", 300, true, 2);
  static final ToyImages NEW = new ToyImages("new", 300, true, 3);

  /** Images on each side. */
  static final int N = 300;

  /** New images, each once. */
  static final ImageSource FRESH = repeating(N);

  ToyEvaluation {
    TorchEngine.start(Progress.NONE);
  }

  /** New images of which only the first few are different. */
  static ImageSource repeating(int different) {
    return NEW.generated(IntStream.range(0, N).map(i -> i % different).toArray());
  }

  static EvaluationRequest request(Set<Metric> metrics) {
    return new EvaluationRequest(
        ClassifierKind.CLASSIFIER.usual(), N, OptionalDouble.empty(), metrics, 1);
  }

  FeatureExtractor classifier() {
    return Extractors.open(ClassifierKind.CLASSIFIER.usual(), TRAIN, TEST, caches, Progress.NONE);
  }

  Reference reference(FeatureExtractor extractor) {
    return RealFeatures.of(caches, TRAIN, TEST, extractor, N);
  }

  /** By the classifier. */
  EvaluationResult classified(ImageSource images, Set<Metric> metrics) {
    try (FeatureExtractor classifier = classifier()) {
      return evaluate(images, reference(classifier), metrics, classifier);
    }
  }

  EvaluationResult evaluate(
      ImageSource images, Reference reference, Set<Metric> metrics, FeatureExtractor by) {
    return new Evaluator(caches).evaluate(images, reference, request(metrics), by, Progress.NONE);
  }
}
