package studio.saddlepoint.metrics.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.FactorDataSet;
import studio.saddlepoint.latent.direction.Attribute;

/** What there is to learn of each image of a data set: its class, and measures of its factors. */
final class AttributeTargets {
  private static final int FOR_MOMENTS = 5000;

  private final DataSet set;
  private final int classes;
  private final Optional<FactorDataSet> factors;

  /**
   * The targets of a data set.
   *
   * @throws StudioException if it has neither two classes nor factors
   */
  AttributeTargets(DataSet set) {
    this.set = set;
    this.classes = set.classNames().size() < 2 ? 0 : set.classNames().size();
    this.factors = set.withFactors();
    if (classes == 0 && factors.isEmpty()) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" has no labels of two or more classes and no known factors, so nothing can be learnt about its pictures. Find directions without labels: by sefa or pca.",
              set.name()));
    }
  }

  /** What is told, the classes first. */
  List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>();
    if (classes > 0) {
      set.classNames().forEach(each -> all.add(new Attribute(each, Attribute.Kind.CLASS)));
    }
    factors
        .map(FactorDataSet::measureNames)
        .orElse(List.of())
        .forEach(each -> all.add(new Attribute(each, Attribute.Kind.FACTOR)));
    return all;
  }

  /** How many classes are told; 0 where there are fewer than two. */
  int classes() {
    return classes;
  }

  /** How many measures are told. */
  int measures() {
    return factors.map(each -> each.measureNames().size()).orElse(0);
  }

  /** The images that can be learnt from. */
  int[] images() {
    return IntStream.range(0, set.size()).filter(i -> classes == 0 || set.label(i) >= 0).toArray();
  }

  /** The labels of images. */
  long[] labels(int[] images) {
    return Arrays.stream(images).mapToLong(set::label).toArray();
  }

  /**
   * Measures of images at zero mean and unit deviation.
   *
   * @return (N, F), one after the other
   */
  float[] measures(int[] images, Moments moments) {
    float[] all = new float[images.length * measures()];
    for (int i = 0; i < images.length; i++) {
      double[] measured = measured(images[i]);
      for (int f = 0; f < measured.length; f++) {
        all[i * measured.length + f] =
            (float) ((measured[f] - moments.mean()[f]) / moments.deviation()[f]);
      }
    }
    return all;
  }

  /** Measures of one image, in their own units. */
  double[] measured(int image) {
    return factors.map(each -> each.measures(image)).orElse(new double[0]);
  }

  /**
   * Mean and deviation of each measure.
   *
   * @param mean {@code (F)}
   * @param deviation {@code (F)}, above 0
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Moments(double[] mean, double[] deviation) {}

  /** Those of the first images. */
  Moments moments(int[] images) {
    int count = Math.min(images.length, FOR_MOMENTS);
    double[] mean = new double[measures()];
    double[] square = new double[measures()];
    for (int i = 0; i < count; i++) {
      double[] measured = measured(images[i]);
      for (int f = 0; f < mean.length; f++) {
        mean[f] += measured[f] / count;
        square[f] += measured[f] * measured[f] / count;
      }
    }
    double[] deviation = new double[mean.length];
    Arrays.setAll(
        deviation,
        f -> {
          double variance = square[f] - mean[f] * mean[f];
          return variance > 0 ? Math.sqrt(variance) : 1;
        });
    return new Moments(mean, deviation);
  }
}
