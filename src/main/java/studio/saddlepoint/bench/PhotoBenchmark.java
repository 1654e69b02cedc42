package studio.saddlepoint.bench;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.Comparisons;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Measures how fast a folder of large photos is made a data set and scored as it is, and how much
 * memory that takes. The photos are made up: few different ones, under as many names as are asked
 * for. They are deleted on close.
 */
public final class PhotoBenchmark implements AutoCloseable {
  private static final int WIDTH = 4_000;
  private static final int HEIGHT = 3_000;
  private static final int DIFFERENT = 8;
  private static final int NOISE = 24;

  /** Fewer are not compared. */
  public static final int FEWEST = 10;

  private static final int SIZE = 64;

  private final int count;
  private final Progress progress;
  private final Path folder;

  /**
   * Makes the photos.
   *
   * @param count how many, at least {@link #FEWEST}
   * @param progress told how far it is; may cancel
   * @throws StudioException if they cannot be written
   */
  public PhotoBenchmark(int count, Progress progress) {
    this.count = count;
    this.progress = progress;
    try {
      this.folder = Files.createTempDirectory("photos");
      Path few = Files.createDirectory(folder.resolve("few"));
      Path many = Files.createDirectory(folder.resolve("many"));
      for (int i = 0; i < DIFFERENT; i++) {
        progress.checkCancelled();
        progress.report("Making photos", (double) i / DIFFERENT);
        ImageIO.write(photo(i), "jpg", folder.resolve(i + ".jpg").toFile());
      }
      name(few, FEWEST);
      name(many, count);
    } catch (IOException e) {
      throw new StudioException(
          "Photos to measure with cannot be made: "
              + e.getMessage()
              + ". Check the space in the folder for temporary files, or choose another one (SADDLEPOINT_JAVA_OPTS=-Djava.io.tmpdir=FOLDER).",
          e);
    }
  }

  /** Slow waves and the noise of a sensor: about three megabytes as a JPEG. */
  private static BufferedImage photo(int seed) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    WritableRaster raster = image.getRaster();
    SplittableRandom random = new SplittableRandom(seed);
    int[] row = new int[3 * WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double wave = Math.sin((x + 17 * seed) * 0.004) + Math.cos(y * 0.006 + seed);
        for (int c = 0; c < 3; c++) {
          row[3 * x + c] = (int) (128 + 45 * wave + 8 * c) + random.nextInt(NOISE) - 12;
        }
      }
      raster.setPixels(0, y, WIDTH, 1, row);
    }
    return image;
  }

  private void name(Path names, int number) throws IOException {
    for (int i = 0; i < number; i++) {
      Path photo = folder.resolve(i % DIFFERENT + ".jpg");
      Path name = names.resolve(i + ".jpg");
      try {
        Files.createLink(name, photo);
      } catch (IOException | UnsupportedOperationException e) {
        Files.copy(photo, name); // also where a file may not have so many names
      }
    }
  }

  /**
   * What work on all photos took.
   *
   * @param imagesPerSecond photos in a second
   * @param heapPeakBytes the most of the Java heap that was in use, garbage included
   * @param heapLeftBytes the most of it that was in use right after a collection: what is needed,
   *     and old garbage at most; empty where nothing was collected
   */
  public record Result(double imagesPerSecond, long heapPeakBytes, OptionalLong heapLeftBytes) {}

  /** Makes all photos a data set of 64x64 pixels. */
  public Result importing() {
    return measured(
        () ->
            DataSets.open(folder.resolve("many").toString(), SIZE, Split.TRAIN, folder, progress));
  }

  /** Scores all photos in their own size by their pixels, against ten. */
  public Result scoring() {
    TorchEngine.start(Progress.NONE);
    Comparison comparison =
        new Comparison(
            new Comparison.RealFolder(folder.resolve("few")),
            Optional.of(
                new Comparison.GeneratedFolder(folder.resolve("many"), OptionalInt.empty())),
            PixelKind.PIXELS.usual(),
            Set.of(FidMetric.FID),
            OptionalInt.empty(),
            Optional.empty(),
            false);
    return measured(() -> new Comparisons(folder).run(comparison, progress));
  }

  private Result measured(Runnable work) {
    try (HeapWatch heap = new HeapWatch()) {
      long begun = System.nanoTime();
      work.run();
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Result(count / seconds, heap.peakBytes(), heap.leftBytes());
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
