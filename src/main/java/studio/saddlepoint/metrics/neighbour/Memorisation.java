package studio.saddlepoint.metrics.neighbour;

import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;

/**
 * The measure of how far a generator gives back its training images: for each generated image, the
 * distance to the nearest training image over that to the nearest held-out image, of equally many
 * of both. What is new is as near to either, a ratio about 1; a copy has 0.
 */
public final class Memorisation {
  private Memorisation() {}

  /**
   * The ratios.
   *
   * @param train features of training images
   * @param heldOut features of images that were kept apart
   * @param fake features of generated images
   * @param progress told how far it is
   * @return one for each generated image; infinite for the copy of a held-out one
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double[] ratios(
      Features train, Features heldOut, Features fake, Progress progress) {
    int equal = Math.min(train.count(), heldOut.count());
    double[] toTrain = nearest(train.first(equal), fake, progress.part(0, 0.5));
    double[] toHeldOut = nearest(heldOut.first(equal), fake, progress.part(0.5, 1));
    double[] ratios = new double[fake.count()];
    for (int f = 0; f < ratios.length; f++) {
      ratios[f] = toTrain[f] == toHeldOut[f] ? 1 : toTrain[f] / toHeldOut[f];
    }
    return ratios;
  }

  private static double[] nearest(Features real, Features fake, Progress progress) {
    try (PairDistances distances = new PairDistances(real, fake)) {
      Nearest nearest = new Nearest(1, real.count(), fake.count());
      distances.forEachBlock(progress, nearest);
      double[] found = new double[fake.count()];
      for (int f = 0; f < found.length; f++) {
        found[f] = distances.distance(nearest.squared(f)[0]);
      }
      return found;
    }
  }
}
