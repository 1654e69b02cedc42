package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;

/**
 * The class of a code as a learnt vector: (N, Z + K) to (N, Z + E), where K numbers are one-hot or
 * shares of a mixture, which mixes the vectors.
 */
final class ClassEmbedding extends Layer {
  private final int latent;
  private final Parameter table;

  /**
   * An embedding of classes.
   *
   * @param latent Z
   * @param classes K
   * @param size E
   * @param initializer of the table (K, E)
   */
  ClassEmbedding(int latent, int classes, int size, Initializer initializer) {
    this.latent = latent;
    table = weight("table", new Shape(classes, size), initializer);
  }

  @Override
  public NDArray apply(NDArray w, boolean training) {
    NDArray z = w.get(new NDIndex(":, :" + latent));
    NDArray classes = w.get(new NDIndex(":, " + latent + ":"));
    return NDArrays.concat(new NDList(z, classes.matMul(table.getArray())), 1);
  }

  /** Codes pass by it. */
  @Override
  public boolean beginsStage(Shape input) {
    return false;
  }

  @Override
  public String script(ScriptPass pass, String w) {
    String classes = pass.part(w, 1, latent, -1);
    String vectors =
        pass.let("torch.matmul(" + classes + ", " + pass.array(table.getArray()) + ")");
    return pass.joined(1, pass.part(w, 1, 0, latent), vectors);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), latent + table.getShape().get(1));
  }
}
