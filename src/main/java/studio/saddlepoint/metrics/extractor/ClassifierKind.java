package studio.saddlepoint.metrics.extractor;

import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;

/** A small classifier trained on the data set itself; the data set must be labelled. */
public final class ClassifierKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind CLASSIFIER = new ClassifierKind();

  private static final double PER_PIXEL = 1.5e-7;

  private ClassifierKind() {
    super(
        "classifier",
        "classifier",
        "Data-set classifier",
        "A small network that learnt to tell the classes of this data set apart. Works offline; trained once, then kept.");
  }

  @Override
  public boolean tellsClasses() {
    return true;
  }

  @Override
  public boolean learnsData() {
    return true;
  }

  @Override
  public String commandNote() {
    return "trained on the data set";
  }

  @Override
  public int dimension(ImageShape shape) {
    return ClassifierNetwork.FEATURES;
  }

  @Override
  public double usualSeconds(ImageShape shape) {
    return PER_PIXEL * shape.height() * shape.width();
  }

  @Override
  public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
    ExtractorSource.Splits data =
        source
            .data()
            .orElseThrow(
                () ->
                    new StudioException(
                        "A classifier is trained on a labelled data set, and there is none here. Choose Inception-v3, random convolutions, pixels or a TorchScript file as the extractor."));
    return new Classifiers(source.caches())
        .of(data.train(), data.test(), source.learnt(), source.progress());
  }
}
