package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Function;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.Downsampling;
import studio.saddlepoint.recipe.Upsampling;

/**
 * DCGAN (Radford et al. 2015): from 4x4, channels halve whenever the size doubles; no normalisation
 * at the picture's end of each network; ReLU in the generator, leaky ReLU 0.2 in the discriminator;
 * tanh at the end. First weights are N(0, 0.02^2) before a normalisation and He's where there is
 * none: without it such small weights leave next to nothing of a signal.
 */
final class DcganNetworks implements NetworkFamily {

    @Override
    public Layer generator(Plan plan) {
        Parts parts = plan.parts();
        int doublings = plan.doublings();
        int size = Plan.SMALLEST;
        int channels = plan.recipe().generator().width() << (doublings - 1);
        boolean normalized = parts.normalized();
        Sequence layers =
                new Sequence()
                        .add(Function.reshape(new Shape(plan.inputs(), 1, 1)))
                        .add(
                                parts.transposed(
                                        plan.inputs(),
                                        channels,
                                        size,
                                        1,
                                        0,
                                        !normalized,
                                        weights(parts, plan.inputs())));
        parts.order(layers);
        for (int i = 1; i <= doublings; i++) {
            parts.normalize(layers, new Shape(channels, size, size));
            layers.add(parts.activation(Function.relu()));
            parts.attend(layers, channels, size);
            boolean last = i == doublings;
            int next = last ? plan.shape().channels() : channels / 2;
            WeightInitializer small = WeightInitializer.dcgan(parts.random());
            boolean biased = last || !normalized;
            if (plan.recipe().generator().upsampling() == Upsampling.TRANSPOSED) {
                layers.add(
                        parts.transposed(
                                channels,
                                next,
                                4,
                                2,
                                1,
                                biased,
                                last ? small : weights(parts, 4 * channels)));
            } else {
                layers.add(Function.upsample(2))
                        .add(
                                parts.convolution(
                                        channels,
                                        next,
                                        3,
                                        1,
                                        1,
                                        biased,
                                        last ? small : weights(parts, 9 * channels)));
            }
            channels = next;
            size *= 2;
        }
        return layers.add(Function.tanh());
    }

    @Override
    public Layer trunk(Plan plan) {
        Parts parts = plan.parts();
        boolean strided = plan.recipe().discriminator().downsampling() == Downsampling.STRIDE;
        Sequence layers = new Sequence();
        int size = plan.shape().height();
        int from = plan.inputs();
        int to = plan.recipe().discriminator().width();
        for (int i = 0; i < plan.doublings(); i++) {
            boolean normalized = parts.normalized() && i > 0;
            layers.add(
                    strided
                            ? parts.convolution(
                                    from, to, 4, 2, 1, !normalized, weights(parts, 16 * from))
                            : parts.convolution(
                                    from, to, 3, 1, 1, !normalized, weights(parts, 9 * from)));
            if (i == 0) {
                // not before: with one channel both memory orders are the same, and libtorch takes
                // the default one
                parts.order(layers);
            }
            if (!strided) {
                layers.add(Function.averagePool(2));
            }
            size /= 2;
            if (normalized) {
                parts.normalize(layers, new Shape(to, size, size));
            }
            layers.add(parts.activation(Function.leakyRelu(Parts.SLOPE)));
            parts.attend(layers, to, size);
            from = to;
            to *= 2;
        }
        return layers;
    }

    /**
     * Pictures to their reconstructions, by way of a code as long as the generator's: the trunk of
     * the discriminator, then a generator.
     */
    @Override
    public Layer autoencoder(Plan plan) {
        Parts parts = plan.parts();
        Sequence layers = new Sequence().add(trunk(plan));
        Shape picture = new Shape(1, plan.inputs(), plan.shape().height(), plan.shape().width());
        int numbers = Math.toIntExact(layers.getOutputShapes(new Shape[] {picture})[0].size());
        int code = plan.recipe().generator().latentSize();
        return layers.add(Function.reshape(new Shape(numbers)))
                .add(
                        parts.linear(
                                numbers, code, WeightInitializer.keeping(parts.random(), numbers)))
                .add(generator(new Plan(plan.recipe(), code, plan.shape(), parts)));
    }

    private static WeightInitializer weights(Parts parts, int fanIn) {
        return parts.normalized()
                ? WeightInitializer.dcgan(parts.random())
                : WeightInitializer.he(parts.random(), fanIn);
    }
}
