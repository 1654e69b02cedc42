package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Locale;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.metrics.extractor.Classifiers;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.recipe.Recipe;

/**
 * What the effort of an evaluation depends on beside what is asked for.
 *
 * @param shape of the images
 * @param train number of training images
 * @param heldOut number of images that were kept apart; 0 where there are none
 * @param labelled number of training images that have a class; 0 where a classifier cannot be
 *     trained on them
 * @param classifierKept whether the data set's classifier is there already
 * @param generator what the speed of the generator depends on: its architecture and width
 */
public record Situation(
    ImageShape shape,
    int train,
    int heldOut,
    int labelled,
    boolean classifierKept,
    String generator) {
  /**
   * Looks at the data set that a recipe learns.
   *
   * @param caches where prepared images and classifiers are kept
   * @throws studio.saddlepoint.core.StudioException if the data set cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Situation of(Recipe recipe, Path caches, Progress progress) {
    return of(
        recipe,
        DataSets.open(recipe.data(), Split.TRAIN, caches, progress),
        DataSets.open(recipe.data(), Split.TEST, caches, progress),
        caches);
  }

  /** The same of an open data set. */
  static Situation of(Recipe recipe, DataSet train, DataSet test, Path caches) {
    return of(generator(recipe), train, test, caches);
  }

  /** What the speed of a recipe's generator depends on. */
  static String generator(Recipe recipe) {
    return String.format(
        Locale.ROOT,
        "%s-%d",
        recipe.generator().architecture().name().toLowerCase(Locale.ROOT),
        recipe.generator().width());
  }

  /** The same of images of any source. */
  static Situation of(String generator, DataSet train, DataSet test, Path caches) {
    boolean others = !test.fingerprint().equals(train.fingerprint());
    int labelled = labelled(train);
    return new Situation(
        train.shape(),
        train.size(),
        others ? test.size() : 0,
        labelled,
        labelled > 0 && new Classifiers(caches).kept(train, test),
        generator);
  }

  /** Whether the images are large enough for convolutions. */
  public boolean convolves() {
    return EvaluationWork.simple(shape).kind() == RandomConvolutionKind.RANDOM;
  }

  private static int labelled(DataSet train) {
    int labelled = 0;
    for (int i = 0; i < train.size(); i++) {
      labelled += train.label(i) >= 0 ? 1 : 0;
    }
    int classes = train.classNames().size();
    return classes < 2 || labelled < classes ? 0 : labelled;
  }
}
