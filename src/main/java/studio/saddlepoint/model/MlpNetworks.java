package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;

/**
 * Dense layers only, as in the first GAN (Goodfellow et al. 2014), with He initialisation: two
 * hidden layers of 8 and 16 times the width in the generator, of 16 and 8 times in the
 * discriminator.
 */
final class MlpNetworks implements NetworkFamily {

  @Override
  public Layer synthesis(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int hidden = spec.recipe().generator().width() * 8;
    Sequence layers = new Sequence();
    int from = spec.inputs();
    for (int to : new int[] {hidden, 2 * hidden}) {
      layers.add(factory.linear(from, to, WeightInitializer.he(spec.random(), from)));
      factory.normalize(layers, new Shape(to));
      layers.add(factory.activation(factory.leakyRelu()));
      from = to;
    }
    ImageShape shape = spec.shape();
    WeightInitializer normal = WeightInitializer.dcgan(spec.random());
    return layers
        .add(factory.linear(from, shape.pixels(), normal))
        .add(StatelessLayer.reshape(new Shape(shape.channels(), shape.height(), shape.width())));
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int hidden = spec.trunk().width() * 8;
    Sequence layers = new Sequence().add(StatelessLayer.reshape(new Shape(spec.inputs())));
    int from = spec.inputs();
    for (int to : new int[] {2 * hidden, hidden}) {
      layers.add(factory.linear(from, to, WeightInitializer.he(spec.random(), from)));
      factory.normalize(layers, new Shape(to));
      layers.add(factory.activation(factory.leakyRelu()));
      from = to;
    }
    return layers;
  }

  @Override
  public boolean flat() {
    return true;
  }
}
