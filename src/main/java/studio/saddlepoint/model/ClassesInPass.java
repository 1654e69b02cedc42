package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Span;

/** Takes the class off a code (N, Z + K) and tells it to every layer inside. */
final class ClassesInPass extends ContextLayer {
  private final Layer inner;
  private final int latent;

  /**
   * Layers that are told the class.
   *
   * @param inner the layers, which take (N, Z)
   * @param latent Z
   */
  ClassesInPass(Layer inner, int latent) {
    this.inner = addChildBlock("inner", inner);
    this.latent = latent;
  }

  @Override
  public NDArray apply(NDArray w, ForwardContext context) {
    NDArray z = w.get(new NDIndex(":, :" + latent));
    return inner.apply(z, context.withClasses(w.get(new NDIndex(":, " + latent + ":"))));
  }

  @Override
  public List<NDArray> inputWeights() {
    return inner.inputWeights();
  }

  @Override
  public NDArray applyStages(NDArray w, ForwardContext context, int stages) {
    NDArray z = w.get(new NDIndex(":, :" + latent));
    return inner.applyStages(
        z, context.withClasses(w.get(new NDIndex(":, " + latent + ":"))), stages);
  }

  @Override
  public String script(ScriptPass pass, String w) {
    String z = pass.part(w, 1, 0, latent);
    return inner.script(pass.withClasses(pass.part(w, 1, latent, -1)), z);
  }

  @Override
  public Optional<Span> reachesFrom(Layer part, Span output) {
    return inner.reachesFrom(part, output).or(() -> super.reachesFrom(part, output));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return inner.getOutputShapes(new Shape[] {new Shape(in.get(0), latent)})[0];
  }
}
