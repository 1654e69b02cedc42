package studio.saddlepoint.metrics.extractor;

import java.nio.file.Path;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.DataSettings;

/**
 * The classifier of one of the embedded data sets, for pictures of any other: it learnt edges and
 * forms, but no label that a training may have been given.
 */
public final class OtherClassifierKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind OTHER_CLASSIFIER = new OtherClassifierKind();

  private static final String STROKES = "strokes";
  private static final String SHAPES = "shapes";

  private OtherClassifierKind() {
    super(
        "otherclassifier",
        "other-classifier",
        "Classifier of other pictures",
        "A small network that learnt to tell drawn digits or coloured shapes apart, never the"
            + " classes of this data set: fair to trainings with labels and without. Works offline;"
            + " trained once, then kept.");
  }

  @Override
  public String commandNote() {
    return "trained on an embedded data set, never on this one";
  }

  @Override
  public int dimension(ImageShape shape) {
    return ClassifierNetwork.FEATURES;
  }

  @Override
  public double usualSeconds(ImageShape shape) {
    return ClassifierKind.CLASSIFIER.usualSeconds(shape);
  }

  /** The embedded data set that a classifier of other pictures learns from. */
  static String other(ImageShape shape, String data) {
    boolean grey = shape.channels() == 1;
    if (grey) {
      return data.equalsIgnoreCase(STROKES) ? SHAPES : STROKES;
    }
    return data.equalsIgnoreCase(SHAPES) ? STROKES : SHAPES;
  }

  @Override
  public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
    ImageShape shape = source.shape();
    String data = source.data().map(each -> each.train().name()).orElse("");
    String other = other(shape, data);
    DataSet train = open(other, Split.TRAIN, shape, source.caches(), source.progress());
    DataSet test = open(other, Split.TEST, shape, source.caches(), source.progress());
    return new OtherClassifierExtractor(
        new Classifiers(source.caches()).of(train, test, source.learnt(), source.progress()),
        train.name());
  }

  private static DataSet open(
      String name, Split split, ImageShape shape, Path caches, Progress progress) {
    if (shape.height() != shape.width()) {
      throw new StudioException(
          English.of(
              "A classifier of other pictures looks at square ones, and these have %d by %d pixels."
                  + " Choose random convolutions or pixels as the extractor.",
              shape.width(), shape.height()));
    }
    DataSet set = DataSets.open(DataSettings.of(name, shape.height()), split, caches, progress);
    return set.shape().channels() == shape.channels() ? set : new OtherColours(set);
  }
}
