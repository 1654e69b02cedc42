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
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.ImageFolder;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.feature.StatisticsFile;
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
        Sides sides = this;
        OptionalInt size = comparison.size();
        ImageFolder generated = null;
        if (comparison.generated().orElse(null) instanceof Comparison.GeneratedFolder given) {
            generated = ImageFolder.open(given.folder(), size, progress.part(0, 0.5));
            generatedFolder = generated;
            tellLeftOut(generated, sides);
            sides.count = Math.min(generated.count(), given.count().orElse(generated.count()));
            checkEnough(given.folder(), sides.count);
        }
        openReal(comparison, sides, caches, progress.part(0.5, 1));
        boolean realIsGrey =
                sides.realFolder != null
                        ? sides.realFolder.isGrey()
                        : sides.train == null || sides.train.shape().channels() == 1;
        sides.grey = realIsGrey && (generated == null || generated.isGrey());
        if (generated != null) {
            FolderImages images = new FolderImages(generated, sides.grey, sides.count);
            sides.images = images;
            sides.shape = images.shape();
            checkOneSize(generated.path(), images, comparison.extractor());
        } else if (comparison.generated().orElse(null) instanceof Comparison.Samples given) {
            sides.shape = given.snapshot().shape();
            sides.grey = sides.grey && sides.shape.channels() == 1;
            sides.count = given.count();
        }
        if (sides.realFolder != null) {
            sides.realImages =
                    new FolderImages(sides.realFolder, sides.grey, sides.realFolder.count());
            checkOneSize(sides.realFolder.path(), sides.realImages, comparison.extractor());
        }
        matchShapes(comparison, sides);
        if (comparison.generated().orElse(null) instanceof Comparison.Samples given) {
            // Choosing the best may take long, so last.
            sides.images = BestSamples.images(given, caches, progress.part(0.5, 1));
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

    private static void openReal(
            Comparison comparison, Sides sides, Path caches, Progress progress) {
        OptionalInt size = comparison.size();
        Comparison.Real real = comparison.real();
        if (real instanceof Comparison.RealStatistics given) {
            sides.statistics =
                    new StatisticsReference(
                            String.valueOf(given.file().getFileName()),
                            StatisticsFile.read(given.file()));
        } else if (real instanceof Comparison.RealFolder given
                && !(comparison.extractor() instanceof ExtractorChoice.Classifier)) {
            sides.realFolder = ImageFolder.open(given.folder(), size, progress);
            tellLeftOut(sides.realFolder, sides);
            checkEnough(given.folder(), sides.realFolder.count());
        } else {
            int side = size.orElse(USUAL_SIZE);
            DataSettings settings =
                    real instanceof Comparison.RealData data
                            ? new DataSettings(data.source(), side, false, data.folders())
                            : DataSettings.of(
                                    PathNames.text(((Comparison.RealFolder) real).folder()), side);
            sides.train = DataSets.open(settings, Split.TRAIN, caches, progress);
            sides.test = DataSets.open(settings, Split.TEST, caches, progress);
        }
    }

    private static void tellLeftOut(ImageFolder folder, Sides sides) {
        for (DataProblem problem : folder.problems()) {
            String file =
                    PathNames.spelt(problem.file())
                            .map(folder.path()::resolve)
                            .map(PathNames::text)
                            .orElse(problem.file());
            sides.leftOut.add(file + " " + problem.reason());
        }
        folder.passedOver()
                .forEach(each -> sides.passedOver.add(folder.name() + ": " + each.text()));
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
        if (!images.ofOneSize() && !takesAnySize(choice)) {
            throw new StudioException(
                    English.of(
                            "The images in %s are of several sizes: %s. Choose a size that all are scaled to (--size 32 on the command line), or Inception-v3, which takes any.",
                            folder, images.sizes()));
        }
    }

    /** Takes the shape of the real images where there are no others, and refuses different ones. */
    private static void matchShapes(Comparison comparison, Sides sides) {
        boolean samples = comparison.generated().orElse(null) instanceof Comparison.Samples;
        ImageShape real =
                sides.realImages != null
                        ? sides.realImages.shape()
                        : sides.train != null ? sides.train.shape() : sides.shape;
        if (sides.images == null && !samples) {
            sides.shape = real;
        } else if (!real.equals(sides.shape) && !takesAnySize(comparison.extractor())) {
            throw new StudioException(
                    mismatch(real, sides.shape, samples ? sides.shape.height() : real.height()));
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
                        : English.of(
                                "a size that all are scaled to (--size %d on the command line)",
                                size));
    }

    private static boolean takesAnySize(ExtractorChoice choice) {
        return choice instanceof ExtractorChoice.Inception
                || choice instanceof ExtractorChoice.Vgg
                || choice instanceof ExtractorChoice.TorchScript;
    }

    private static String text(ImageShape shape) {
        return English.of(
                "%dx%d in %s",
                shape.width(), shape.height(), shape.channels() == 1 ? "grey" : "colour");
    }
}
