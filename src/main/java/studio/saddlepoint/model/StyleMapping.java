package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.style.EqualizedLinear;
import studio.saddlepoint.recipe.network.GeneratorSettings;

/**
 * The mapping network of style-based generators (Karras et al. 2019, section 2): z to unit mean
 * square, then dense layers whose learning rate is a hundredth of the others'. The numbers of a
 * class are brought to unit mean square by themselves and joined to z (StyleGAN2-ADA).
 */
final class StyleMapping extends MappingNetwork {
  /** The multiplier of its learning rate (Karras et al. 2019, appendix C). */
  static final double MULTIPLIER = 0.01;

  /** Keeps the variance behind leaky ReLU. */
  private static final double GAIN = Math.sqrt(2);

  private final Layer norm = StatelessLayer.pixelNorm();
  private final Sequence dense = new Sequence();
  private final WSpace space;
  private final int latent;
  private final int inputs;

  /**
   * A mapping network.
   *
   * @param latent numbers of z
   * @param inputs numbers of z and of the class
   * @param layers how many dense layers, at least 1
   * @param space of w
   * @param activation makes what follows each layer
   * @param random where first weights come from
   */
  StyleMapping(
      int latent,
      int inputs,
      int layers,
      WSpace space,
      Supplier<Layer> activation,
      RandomGenerator random) {
    this.latent = latent;
    this.inputs = inputs;
    this.space = space;
    addChildBlock("dense", dense);
    for (int i = 0; i < layers; i++) {
      int from = i == 0 ? inputs : space.size();
      dense.add(new EqualizedLinear(from, space.size(), MULTIPLIER, random)).add(activation.get());
    }
  }

  /**
   * That of a recipe's generator, with a row of w for each of its styled layers; w is as long as z.
   *
   * @param spec the generator's; its inputs are the numbers of z and of the class
   */
  static StyleMapping of(NetworkSpec spec) {
    GeneratorSettings settings = spec.recipe().generator();
    int latent = settings.latentSize();
    return new StyleMapping(
        latent,
        spec.inputs(),
        settings.mapping().layers(),
        new WSpace(settings.architecture().styledLayers(spec.shape().height()), latent),
        () -> spec.factory().withoutDropout().activationWithGain(GAIN),
        spec.random());
  }

  @Override
  WSpace space() {
    return space;
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return dense.apply(normed(x, context), context);
  }

  private NDArray normed(NDArray x, ForwardContext context) {
    if (x.getShape().get(1) == latent) {
      return norm.apply(x, context);
    }
    NDArray z = x.get(new NDIndex(":, :" + latent));
    NDArray ofClass = x.get(new NDIndex(":, " + latent + ":"));
    return NDArrays.concat(new NDList(norm.apply(z, context), norm.apply(ofClass, context)), 1);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return dense.script(pass, scriptNormed(pass, x));
  }

  private String scriptNormed(ScriptPass pass, String x) {
    if (inputs == latent) {
      return norm.script(pass, x);
    }
    String z = norm.script(pass, pass.part(x, 1, 0, latent));
    return pass.joined(1, z, norm.script(pass, pass.part(x, 1, latent, -1)));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), space.size());
  }
}
