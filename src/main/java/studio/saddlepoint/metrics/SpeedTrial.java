package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.OptionalDouble;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.pace.Paces;

/** A short try that tells how fast this computer evaluates now: a third of a second of samples. */
public final class SpeedTrial {
  private static final long SEED = 1;
  private static final int IMAGES = 16 * RealFeatures.BATCH;
  private static final double SECONDS = 0.3;

  private SpeedTrial() {}

  /**
   * Makes a few samples and looks at them.
   *
   * @param snapshot what makes the images
   * @param caches the program's folder for caches
   * @param paces told how long that took
   * @param progress told what is done
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static void run(Snapshot snapshot, Path caches, Paces paces, Progress progress) {
    progress.report("Trying how fast this computer is", Double.NaN);
    ImageShape shape = snapshot.shape();
    ExtractorChoice choice = EvaluationWork.simple(shape);
    SnapshotImages images = new SnapshotImages(snapshot, IMAGES, OptionalDouble.empty(), SEED);
    try (FeatureExtractor extractor = Extractors.open(choice, shape, caches, progress)) {
      images.extract(0, RealFeatures.BATCH, extractor); // the first is slow
      long start = System.nanoTime();
      double seconds = 0;
      int done = RealFeatures.BATCH;
      while (done < IMAGES && seconds < SECONDS) {
        progress.checkCancelled();
        images.extract(done, RealFeatures.BATCH, extractor);
        done += RealFeatures.BATCH;
        seconds = (System.nanoTime() - start) / 1e9;
      }
      String generator = Situation.generator(snapshot.recipe());
      paces.took(
          EvaluationWork.samples(choice, shape, generator, done - RealFeatures.BATCH), seconds);
    }
    paces.keep();
  }
}
