package studio.saddlepoint.metrics.extractor;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.saddlepoint.metrics.store.Digests;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;

/** The penultimate layer of a data set's own classifier. */
public final class ClassifierExtractor implements FeatureExtractor {
  private static final double GOOD_ACCURACY = 0.9;

  private final String dataName;
  private final ClassifierNetwork network;
  private final List<String> classNames;
  private final double accuracy;
  private final boolean tested;
  private final String id;

  /**
   * An extractor; it closes the network.
   *
   * @param dataName the data set's name
   * @param classNames what the network's logits mean
   * @param accuracy share of the images it was tested on that the classifier gets right
   * @param tested whether these were others than it was trained on
   */
  ClassifierExtractor(
      String dataName,
      List<String> classNames,
      ClassifierNetwork network,
      double accuracy,
      boolean tested) {
    this.dataName = dataName;
    this.classNames = List.copyOf(classNames);
    this.network = network;
    this.accuracy = accuracy;
    this.tested = tested;
    this.id =
        String.format(
            Locale.ROOT,
            "classifier-%s-%s",
            ClassifierTraining.VERSION,
            Digests.of(network.tensors()).substring(0, 24));
  }

  /** Share of the images it was tested on that the classifier gets right, 0 to 1. */
  double accuracy() {
    return accuracy;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String label() {
    return dataName + " classifier";
  }

  @Override
  public int dimension() {
    return ClassifierNetwork.FEATURES;
  }

  @Override
  public float[] features(byte[] pixels) {
    return Autograd.without(
        () -> ArrayScopes.scoped(() -> network.features(network.input(pixels)).toFloatArray()));
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public Extracted extract(byte[] pixels) {
    return ArrayScopes.withoutGradients(
        () -> {
          NDArray features = network.features(network.input(pixels));
          return new Extracted(features.toFloatArray(), network.logits(features).toFloatArray());
        });
  }

  @Override
  public Optional<float[]> perceive(float[] pixels) {
    return Optional.of(
        ArrayScopes.withoutGradients(() -> network.features(network.input(pixels)).toFloatArray()));
  }

  @Override
  public Optional<UnaryOperator<NDArray>> differentiable() {
    return Optional.of(network::features);
  }

  @Override
  public String note() {
    return String.format(
        Locale.ENGLISH,
        "the classifier is right on %.1f %% of %s",
        100 * accuracy,
        tested ? "the test split" : "the images it was trained on");
  }

  @Override
  public List<String> warnings() {
    return accuracy >= GOOD_ACCURACY
        ? List.of()
        : List.of(
            String.format(
                Locale.ENGLISH,
                "The classifier is right on only %.1f %% of the images it is tested on, so its features are coarse.",
                100 * accuracy));
  }

  /** The likeliest class of each image, of images (N, C, H, W) as unsigned bytes: (N). */
  public long[] classes(byte[] pixels) {
    return network.classes(pixels);
  }

  @Override
  public void close() {
    network.close();
  }
}
