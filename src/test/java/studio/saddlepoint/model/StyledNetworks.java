package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.style.AdaptiveInstanceNorm;
import studio.saddlepoint.nn.style.EqualizedConv2d;
import studio.saddlepoint.nn.style.EqualizedLinear;
import studio.saddlepoint.nn.style.ModulatedConv2d;
import studio.saddlepoint.nn.style.NoiseInjection;
import studio.saddlepoint.recipe.Recipe;

/**
 * A small generator with a mapping network, two styled layers, noise and growth, as a family of
 * networks may be: from a map of 4x4 to pictures of 8x8, or of 4x4 at that resolution.
 */
public final class StyledNetworks implements NetworkFamily {
  private static final int STYLE = 5;
  private static final int CHANNELS = 6;

  /** Its generator with its first weights. */
  public static Generator generator(
      Recipe recipe, LatentSpace latent, ImageShape shape, NDManager manager) {
    return Architectures.generator(new StyledNetworks(), recipe, latent, shape, manager);
  }

  @Override
  public Optional<MappingNetwork> mapping(NetworkSpec spec) {
    return Optional.of(new Mapping(spec));
  }

  @Override
  public Layer synthesis(NetworkSpec spec) {
    return new Synthesis(spec);
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    return new DcganNetworks().trunk(spec);
  }

  private static final class Mapping extends MappingNetwork {
    private final Layer dense;

    Mapping(NetworkSpec spec) {
      dense = addChildBlock("dense", new EqualizedLinear(spec.inputs(), STYLE, 0.5, spec.random()));
    }

    @Override
    WSpace space() {
      return new WSpace(2, STYLE);
    }

    @Override
    public NDArray apply(NDArray x, ForwardContext context) {
      return dense.apply(x, context).tanh();
    }

    @Override
    protected Shape outputShape(Shape in) {
      return new Shape(in.get(0), STYLE);
    }
  }

  private static final class Synthesis extends ContextLayer {
    private final Layer first;
    private final Layer second;
    private final Layer noise;
    private final Layer picture;
    private final ai.djl.nn.Parameter constant;

    Synthesis(NetworkSpec spec) {
      RandomGenerator random = spec.random();
      Initializer normal = new WeightInitializer(random, 0, 1);
      constant = weight("constant", new Shape(1, CHANNELS, 4, 4), normal);
      first = addChildBlock("first", new AdaptiveInstanceNorm(CHANNELS, STYLE, random));
      noise = addChildBlock("noise", new NoiseInjection(CHANNELS, 4, 4, false, random));
      second =
          addChildBlock("second", new ModulatedConv2d(CHANNELS, CHANNELS, 3, STYLE, true, random));
      picture =
          addChildBlock(
              "picture", new EqualizedConv2d(CHANNELS, spec.shape().channels(), 1, 1, 0, random));
    }

    @Override
    public NDArray apply(NDArray w, ForwardContext context) {
      NDArray x = constant.getArray().repeat(0, w.getShape().get(0));
      x = first.apply(x, context.atStyle(0));
      x = noise.apply(x, context);
      x = second.apply(x, context.atStyle(1));
      boolean small = context.resolution().filter(now -> now.size() == 4).isPresent();
      NDArray large = small ? x : StatelessLayer.upsample(2).apply(x, context);
      return picture.apply(large, context).tanh();
    }

    @Override
    protected Shape outputShape(Shape in) {
      return new Shape(in.get(0), 1, 8, 8);
    }
  }
}
