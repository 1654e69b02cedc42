package studio.saddlepoint.metrics.extractor;

import java.util.Optional;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;

/** VGG16, see {@link KnownWeights#VGG16}; its features suit precision and recall. */
public final class VggKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind VGG = new VggKind();

  private static final int FEATURES = 4096;

  private VggKind() {
    super(
        "vgg",
        "vgg",
        "VGG16",
        "The network of the published precision and recall. Large and slow; knows photographs.");
  }

  @Override
  public Optional<KnownWeights> weights() {
    return Optional.of(KnownWeights.VGG16);
  }

  @Override
  public boolean takesAnySize() {
    return true;
  }

  @Override
  public boolean slow() {
    return true;
  }

  @Override
  public int dimension(ImageShape shape) {
    return FEATURES;
  }

  @Override
  public double usualSeconds(ImageShape shape) {
    return Extractors.LARGE_NETWORK_SECONDS;
  }

  @Override
  public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
    return new TorchScriptExtractor(
        source.network(KnownWeights.VGG16), KnownWeights.VGG16.name(), source.shape());
  }
}
