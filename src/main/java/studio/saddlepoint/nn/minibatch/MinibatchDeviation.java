package studio.saddlepoint.nn.minibatch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.LayerOps;

/**
 * Minibatch standard deviation (Karras et al. 2018, section 3): (N, C, H, W) to (N, C + features,
 * H, W), so that a discriminator sees when pictures look alike. Groups are as large as asked for,
 * or the next smaller size that divides the batch.
 */
public final class MinibatchDeviation extends ContextLayer {
  private final int group;
  private final int features;

  /**
   * Minibatch standard deviation.
   *
   * @param group pictures compared with each other; 4 in the paper
   * @param features channels added; 1 in the paper
   */
  public MinibatchDeviation(int group, int features) {
    this.group = group;
    this.features = features;
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
    long n = x.getShape().get(0);
    int size = (int) Math.min(group, n);
    while (n % size != 0) {
      size--;
    }
    return LayerOps.minibatchDeviation(x, size, features);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), in.get(1) + features, in.get(2), in.get(3));
  }
}
