package studio.saddlepoint.data.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ClassCount;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.PreparedImages;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.decode.PixelBudget;
import studio.saddlepoint.data.generated.ShapesContent;
import studio.saddlepoint.data.generated.ShapesDataSet;
import studio.saddlepoint.data.generated.StrokesContent;
import studio.saddlepoint.data.pack.Pack;
import studio.saddlepoint.data.pack.PackCache;
import studio.saddlepoint.data.pack.PackIndex;
import studio.saddlepoint.data.pack.PackWriter;
import studio.saddlepoint.data.pack.PackedDataSet;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * Opens data sets: the embedded ones by name, others by the path of their file or folder.
 *
 * <p>The first time, images are made ready in a file of the cache; later, that file is mapped into
 * memory, so that opening takes no time and any image can be read at once. A changed source is made
 * ready again.
 */
public final class DataSets {
  private static final String STROKES = "strokes";
  private static final String SHAPES = "shapes";

  /** Changes with every change of how files are decoded and scaled. */
  private static final String IMPORT_VERSION = "v5";

  /** What a data set is looked through at. */
  private static final int USUAL = 32;

  private static final List<Integer> SIZES = List.of(28, 32, 64, 128);

  private DataSets() {}

  /**
   * Opens a data set.
   *
   * @param source "strokes", "shapes", or a path: a folder of images (folders in it being classes),
   *     a folder of MNIST-family IDX files or one such file of images, a folder of CIFAR-10 or
   *     CIFAR-100, or a zip archive of any of these
   * @param size height and width of the images, 28, 32, 64 or 128. The middle square is scaled;
   *     28x28 stays as it is at 28, and gets a black border to 32x32 first at all others
   * @param split which part. Where the source has none of its own, a tenth is held back, always the
   *     same; with fewer than 100 images both parts are all of them
   * @param cacheFolder where images that are made ready are kept
   * @param progress told how far that is
   * @throws StudioException if the source cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DataSet open(
      String source, int size, Split split, Path cacheFolder, Progress progress) {
    return open(DataSettings.of(source, size), split, cacheFolder, progress);
  }

  /**
   * Opens the data set of a recipe.
   *
   * @param data names it, as for {@link #open(String, int, Split, Path, Progress)}, and tells what
   *     folders in it mean; whether it is shown mirrored plays no part
   * @param split which part
   * @param cacheFolder where images that are made ready are kept
   * @param progress told how far that is
   * @throws StudioException if the source cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DataSet open(DataSettings data, Split split, Path cacheFolder, Progress progress) {
    Pack pack = pack(data, cacheFolder, progress);
    DataSet set =
        isNamed(data.source(), SHAPES)
            ? new ShapesDataSet(pack, split)
            : new PackedDataSet(pack, split);
    if (set.size() == 0) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" has no usable images in its %s part.%s Add images, or choose another folder.",
              set.name(),
              split.name().toLowerCase(Locale.ROOT),
              DataProblem.first(set.problems())));
    }
    return set;
  }

  /**
   * Looks through a data set: every image is decoded once, as for size 32.
   *
   * @param source as for {@link #open}
   * @param cacheFolder where images that are made ready are kept
   * @param progress told how far the work is
   * @throws StudioException if the source cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DataSummary inspect(String source, Path cacheFolder, Progress progress) {
    return inspect(DataSettings.of(source, USUAL), cacheFolder, progress);
  }

  /**
   * Looks through the data set of a recipe: every image is decoded once, unless it was before.
   *
   * @param data as for {@link #open(DataSettings, Split, Path, Progress)}
   * @param cacheFolder where images that are made ready are kept
   * @param progress told how far the work is
   * @throws StudioException if the source cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DataSummary inspect(DataSettings data, Path cacheFolder, Progress progress) {
    String source = data.source();
    Pack pack = pack(data, cacheFolder, progress);
    PackIndex index = pack.index();
    int train = index.testIsTrain() ? index.count() : index.trainCount();
    int test = index.testIsTrain() ? index.count() : index.count() - index.trainCount();
    int testStart = index.count() - test;
    List<ClassCount> classes =
        IntStream.range(0, index.classNames().size())
            .mapToObj(
                label ->
                    new ClassCount(
                        index.classNames().get(label),
                        count(index, 0, train, label),
                        count(index, testStart, index.count(), label)))
            .toList();
    return new DataSummary(
        index.name(),
        index.kind(),
        train,
        test,
        index.testIsTrain(),
        classes,
        index.originalSizes(),
        index.shape().channels(),
        index.problems(),
        index.passedOver(),
        index.notes(),
        index.bytes(),
        index.kind() == DataKind.GENERATED
            ? Optional.empty()
            : PathNames.spelt(source).map(path -> path.toAbsolutePath().normalize()),
        prepared(pack));
  }

  /**
   * What the folders in a source seem to mean, by where its images lie: what to begin with where
   * nobody chose.
   *
   * @param source as for {@link #open}
   * @throws StudioException if the source cannot be used
   */
  public static FolderMeaning proposedMeaning(String source, Progress progress) {
    if (isGenerated(source)) {
      return FolderMeaning.CLASSES;
    }
    try (ImportSource found = Importers.at(source, FolderMeaning.CLASSES, progress)) {
      return found.proposed(progress);
    }
  }

  private static PreparedImages prepared(Pack pack) {
    return new PreparedImages(
        pack.file(),
        PackWriter.FORMAT,
        pack.bytes(),
        pack.index().shape(),
        new PackedDataSet(pack, Split.TRAIN).fingerprint());
  }

  private static int count(PackIndex index, int from, int to, int label) {
    return (int) IntStream.range(from, to).filter(i -> index.labels()[i] == label).count();
  }

  private static Pack pack(DataSettings data, Path cacheFolder, Progress progress) {
    String source = data.source();
    int size = data.size();
    if (!SIZES.contains(size)) {
      throw new StudioException(
          English.of(
              "Images can be 28, 32, 64 or 128 pixels wide, not %d. Choose one of these sizes.",
              size));
    }
    PackCache cache = new PackCache(cacheFolder);
    if (isNamed(source, STROKES)) {
      return cache.open(
          STROKES + "-" + size,
          StrokesContent.VERSION,
          problem -> false,
          () -> new StrokesContent(size),
          progress);
    }
    if (isNamed(source, SHAPES)) {
      return cache.open(
          SHAPES + "-" + size,
          ShapesContent.VERSION,
          problem -> false,
          () -> new ShapesContent(size),
          progress);
    }
    try (ImportSource found = Importers.at(source, data.folders(), progress)) {
      return cache.open(
          keyOf(found, data.folders()) + "-" + size,
          IMPORT_VERSION + "-" + found.state() + PixelBudget.shared().mark(),
          found::passed,
          () -> found.content(size, progress),
          progress);
    }
  }

  /** Whether a source is one that the program draws itself, from no files. */
  static boolean isGenerated(String source) {
    return isNamed(source, STROKES) || isNamed(source, SHAPES);
  }

  private static boolean isNamed(String source, String name) {
    return source.trim().toLowerCase(Locale.ROOT).equals(name);
  }

  /** A file name for the source's path, with the beginning of its name for people. */
  private static String keyOf(ImportSource source, FolderMeaning meaning) {
    byte[] path = PathNames.text(source.path()).getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Sha256.digest().digest(path), 0, 8);
    String name = source.name().replaceAll("[^A-Za-z0-9]+", "_");
    return name.substring(0, Math.min(24, name.length()))
        + "-"
        + hash
        + (meaning == FolderMeaning.CLASSES ? "" : "-" + meaning.id());
  }
}
