package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.List;
import java.util.Optional;

/** A DJL Block of one array in, one array out, whose weights' shapes are known when it is made. */
public abstract class Layer extends AbstractBlock {

  /**
   * Computes the output.
   *
   * @param x the input, of the shape that the layer documents
   * @param training whether statistics come from this batch (and move the running ones)
   */
  public abstract NDArray apply(NDArray x, boolean training);

  /**
   * Computes the output with all that the pass tells. Most layers need no more than whether it is
   * training; those that do are {@link ContextLayer}s.
   *
   * @param x the input, of the shape that the layer documents
   * @param context what the pass tells
   */
  public NDArray apply(NDArray x, ForwardContext context) {
    return apply(x, context.training());
  }

  /**
   * Computes the output where nobody needs the input any more, so that it may be written over.
   *
   * @param x as of {@link #apply}, made by a layer that {@linkplain #makesSpare makes spare arrays}
   * @param context what the pass tells
   */
  public NDArray applyOver(NDArray x, ForwardContext context) {
    return apply(x, context);
  }

  /** Whether its output is memory of its own, whose numbers its gradients do not need. */
  public boolean makesSpare() {
    return false;
  }

  /**
   * The running statistics of this layer and those within it: what depends on which inputs were
   * seen, and is gathered anew by passes of {@link ForwardContext#standing}.
   */
  public List<NDArray> statistics() {
    return getChildren().values().stream()
        .filter(Layer.class::isInstance)
        .flatMap(child -> ((Layer) child).statistics().stream())
        .toList();
  }

  /**
   * The weights, each (O, I), that multiply the input (N, I) before anything else happens to it;
   * empty where there are none. Weights of a spectral norm are as they are before it, which only
   * scales them.
   */
  public List<NDArray> inputWeights() {
    return List.of();
  }

  /** The weights by which this layer and those within it read the pass's styles. */
  public List<StyleWeight> styleWeights() {
    return getChildren().values().stream()
        .filter(Layer.class::isInstance)
        .flatMap(child -> ((Layer) child).styleWeights().stream())
        .toList();
  }

  /** Whether a stage begins with this layer: it has weights, and its output another shape. */
  public boolean beginsStage(Shape input) {
    return !getParameters().isEmpty() && !outputShape(input).equals(input);
  }

  /**
   * Computes what the first stages of this layer make; all of it where it has no more stages.
   *
   * @param x the input, of the shape that the layer documents
   * @param context what the pass tells
   * @param stages how many, at least 1
   */
  public NDArray applyStages(NDArray x, ForwardContext context, int stages) {
    return apply(x, context);
  }

  /** The window through which its output sees its input; the whole of it where nobody has said. */
  public Window window() {
    return Window.ALL;
  }

  /** What places of its output see of its input, outside training. */
  public Span sees(Span output) {
    return window().sees(output);
  }

  /** The places of its output that see any of these of its input, outside training. */
  public Span reaches(Span input) {
    return window().reaches(input);
  }

  /**
   * What places of the output of a layer within see of this one's input; theory, which gradients
   * never go beyond.
   *
   * @param part this, or a layer within
   * @param output places of the part's output
   * @return empty where it is not within, or in layers whose order is not told
   */
  public Optional<Span> seesFrom(Layer part, Span output) {
    return part == this ? Optional.of(sees(output)) : Optional.empty();
  }

  /**
   * The places of this one's output that see any of these of the output of a layer within.
   *
   * @param part this, or a layer within
   * @param output places of the part's output
   * @return empty where it is not within, or in layers whose order is not told
   */
  public Optional<Span> reachesFrom(Layer part, Span output) {
    return part == this ? Optional.of(output) : Optional.empty();
  }

  /**
   * Writes down what it computes outside training, as TorchScript. All layers of generators do.
   *
   * @param pass where it goes, and what the pass tells
   * @param x the input: a variable or another expression
   * @return the output's variable
   */
  public String script(ScriptPass pass, String x) {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " is no layer of a generator");
  }

  /** The output's shape for an input's shape. */
  protected abstract Shape outputShape(Shape input);

  /** Declares a weight that training moves. */
  protected final Parameter weight(String name, Shape shape, Initializer initializer) {
    return declare(name, shape, initializer, true);
  }

  /** Declares a running value that forward passes move, not training. */
  protected final Parameter buffer(String name, Shape shape, Initializer initializer) {
    return declare(name, shape, initializer, false);
  }

  private Parameter declare(String name, Shape shape, Initializer initializer, boolean trained) {
    Parameter made =
        addParameter(
            Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.OTHER)
                .optShape(shape)
                .optInitializer(initializer)
                .optRequiresGrad(trained)
                .build());
    return made;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    return new NDList(apply(inputs.singletonOrThrow(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {outputShape(inputShapes[0])};
  }

  @Override
  protected void initializeChildBlocks(
      ai.djl.ndarray.NDManager manager,
      ai.djl.ndarray.types.DataType dataType,
      Shape... inputShapes) {
    getChildren().values().forEach(child -> child.initialize(manager, dataType, inputShapes));
  }
}
