package studio.saddlepoint.latent.direction;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.saddlepoint.latent.CodeGradient;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Codes whose attributes are known: a matrix times the code, bent or not.
 *
 * @param codes (N, D)
 * @param attributes K
 * @param matrix (K, D)
 * @param bend of each attribute
 */
record KnownCodes(
    float[][] codes, List<Attribute> attributes, float[][] matrix, UnaryOperator<NDArray> bend)
    implements JudgedCodes {

  static KnownCodes linear(float[][] codes, float[][] matrix) {
    return new KnownCodes(codes, factors(matrix.length), matrix, UnaryOperator.identity());
  }

  static List<Attribute> factors(int count) {
    List<Attribute> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      all.add(new Attribute("factor " + k, Attribute.Kind.FACTOR));
    }
    return all;
  }

  private static float[] flat(float[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return all;
  }

  private NDArray told(NDArray offsets) {
    NDManager manager = offsets.getManager();
    NDArray weights =
        ArrayScopes.of(manager, flat(matrix), new Shape(matrix.length, matrix[0].length));
    NDArray begun = ArrayScopes.of(manager, flat(codes), offsets.getShape());
    return bend.apply(begun.add(offsets).matMul(weights.transpose()));
  }

  @Override
  public double[][] judge(float[][] offsets) {
    float[] all = ArrayScopes.withoutGradients(() -> told(array(offsets)).toFloatArray());
    double[][] rows = new double[codes.length][matrix.length];
    for (int i = 0; i < all.length; i++) {
      rows[i / matrix.length][i % matrix.length] = all[i];
    }
    return rows;
  }

  private static NDArray array(float[][] offsets) {
    return ArrayScopes.of(
        TorchEngine.manager(Device.cpu()),
        flat(offsets),
        new Shape(offsets.length, offsets[0].length));
  }

  @Override
  public CodeGradient differentiate(float[][] offsets, UnaryOperator<NDArray> of) {
    Autograd.enable(true);
    try {
      return ArrayScopes.scoped(
          () -> {
            NDArray leaf = Autograd.require(array(offsets), true);
            NDArray value = of.apply(told(leaf));
            float[] all = Autograd.gradients(value, List.of(leaf)).get(0).toFloatArray();
            float[][] rows = new float[offsets.length][offsets[0].length];
            for (int i = 0; i < all.length; i++) {
              rows[i / rows[0].length][i % rows[0].length] = all[i];
            }
            return new CodeGradient(value.getFloat(), rows);
          });
    } finally {
      Autograd.enable(false);
    }
  }
}
