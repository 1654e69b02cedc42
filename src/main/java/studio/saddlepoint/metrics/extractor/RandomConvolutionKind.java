package studio.saddlepoint.metrics.extractor;

import studio.saddlepoint.data.ImageShape;

/** A convolutional network with random weights, which a seed decides. */
public final class RandomConvolutionKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind RANDOM = new RandomConvolutionKind();

  private static final double PER_PIXEL = 1.5e-7;

  private RandomConvolutionKind() {
    super(
        "randomconvolution",
        "random",
        "Random convolutions",
        "A network that learnt nothing: works offline on any pictures. Its numbers follow what people see less closely than a trained network's.");
  }

  @Override
  public boolean seeded() {
    return true;
  }

  @Override
  public boolean untrained() {
    return true;
  }

  @Override
  public String commandNote() {
    return "untrained convolutions";
  }

  @Override
  public int dimension(ImageShape shape) {
    return RandomConvolutionExtractor.dimension(shape);
  }

  @Override
  public double usualSeconds(ImageShape shape) {
    return PER_PIXEL * shape.height() * shape.width();
  }

  @Override
  public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
    long seed = setting instanceof ExtractorSetting.Seed given ? given.value() : 1;
    return new RandomConvolutionExtractor(seed, source.shape(), source.device());
  }
}
