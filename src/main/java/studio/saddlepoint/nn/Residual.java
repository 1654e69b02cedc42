package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** The sum of two ways from input to output (He et al. 2016), which end with the same shape. */
public final class Residual extends ContextLayer {
  private final Layer main;
  private final Layer skip;

  /**
   * A sum of two ways.
   *
   * @param main the long way
   * @param skip the short way; an empty {@link Sequence} hands the input on as it is
   */
  public Residual(Layer main, Layer skip) {
    this.main = addChildBlock("main", main);
    this.skip = addChildBlock("skip", skip);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return context.through(main, x).add(context.through(skip, x));
  }

  @Override
  public Span sees(Span output) {
    return main.sees(output).with(skip.sees(output));
  }

  @Override
  public Span reaches(Span input) {
    return main.reaches(input).with(skip.reaches(input));
  }

  @Override
  public Optional<Span> seesFrom(Layer part, Span output) {
    return part == this
        ? super.seesFrom(part, output)
        : main.seesFrom(part, output).or(() -> skip.seesFrom(part, output));
  }

  @Override
  public Optional<Span> reachesFrom(Layer part, Span output) {
    return main.reachesFrom(part, output)
        .or(() -> skip.reachesFrom(part, output))
        .or(() -> super.reachesFrom(part, output));
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.let("torch.add(" + main.script(pass, x) + ", " + skip.script(pass, x) + ")");
  }

  @Override
  protected Shape outputShape(Shape in) {
    return main.outputShape(in);
  }
}
