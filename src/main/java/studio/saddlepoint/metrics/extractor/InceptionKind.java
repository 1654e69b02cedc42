package studio.saddlepoint.metrics.extractor;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;

/** Inception-v3, see {@link KnownWeights#INCEPTION}. */
public final class InceptionKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind INCEPTION = new InceptionKind();

  /** TensorFlow 1's bilinear resizing without a filter, as most published numbers. */
  public static final ExtractorVariant TENSORFLOW =
      new ExtractorVariant(
          "tensorflow",
          "inception",
          "TensorFlow",
          "Bilinear without a filter, from the corner, as most published numbers and torch-fidelity",
          "");

  /** Cubic with a filter, as clean-fid does. */
  public static final ExtractorVariant CLEAN =
      new ExtractorVariant(
          "clean",
          "inception-clean",
          "Clean",
          "Cubic with a filter, as clean-fid does",
          "with clean-fid's resizing");

  /** Bilinear without a filter around pixel centres, and their scale, as pytorch-fid does. */
  public static final ExtractorVariant PYTORCH =
      new ExtractorVariant(
          "pytorch",
          "inception-pytorch",
          "PyTorch",
          "Bilinear without a filter, around pixel centres, as pytorch-fid does",
          "with pytorch-fid's");

  private static final int FEATURES = 2048;

  private InceptionKind() {
    super(
        "inception",
        "inception",
        "Inception-v3",
        "The network of the published FIDs. It knows photographs; on drawings and digits its numbers say less.");
  }

  @Override
  public List<ExtractorVariant> variants() {
    return List.of(TENSORFLOW, CLEAN, PYTORCH);
  }

  @Override
  public String variantsLabel() {
    return "Resizing";
  }

  @Override
  public String variantsMeaning() {
    return "How pictures are made as large as Inception-v3 takes them. Each gives different numbers.";
  }

  @Override
  public Optional<KnownWeights> weights() {
    return Optional.of(KnownWeights.INCEPTION);
  }

  @Override
  public boolean tellsClasses() {
    return true;
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
    ExtractorVariant resize =
        variants().stream()
            .filter(each -> each.setting().equals(setting))
            .findFirst()
            .orElse(TENSORFLOW);
    return new InceptionExtractor(source.network(KnownWeights.INCEPTION), resize, source.shape());
  }
}
