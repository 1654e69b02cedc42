package studio.saddlepoint.nn.minibatch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Span;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Layers that see a fixed reference batch with every batch, as virtual batch norm needs it: the
 * reference batch goes first through the same layers, and is taken off the output.
 *
 * <p>The reference batch is a buffer of the network, so that checkpoints and snapshots hold it. A
 * generator's is its initializer's random codes and stays as it is; a discriminator's is set to
 * real pictures once, by {@link #setReference}, before the first step.
 *
 * <p>Where the pass tells classes, reference examples count as an equal mixture of them.
 */
public final class WithReference extends ContextLayer {
  private final Layer inner;
  private final Parameter reference;

  /**
   * Layers with a reference batch.
   *
   * @param inner the layers
   * @param batch shape of the reference batch, (R, ...)
   * @param initializer of the reference batch
   */
  public WithReference(Layer inner, Shape batch, Initializer initializer) {
    this.inner = addChildBlock("inner", inner);
    reference = buffer("reference", batch, initializer);
  }

  /**
   * Sets the reference batch.
   *
   * @param batch (R, ...), of the shape given at first
   */
  public void setReference(NDArray batch) {
    Autograd.without(
        () -> {
          Ops.copyInto(List.of(reference.getArray()), List.of(batch));
          return batch;
        });
  }

  /** The reference batch (R, ...). */
  public NDArray reference() {
    return reference.getArray();
  }

  /** How many examples the reference batch has, R. */
  public int references() {
    return Math.toIntExact(reference.getShape().get(0));
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return beside(x, context, inner::apply);
  }

  @Override
  public List<NDArray> inputWeights() {
    return inner.inputWeights();
  }

  @Override
  public NDArray applyStages(NDArray x, ForwardContext context, int stages) {
    return beside(x, context, (all, inside) -> inner.applyStages(all, inside, stages));
  }

  private NDArray beside(
      NDArray x, ForwardContext context, BiFunction<NDArray, ForwardContext, NDArray> layers) {
    int count = references();
    ForwardContext inside = context.withReferences(count);
    if (context.hasClasses()) {
      NDArray classes = context.classes();
      long kinds = classes.getShape().get(1);
      NDArray equal = Scalars.div(classes.getManager().ones(new Shape(count, kinds)), kinds);
      inside = inside.withClasses(NDArrays.concat(new NDList(equal, classes)));
    }
    NDArray all = NDArrays.concat(new NDList(reference.getArray(), x));
    return layers.apply(all, inside).get(new NDIndex(count + ":"));
  }

  @Override
  public String script(ScriptPass pass, String x) {
    int count = references();
    ScriptPass inside =
        pass.classes()
            .map(classes -> pass.withClasses(pass.joined(0, equal(pass, classes, count), classes)))
            .orElse(pass)
            .withReferences(count);
    String all = pass.joined(0, pass.array(reference.getArray()), x);
    return pass.part(inner.script(inside, all), 0, count, -1);
  }

  /** Equal shares (R, K) of all classes. */
  private static String equal(ScriptPass pass, String classes, int count) {
    String one = pass.let("torch.ones_like(torch.narrow(" + classes + ", 0, 0, 1))");
    return pass.let(
        ScriptText.of(
            "torch.expand(torch.div(%s, torch.size(%s, 1)), [%d, -1])", one, classes, count));
  }

  @Override
  public Optional<Span> seesFrom(Layer part, Span output) {
    return inner.seesFrom(part, output).or(() -> super.seesFrom(part, output));
  }

  @Override
  public Optional<Span> reachesFrom(Layer part, Span output) {
    return inner.reachesFrom(part, output).or(() -> super.reachesFrom(part, output));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return inner.getOutputShapes(new Shape[] {in})[0];
  }
}
