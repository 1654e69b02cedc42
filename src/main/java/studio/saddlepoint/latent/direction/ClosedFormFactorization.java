package studio.saddlepoint.latent.direction;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.FirstWeight;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Directions from weights alone (SeFa, Shen and Zhou 2021, equation 6): those along which the first
 * weights A move their outputs most, the eigenvectors of {@code A^T A} with the largest
 * eigenvalues. No picture is drawn and no label is needed.
 *
 * @param eigenvalues {@code (K)}, falling
 * @param directions unit vectors {@code (K, D)}
 */
public record ClosedFormFactorization(double[] eigenvalues, double[][] directions) {
  /**
   * Factorises weights.
   *
   * @param weights all of which read the same code, stacked along their outputs
   * @param normalise whether each output counts the same, as in the authors' code
   * @param count K
   * @throws StudioException if there are no weights, or not so many directions
   */
  public static ClosedFormFactorization of(
      List<FirstWeight> weights, boolean normalise, int count) {
    if (weights.isEmpty()) {
      throw new StudioException(
          "There are no weights that read the code by themselves, so they cannot be factorised.");
    }
    int size = weights.get(0).size();
    Counts.require(count, size);
    return ArrayScopes.withoutGradients(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            EigenVectors found = EigenVectors.largest(gram(weights, normalise, manager), count);
            return new ClosedFormFactorization(found.values(), found.vectors());
          }
        });
  }

  /** A^T A (D, D) of all weights together. */
  private static NDArray gram(List<FirstWeight> weights, boolean normalise, NDManager manager) {
    int size = weights.get(0).size();
    NDArray sum = manager.create(new double[size * size], new Shape(size, size));
    for (FirstWeight each : weights) {
      double[] rows = each.doubles();
      if (normalise) {
        unitRows(rows, size);
      }
      NDArray a = manager.create(rows, new Shape(each.outputs(), size));
      sum = sum.add(a.transpose().matMul(a));
    }
    return sum;
  }

  /** An output that reads nothing stays as it is. */
  private static void unitRows(double[] rows, int size) {
    for (int at = 0; at < rows.length; at += size) {
      double squares = 0;
      for (int i = 0; i < size; i++) {
        squares += rows[at + i] * rows[at + i];
      }
      double scale = squares > 0 ? 1 / Math.sqrt(squares) : 1;
      for (int i = 0; i < size; i++) {
        rows[at + i] *= scale;
      }
    }
  }
}
