package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;

/**
 * The beginning of a generator: each channel is one learnt map times a number that a linear map
 * makes of the code, (N, Z) to (N, C, H, W): y[n,c] = basis[c] (W z[n])[c] (R3GAN, Huang et al.
 * 2024, section 3.3). There is no bias.
 */
public final class LearntBasis extends Layer {
  private final Parameter weight;
  private final Parameter basis;

  /**
   * A basis.
   *
   * @param from Z
   * @param to C
   * @param size H and W
   * @param weights first ones of W (C, Z)
   * @param maps first ones of the basis (C, H, W)
   */
  public LearntBasis(int from, int to, int size, Initializer weights, Initializer maps) {
    weight = weight("weight", new Shape(to, from), weights);
    basis = weight("basis", new Shape(to, size, size), maps);
  }

  @Override
  public NDArray apply(NDArray z, boolean training) {
    NDArray amounts = z.matMul(weight.getArray().transpose());
    return amounts.reshape(z.getShape().get(0), -1, 1, 1).mul(basis.getArray());
  }

  @Override
  public List<NDArray> inputWeights() {
    return List.of(weight.getArray());
  }

  @Override
  public String script(ScriptPass pass, String z) {
    String amounts =
        pass.let("torch.linear(" + z + ", " + pass.array(weight.getArray()) + ", None)");
    String spread = pass.reshaped(amounts, weight.getShape().get(0), 1, 1);
    return pass.let("torch.mul(" + spread + ", " + pass.array(basis.getArray()) + ")");
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0)).addAll(basis.getShape());
  }
}
