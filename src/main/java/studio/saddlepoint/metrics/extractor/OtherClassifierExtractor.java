package studio.saddlepoint.metrics.extractor;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The penultimate layer of a classifier that learnt other pictures; its classes say nothing. */
final class OtherClassifierExtractor implements FeatureExtractor {
  private final ClassifierExtractor classifier;
  private final String learnt;

  /**
   * An extractor; it closes the classifier.
   *
   * @param learnt what the classifier learnt
   */
  OtherClassifierExtractor(ClassifierExtractor classifier, String learnt) {
    this.classifier = classifier;
    this.learnt = learnt;
  }

  @Override
  public String id() {
    return "other-" + classifier.id();
  }

  @Override
  public String label() {
    return "classifier of other pictures (" + learnt + ")";
  }

  @Override
  public int dimension() {
    return classifier.dimension();
  }

  @Override
  public float[] features(byte[] pixels) {
    return classifier.features(pixels);
  }

  @Override
  public Optional<float[]> perceive(float[] pixels) {
    return classifier.perceive(pixels);
  }

  @Override
  public Optional<UnaryOperator<NDArray>> differentiable() {
    return classifier.differentiable();
  }

  @Override
  public void close() {
    classifier.close();
  }
}
