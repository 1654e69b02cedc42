package studio.saddlepoint.metrics.feature;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.core.StudioException;

/**
 * Statistics in the form that the Python tools share: an .npz file with {@code mu} {@code (d)} and
 * {@code sigma} {@code (d, d)}. Files written here also tell the number of images, {@code count},
 * the extractor's label and id, {@code extractor} and {@code extractor_id}, and the size of the
 * images, {@code images}, where that matters; other tools ignore them.
 *
 * @param statistics mean and covariance; the number of images is 0 where it is not told
 * @param extractor label of what made the features; empty where it is not told
 * @param id id of what made the features, see {@code FeatureExtractor}; empty where it is not told
 * @param images width and height of the images, {@code 32x32}; empty where it is not told or all
 *     sizes compare
 */
public record StatisticsFile(
    FeatureStatistics statistics, String extractor, String id, String images) {
  private static final String MEAN = "mu";
  private static final String COVARIANCE = "sigma";
  private static final String COUNT = "count";
  private static final String EXTRACTOR = "extractor";
  private static final String ID = "extractor_id";
  private static final String IMAGES = "images";
  private static final double ASYMMETRY = 1e-4;

  /**
   * Reads a file.
   *
   * @param file an .npz
   * @throws StudioException if it is none, or its numbers are no mean and covariance
   */
  public static StatisticsFile read(Path file) {
    Npz npz = Npz.read(file, Set.of(MEAN, COVARIANCE, COUNT, EXTRACTOR, ID, IMAGES));
    Npy mean = npz.arrays().get(MEAN);
    Npy covariance = npz.arrays().get(COVARIANCE);
    if (mean == null || covariance == null) {
      throw refused(
          file,
          "has no arrays \"mu\" and \"sigma\" but "
              + (npz.names().isEmpty() ? "nothing" : String.join(", ", npz.names())));
    }
    int d = mean.values().length;
    int[] shape = covariance.shape();
    if (d == 0 || shape.length != 2 || shape[0] != d || shape[1] != d) {
      throw refused(
          file,
          English.of("has a mean %s and a covariance %s, which do not fit", mean, covariance));
    }
    checkFinite(file, MEAN, mean.values());
    checkFinite(file, COVARIANCE, covariance.values());
    Npy count = npz.arrays().get(COUNT);
    checkVariances(file, covariance.values(), d);
    return new StatisticsFile(
        new FeatureStatistics(
            count == null || count.values().length != 1 ? 0 : Math.max(0, (long) count.values()[0]),
            mean.values(),
            symmetric(file, covariance.values(), d)),
        text(npz, EXTRACTOR),
        text(npz, ID),
        text(npz, IMAGES));
  }

  /**
   * Writes or replaces a file, so that it is whole or not there.
   *
   * @param file an .npz
   * @throws StudioException if it cannot be written
   */
  public void write(Path file) {
    int d = statistics.dimension();
    Map<String, Npy> arrays = new LinkedHashMap<>();
    arrays.put(MEAN, Npy.of(statistics.mean(), d));
    arrays.put(COVARIANCE, Npy.of(statistics.covariance(), d, d));
    if (statistics.count() > 0) {
      arrays.put(COUNT, Npy.of(new double[] {statistics.count()}));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(EXTRACTOR, extractor);
    texts.put(ID, id);
    texts.put(IMAGES, images);
    texts.values().removeIf(String::isEmpty);
    texts.forEach((name, text) -> arrays.put(name, Npy.of(text)));
    Npz.write(file, arrays);
  }

  private static String text(Npz npz, String name) {
    Npy array = npz.arrays().get(name);
    return array == null ? "" : array.text();
  }

  private static void checkVariances(Path file, double[] covariance, int d) {
    for (int i = 0; i < d; i++) {
      if (covariance[i * d + i] < 0) {
        throw refused(
            file,
            English.of(
                "has a negative variance in \"sigma\" (%s in row %d)", covariance[i * d + i], i));
      }
    }
  }

  private static void checkFinite(Path file, String name, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw refused(file, English.of("has %s in \"%s\"", value, name));
      }
    }
  }

  /** The matrix with equal halves; refuses halves that are apart by more than rounding. */
  private static double[] symmetric(Path file, double[] matrix, int d) {
    double largest = 0;
    for (double value : matrix) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] halves = new double[matrix.length];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double one = matrix[i * d + j];
        double other = matrix[j * d + i];
        if (Math.abs(one - other) > ASYMMETRY * largest) {
          throw refused(
              file,
              String.format(
                  Locale.ENGLISH,
                  "has a \"sigma\" that is not symmetric (%.4g and %.4g)",
                  one,
                  other));
        }
        halves[i * d + j] = one == other ? one : (one + other) / 2;
      }
    }
    return halves;
  }

  private static StudioException refused(Path file, String what) {
    return new StudioException(
        English.of(
            "%s %s. Choose an .npz file with a mean \"mu\" (d) and a covariance \"sigma\" (d, d).",
            file, what));
  }
}
