package studio.saddlepoint.nn.minibatch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.LayerOps;

/**
 * Minibatch discrimination (Salimans et al. 2016, section 3.2): (N, A) to (N, A + B), where the
 * features added tell how near the others of the batch are.
 */
public final class MinibatchDiscrimination extends ContextLayer {
  private final Parameter tensor;

  /**
   * Minibatch discrimination.
   *
   * @param from A
   * @param kernels B, how many features are added
   * @param size C, the length of the vectors that are compared
   * @param initializer of the tensor (A, B, C)
   */
  public MinibatchDiscrimination(int from, int kernels, int size, Initializer initializer) {
    tensor = weight("tensor", new Shape(from, kernels, size), initializer);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    int references = context.references();
    if (references == 0) {
      return apart(x);
    }
    return NDArrays.concat(
        new NDList(
            apart(x.get(new NDIndex(":" + references))),
            apart(x.get(new NDIndex(references + ":")))));
  }

  private NDArray apart(NDArray x) {
    return LayerOps.minibatchDiscrimination(x, tensor.getArray());
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), in.get(1) + tensor.getShape().get(1));
  }
}
