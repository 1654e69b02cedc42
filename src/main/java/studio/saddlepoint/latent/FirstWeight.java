package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.model.CodeWeight;

/**
 * A weight that reads a code before anything else of the generator does, in main memory.
 *
 * @param row the row of w that it reads, from 0; 0 too where there are no rows
 * @param outputs O
 * @param size numbers of the code that it reads, D
 * @param values {@code (O, D)}
 */
public record FirstWeight(int row, int outputs, int size, float[] values) {
  /** Copies a weight. */
  static FirstWeight of(CodeWeight weight) {
    NDArray matrix = weight.matrix();
    return new FirstWeight(
        weight.row(),
        Math.toIntExact(matrix.getShape().get(0)),
        Math.toIntExact(matrix.getShape().get(1)),
        matrix.toFloatArray());
  }

  /** The values as doubles, a copy. */
  public double[] doubles() {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
