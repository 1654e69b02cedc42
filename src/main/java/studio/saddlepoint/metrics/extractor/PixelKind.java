package studio.saddlepoint.metrics.extractor;

import studio.saddlepoint.data.ImageShape;

/** The pixels themselves. */
public final class PixelKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind PIXELS = new PixelKind();

  private static final double PER_PIXEL = 1e-8;

  private PixelKind() {
    super(
        "pixels",
        "pixels",
        "Pixels",
        "The pixels themselves: quick, and blind to what a picture shows.");
  }

  @Override
  public boolean untrained() {
    return true;
  }

  @Override
  public int dimension(ImageShape shape) {
    return new PixelExtractor(shape).dimension();
  }

  @Override
  public double usualSeconds(ImageShape shape) {
    return PER_PIXEL * shape.height() * shape.width();
  }

  @Override
  public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
    return new PixelExtractor(source.shape());
  }
}
