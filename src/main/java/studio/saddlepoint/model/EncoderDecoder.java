package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Function;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.Downsampling;

/**
 * The networks of BEGAN (Berthelot et al. 2017, figure 1): 3x3 convolutions with ELU, two for every
 * size. The encoder halves the size down to 8x8 while its channels grow by the width each time; the
 * decoder, which is also the generator, keeps the width and doubles by nearest neighbours.
 */
final class EncoderDecoder implements NetworkFamily {
    private static final int SMALLEST = 8;
    private static final int REPEATS = 2;

    @Override
    public Layer generator(Plan plan) {
        int width = plan.recipe().generator().width();
        return decoder(plan.parts(), plan, plan.inputs(), width).add(Function.tanh());
    }

    @Override
    public Layer trunk(Plan plan) {
        return encoder(plan);
    }

    /**
     * Pictures to their reconstructions, by way of a code as long as the generator's.
     *
     * @param plan the discriminator's
     * @return (N, inputs, H, W) to (N, C, H, W)
     */
    @Override
    public Layer autoencoder(Plan plan) {
        Parts parts = plan.parts();
        Sequence layers = encoder(plan);
        Shape picture = new Shape(1, plan.inputs(), plan.shape().height(), plan.shape().width());
        Shape maps = layers.getOutputShapes(new Shape[] {picture})[0];
        int numbers = Math.toIntExact(maps.size());
        int code = plan.recipe().generator().latentSize();
        layers.add(Function.reshape(new Shape(numbers)))
                .add(parts.linear(numbers, code, linear(parts, numbers)));
        return layers.add(decoder(parts, plan, code, plan.recipe().discriminator().width()));
    }

    private static Sequence encoder(Plan plan) {
        Parts parts = plan.parts();
        boolean strided = plan.recipe().discriminator().downsampling() == Downsampling.STRIDE;
        int width = plan.recipe().discriminator().width();
        int size = plan.shape().height();
        int channels = width;
        Sequence layers =
                new Sequence()
                        .add(
                                parts.convolution(
                                        plan.inputs(),
                                        width,
                                        3,
                                        1,
                                        1,
                                        true,
                                        he(parts, 9 * plan.inputs())));
        parts.order(layers);
        layers.add(parts.activation(Function.elu()));
        while (true) {
            for (int i = 0; i < REPEATS; i++) {
                block(layers, parts, channels, channels, 1, size);
            }
            parts.attend(layers, channels, size);
            if (size <= SMALLEST) {
                return layers;
            }
            if (strided) {
                block(layers, parts, channels, channels + width, 2, size / 2);
            } else {
                block(layers, parts, channels, channels + width, 1, size);
                layers.add(Function.averagePool(2));
            }
            channels += width;
            size /= 2;
        }
    }

    private static Sequence decoder(Parts parts, Plan plan, int code, int width) {
        int size = SMALLEST;
        Sequence layers =
                new Sequence()
                        .add(parts.linear(code, width * size * size, linear(parts, code)))
                        .add(Function.reshape(new Shape(width, size, size)));
        parts.order(layers);
        while (true) {
            for (int i = 0; i < REPEATS; i++) {
                block(layers, parts, width, width, 1, size);
            }
            parts.attend(layers, width, size);
            if (size >= plan.shape().height()) {
                break;
            }
            layers.add(Function.upsample(2));
            size *= 2;
        }
        int channels = plan.shape().channels();
        return layers.add(
                parts.convolution(width, channels, 3, 1, 1, true, linear(parts, 9 * width)));
    }

    /** Convolution, norm if there is any, activation; maps of a size come out. */
    private static void block(
            Sequence layers, Parts parts, int from, int to, int stride, int size) {
        boolean biased = !parts.normalized();
        layers.add(parts.convolution(from, to, 3, stride, 1, biased, he(parts, 9 * from)));
        parts.normalize(layers, new Shape(to, size, size));
        layers.add(parts.activation(Function.elu()));
    }

    private static WeightInitializer he(Parts parts, int fanIn) {
        return WeightInitializer.he(parts.random(), fanIn);
    }

    private static WeightInitializer linear(Parts parts, int fanIn) {
        return WeightInitializer.keeping(parts.random(), fanIn);
    }
}
