package studio.saddlepoint.train.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;

/**
 * Euclidean distances between the rows of two sets of features. They come from products of rows
 * less their mean, in single precision: near enough for means and for what is much nearer than
 * something else, not for what metrics quote.
 *
 * @param rows of the first set
 * @param columns of the second set
 * @param values (rows, columns); not to be changed
 */
record Distances(int rows, int columns, float[] values) {
  /** Distances of each row of a set to each row of another. */
  static Distances between(Features from, Features to, NDManager manager) {
    float[] squared =
        ArrayScopes.scoped(
            () ->
                Autograd.without(
                    true,
                    () -> {
                      NDArray b = array(to, manager);
                      NDArray mean = b.mean(new int[] {0}, true);
                      NDArray x = array(from, manager).sub(mean);
                      NDArray y = b.sub(mean);
                      NDArray products = Scalars.mul(x.matMul(y.transpose()), -2);
                      return products
                          .add(x.square().sum(new int[] {1}, true))
                          .add(y.square().sum(new int[] {1}, true).transpose())
                          .toFloatArray();
                    }));
    for (int i = 0; i < squared.length; i++) {
      squared[i] = (float) Math.sqrt(Math.max(0, squared[i]));
    }
    return new Distances(from.count(), to.count(), squared);
  }

  private static NDArray array(Features features, NDManager manager) {
    return ArrayScopes.of(
        manager, features.rows(), new Shape(features.count(), features.dimension()));
  }

  /** The distance of a row to a row of the second set. */
  float at(int row, int column) {
    return values[row * columns + column];
  }

  /** The mean of all. */
  double mean() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The mean between different rows of one set, which both sets are. */
  double meanBetween() {
    // a row has no distance to itself
    return mean() * columns / (columns - 1);
  }

  /** The mean between different rows that have the same class, a row of one set; NaN below two. */
  double meanWithin(int[] classes, int wanted) {
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        if (classes[i] == wanted && classes[j] == wanted) {
          sum += at(i, j);
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  /**
   * The nearest row of the second set.
   *
   * @param row of the first set
   * @param but a row of the second that does not count; below 0 where all count
   */
  int nearest(int row, int but) {
    int best = but == 0 ? 1 : 0;
    for (int j = best + 1; j < columns; j++) {
      if (j != but && at(row, j) < at(row, best)) {
        best = j;
      }
    }
    return best;
  }
}
