package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;

/**
 * A weight that makes the scales or shifts of a layer from a style.
 *
 * @param row which of the pass's styles it reads, counted from the one that its layer is given
 * @param matrix (O, D)
 */
public record StyleWeight(int row, NDArray matrix) {
  /** Those of layers that multiply the style which their own layer is given. */
  public static List<StyleWeight> of(Layer... reading) {
    return Arrays.stream(reading)
        .flatMap(layer -> layer.inputWeights().stream())
        .map(matrix -> new StyleWeight(0, matrix))
        .toList();
  }

  /** The same of a layer that is given another style. */
  public StyleWeight movedBy(int rows) {
    return new StyleWeight(row + rows, matrix);
  }
}
