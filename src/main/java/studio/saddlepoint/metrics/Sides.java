package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.data.source.ImageFolder;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.image.FolderImages;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.recipe.DataSettings;

/**
 * The sides of a {@link Comparison}, opened: a folder's images are read, a data set's and a
 * generator's are not. One of the folder, the data set and the statistics is the real side.
 */
final class Sides implements AutoCloseable {
  private static final int FEWEST = 10;
  private static final int USUAL_SIZE = 32;

  @Nullable FolderImages realImages;
  @Nullable ImageFolder realFolder;
  private @Nullable ImageFolder generatedFolder;
  @Nullable DataSet train;
  @Nullable DataSet test;
  @Nullable StatisticsReference statistics;
  @Nullable ImageSource images;
  ImageShape shape = new ImageShape(1, 1, 1);
  int count;
  boolean grey;
  final List<String> leftOut = new ArrayList<>();
  final List<String> passedOver = new ArrayList<>();

  private Sides() {}

  /**
   * Opens both sides.
   *
   * @throws StudioException if one cannot be used, or they cannot be compared
   */
  static Sides open(Comparison comparison, Path caches, Progress progress) {
    Sides sides = new Sides();
    try {
      sides.openBoth(comparison, caches, progress);
      return sides;
    } catch (RuntimeException e) {
      sides.close();
      throw e;
    }
  }

  private void openBoth(Comparison comparison, Path caches, Progress progress) {
    Progress first = progress.part(0, 0.5);
    Progress second = progress.part(0.5, 1);
    ImageFolder generated = null;
    if (comparison.generated().orElse(null) instanceof Comparison.GeneratedFolder given) {
      generated = ImageFolder.open(given.folder(), comparison.size(), first);
      generatedFolder = generated;
      tellLeftOut(generated);
      count = Math.min(generated.count(), given.count().orElse(generated.count()));
      checkEnough(given.folder(), count);
    }
    openReal(comparison, caches, generated == null ? first : second);
    boolean realIsGrey =
        realFolder != null ? realFolder.isGrey() : train == null || train.shape().channels() == 1;
    grey = realIsGrey && (generated == null || generated.isGrey());
    if (generated != null) {
      FolderImages some = new FolderImages(generated, grey, count);
      images = some;
      shape = some.shape();
      checkOneSize(generated.path(), some, comparison.extractor());
    } else if (comparison.generated().orElse(null) instanceof Comparison.Samples given) {
      shape = given.snapshot().shape();
      grey = grey && shape.channels() == 1;
      count = given.count();
    }
    if (realFolder != null) {
      realImages = new FolderImages(realFolder, grey, realFolder.count());
      checkOneSize(realFolder.path(), realImages, comparison.extractor());
    }
    matchShapes(comparison);
    if (comparison.generated().orElse(null) instanceof Comparison.Samples given) {
      // Choosing the best may take long, so last.
      images = BestSamples.images(given, caches, second);
    }
  }

  /** Lets go of archives. */
  @Override
  public void close() {
    if (realFolder != null) {
      realFolder.close();
    }
    if (generatedFolder != null) {
      generatedFolder.close();
    }
  }

  private void openReal(Comparison comparison, Path caches, Progress progress) {
    OptionalInt size = comparison.size();
    Comparison.Real real = comparison.real();
    if (real instanceof Comparison.RealStatistics given) {
      statistics = StatisticsReference.open(given.file());
    } else if (real instanceof Comparison.RealFolder given
        && !comparison.extractor().kind().learnsData()) {
      realFolder = ImageFolder.open(given.folder(), size, progress);
      tellLeftOut(realFolder);
      checkEnough(given.folder(), realFolder.count());
    } else {
      int side = size.orElse(USUAL_SIZE);
      DataSettings settings =
          real instanceof Comparison.RealData data
              ? new DataSettings(data.source(), side, false, data.folders())
              : DataSettings.of(PathNames.text(((Comparison.RealFolder) real).folder()), side);
      DataSet learnt = DataSets.open(settings, Split.TRAIN, caches, progress);
      train = learnt;
      test = DataSets.open(settings, Split.TEST, caches, progress);
      PathNames.spelt(settings.source()).ifPresent(path -> tellLeftOut(path, learnt.problems()));
    }
  }

  private void tellLeftOut(ImageFolder folder) {
    tellLeftOut(folder.path(), folder.problems());
    folder.passedOver().forEach(each -> passedOver.add(folder.name() + ": " + each.text()));
  }

  private void tellLeftOut(Path folder, List<DataProblem> problems) {
    for (DataProblem problem : problems) {
      String file =
          PathNames.spelt(problem.file())
              .map(folder::resolve)
              .map(PathNames::text)
              .orElse(problem.file());
      leftOut.add(file + " " + problem.reason());
    }
  }

  private static void checkEnough(Path folder, int count) {
    if (count < FEWEST) {
      throw new StudioException(
          English.of(
              "There %s in %s, and fewer than %d say nothing. Choose a folder with more images, better 2,048 and more.",
              count == 1
                  ? "is only 1 image to look at"
                  : "are only " + count + " images to look at",
              folder,
              FEWEST));
    }
  }

  private static void checkOneSize(Path folder, FolderImages images, ExtractorChoice choice) {
    if (!images.ofOneSize() && !choice.kind().takesAnySize()) {
      throw new StudioException(
          English.of(
              "The images in %s are of several sizes: %s. Choose a size that all are scaled to (--size 32 on the command line), or Inception-v3, which takes any.",
              folder, images.sizes()));
    }
  }

  /** Takes the shape of the real images where there are no others, and refuses different ones. */
  private void matchShapes(Comparison comparison) {
    boolean samples = comparison.generated().orElse(null) instanceof Comparison.Samples;
    ImageShape real =
        realImages != null ? realImages.shape() : train != null ? train.shape() : shape;
    if (images == null && !samples) {
      shape = real;
    } else if (!real.equals(shape) && !comparison.extractor().kind().takesAnySize()) {
      throw new StudioException(mismatch(real, shape, samples ? shape.height() : real.height()));
    }
  }

  /** Tells that shapes differ; the real images can be scaled. */
  static String mismatch(ImageShape real, ImageShape generated) {
    return mismatch(real, generated, real.height());
  }

  /**
   * Tells that shapes differ and what to do: nothing is scaled to other colours.
   *
   * @param size that both could have; a generator has only its own
   */
  private static String mismatch(ImageShape real, ImageShape generated, int size) {
    boolean oneSize = real.width() == generated.width() && real.height() == generated.height();
    return English.of(
        "The real images are %s, the generated ones %s. Choose %s, or Inception-v3, which takes any.",
        text(real),
        text(generated),
        oneSize
            ? "images of the same colours"
            : English.of("a size that all are scaled to (--size %d on the command line)", size));
  }

  private static String text(ImageShape shape) {
    return English.of(
        "%dx%d in %s", shape.width(), shape.height(), shape.channels() == 1 ? "grey" : "colour");
  }
}
