package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.Optional;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Span;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * The two halves of a generator with a mapping network, as one tree of layers, and the running mean
 * of w (Karras et al. 2019, appendix B), a buffer that is zero until it is first moved.
 */
final class MappedGenerator extends ContextLayer {
  private final Layer mapping;
  private final Layer synthesis;
  private final WSpace space;
  private final Parameter mean;

  /**
   * Two halves.
   *
   * @param mapping (N, Z + K) to (N, D) or (N, L, D)
   * @param synthesis w to pictures
   * @param space of w
   */
  MappedGenerator(Layer mapping, Layer synthesis, WSpace space) {
    this.mapping = addChildBlock("mapping", mapping);
    this.synthesis = addChildBlock("synthesis", synthesis);
    this.space = space;
    mean = buffer("meanW", new Shape(space.size()), Initializer.ZEROS);
  }

  /** The space of w. */
  WSpace space() {
    return space;
  }

  /** The second half. */
  Layer synthesis() {
    return synthesis;
  }

  /** The running mean (D) of w. */
  NDArray mean() {
    return mean.getArray();
  }

  /** (N, Z + K) to w, (N, L, D) or (N, D). */
  NDArray map(NDArray code, ForwardContext context) {
    NDArray w = mapping.apply(code, context);
    boolean shared = space.layers() > 0 && w.getShape().dimension() == 2;
    return shared ? w.expandDims(1).repeat(1, space.layers()) : w;
  }

  /** w to pictures. */
  NDArray synthesize(NDArray w, ForwardContext context) {
    return synthesis.apply(w, context.withStyles(w));
  }

  @Override
  public NDArray apply(NDArray code, ForwardContext context) {
    return synthesize(map(code, context), context);
  }

  @Override
  public String script(ScriptPass pass, String code) {
    return scriptSynthesis(pass, scriptMap(pass, code));
  }

  /** {@link #map}, written down. */
  String scriptMap(ScriptPass pass, String code) {
    String w = mapping.script(pass, code);
    return space.layers() > 0
        ? pass.let(
            ScriptText.of("torch.repeat(torch.unsqueeze(%s, 1), [1, %d, 1])", w, space.layers()))
        : w;
  }

  /** {@link #synthesize}, written down. */
  String scriptSynthesis(ScriptPass pass, String w) {
    return synthesis.script(pass.withStyles(w, space.layers() > 0), w);
  }

  @Override
  public Optional<Span> reachesFrom(Layer part, Span output) {
    return synthesis.reachesFrom(part, output).or(() -> super.reachesFrom(part, output));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return synthesis.getOutputShapes(new Shape[] {space.shape(Math.toIntExact(in.get(0)))})[0];
  }
}
