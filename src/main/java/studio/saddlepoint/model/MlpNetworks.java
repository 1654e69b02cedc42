package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Function;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;

/**
 * Dense layers only, as in the first GAN (Goodfellow et al. 2014), with He initialisation: two
 * hidden layers of 8 and 16 times the width in the generator, of 16 and 8 times in the
 * discriminator.
 */
final class MlpNetworks implements NetworkFamily {

    @Override
    public Layer generator(Plan plan) {
        Parts parts = plan.parts();
        int hidden = plan.recipe().generator().width() * 8;
        Sequence layers = new Sequence();
        int from = plan.inputs();
        for (int to : new int[] {hidden, 2 * hidden}) {
            layers.add(parts.linear(from, to, WeightInitializer.he(plan.random(), from)));
            parts.normalize(layers, new Shape(to));
            layers.add(parts.activation(Function.leakyRelu(Parts.SLOPE)));
            from = to;
        }
        ImageShape shape = plan.shape();
        WeightInitializer normal = WeightInitializer.dcgan(plan.random());
        return layers.add(parts.linear(from, shape.pixels(), normal))
                .add(Function.tanh())
                .add(Function.reshape(new Shape(shape.channels(), shape.height(), shape.width())));
    }

    @Override
    public Layer trunk(Plan plan) {
        Parts parts = plan.parts();
        int hidden = plan.recipe().discriminator().width() * 8;
        Sequence layers = new Sequence().add(Function.reshape(new Shape(plan.inputs())));
        int from = plan.inputs();
        for (int to : new int[] {2 * hidden, hidden}) {
            layers.add(parts.linear(from, to, WeightInitializer.he(plan.random(), from)));
            parts.normalize(layers, new Shape(to));
            layers.add(parts.activation(Function.leakyRelu(Parts.SLOPE)));
            from = to;
        }
        return layers;
    }

    @Override
    public boolean flat() {
        return true;
    }
}
