package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Function;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Residual;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;

/**
 * Residual networks of pre-activation blocks, as WGAN-GP (Gulrajani et al. 2017, appendix F) and
 * SNGAN (Miyato et al. 2018, table 4) have them for CIFAR-10. The generator doubles the size in
 * every block by nearest neighbours; the discriminator halves it by means down to 8x8, followed by
 * two blocks of one size and the sum over space. Channels halve and double with the size.
 */
final class ResNetNetworks implements NetworkFamily {
    private static final int LAST = 8;
    private static final int PLAIN = 2;

    @Override
    public Layer generator(Plan plan) {
        Parts parts = plan.parts();
        int size = Plan.SMALLEST;
        int channels = plan.recipe().generator().width() << (plan.doublings() - 1);
        Sequence layers =
                new Sequence()
                        .add(
                                parts.linear(
                                        plan.inputs(),
                                        channels * size * size,
                                        keeping(parts, plan.inputs())))
                        .add(Function.reshape(new Shape(channels, size, size)));
        parts.order(layers);
        for (int i = 0; i < plan.doublings(); i++) {
            int to = i == 0 ? channels : channels / 2;
            layers.add(growing(parts, channels, to, size));
            channels = to;
            size *= 2;
            parts.attend(layers, channels, size);
        }
        parts.normalize(layers, new Shape(channels, size, size));
        return layers.add(parts.activation(Function.relu()))
                .add(
                        parts.convolution(
                                channels,
                                plan.shape().channels(),
                                3,
                                1,
                                1,
                                true,
                                keeping(parts, 9 * channels)))
                .add(Function.tanh());
    }

    /** Norm, activation, doubling, convolution, norm, activation, convolution. */
    private static Layer growing(Parts parts, int from, int to, int size) {
        boolean biased = !parts.normalized();
        Sequence main = new Sequence();
        parts.normalize(main, new Shape(from, size, size));
        main.add(parts.activation(Function.relu()))
                .add(Function.upsample(2))
                .add(parts.convolution(from, to, 3, 1, 1, biased, he(parts, 9 * from)));
        parts.normalize(main, new Shape(to, 2 * size, 2 * size));
        main.add(parts.activation(Function.relu()))
                .add(parts.convolution(to, to, 3, 1, 1, biased, he(parts, 9 * to)));
        Sequence skip =
                new Sequence()
                        .add(Function.upsample(2))
                        .add(parts.convolution(from, to, 1, 1, 0, false, keeping(parts, from)));
        return new Residual(main, skip);
    }

    @Override
    public Layer trunk(Plan plan) {
        Parts parts = plan.parts();
        int size = plan.shape().height() / 2;
        int channels = plan.recipe().discriminator().width();
        Sequence layers = new Sequence().add(first(parts, plan.inputs(), channels));
        parts.attend(layers, channels, size);
        while (size > LAST) {
            layers.add(judging(parts, channels, 2 * channels, size, true));
            channels *= 2;
            size /= 2;
            parts.attend(layers, channels, size);
        }
        for (int i = 0; i < PLAIN; i++) {
            layers.add(judging(parts, channels, channels, size, false));
        }
        return layers.add(parts.activation(Function.relu())).add(Function.sumOverSpace());
    }

    /** The block that sees the picture: no norm and no activation before its first convolution. */
    private static Layer first(Parts parts, int from, int to) {
        Sequence main =
                new Sequence().add(parts.convolution(from, to, 3, 1, 1, true, he(parts, 9 * from)));
        parts.order(main);
        main.add(parts.activation(Function.relu()))
                .add(parts.convolution(to, to, 3, 1, 1, true, he(parts, 9 * to)))
                .add(Function.averagePool(2));
        Sequence skip =
                new Sequence()
                        .add(Function.averagePool(2))
                        .add(parts.convolution(from, to, 1, 1, 0, false, keeping(parts, from)));
        return new Residual(main, skip);
    }

    /** (Norm,) activation, convolution, (norm,) activation, convolution(, means of 2x2). */
    private static Layer judging(Parts parts, int from, int to, int size, boolean halving) {
        Sequence main = new Sequence();
        parts.normalize(main, new Shape(from, size, size));
        main.add(parts.activation(Function.relu()))
                .add(
                        parts.convolution(
                                from, to, 3, 1, 1, !parts.normalized(), he(parts, 9 * from)));
        parts.normalize(main, new Shape(to, size, size));
        main.add(parts.activation(Function.relu()))
                .add(parts.convolution(to, to, 3, 1, 1, true, he(parts, 9 * to)));
        Sequence skip = new Sequence();
        if (from != to) {
            skip.add(parts.convolution(from, to, 1, 1, 0, false, keeping(parts, from)));
        }
        if (halving) {
            main.add(Function.averagePool(2));
            skip.add(Function.averagePool(2));
        }
        return new Residual(main, skip);
    }

    private static WeightInitializer he(Parts parts, int fanIn) {
        return WeightInitializer.he(parts.random(), fanIn);
    }

    private static WeightInitializer keeping(Parts parts, int fanIn) {
        return WeightInitializer.keeping(parts.random(), fanIn);
    }
}
