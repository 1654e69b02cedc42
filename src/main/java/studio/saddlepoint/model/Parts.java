package studio.saddlepoint.model;

import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.BatchNorm;
import studio.saddlepoint.nn.Conv2d;
import studio.saddlepoint.nn.ConvTranspose2d;
import studio.saddlepoint.nn.Function;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Linear;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.Normalization;
import studio.saddlepoint.recipe.Recipe;

/** Makes the layers of one network as its settings want them, whatever the architecture. */
final class Parts {
    /** Slope of leaky ReLU on the negative side. */
    static final double SLOPE = 0.2;

    private final Normalization normalization;
    private final boolean channelsLast;
    private final WeightInitializer scale;

    private Parts(Normalization normalization, boolean channelsLast, RandomGenerator random) {
        this.normalization = normalization;
        this.channelsLast = channelsLast;
        this.scale = WeightInitializer.dcgan(random).aroundOne();
    }

    /** A generator's. */
    static Parts ofGenerator(Recipe recipe, RandomGenerator random) {
        return new Parts(
                recipe.generator().normalization(), recipe.training().channelsLast(), random);
    }

    /** A discriminator's. */
    static Parts ofDiscriminator(Recipe recipe, RandomGenerator random) {
        return new Parts(
                recipe.discriminator().normalization(), recipe.training().channelsLast(), random);
    }

    /** Whether {@link #normalize} adds anything; what comes before it then needs no bias. */
    boolean normalized() {
        return normalization != Normalization.NONE;
    }

    Layer convolution(
            int from,
            int to,
            int kernel,
            int stride,
            int padding,
            boolean biased,
            WeightInitializer initializer) {
        return new Conv2d(from, to, kernel, stride, padding, biased, initializer);
    }

    Layer transposed(
            int from,
            int to,
            int kernel,
            int stride,
            int padding,
            boolean biased,
            WeightInitializer initializer) {
        return new ConvTranspose2d(from, to, kernel, stride, padding, biased, initializer);
    }

    Layer linear(int from, int to, WeightInitializer initializer) {
        return new Linear(from, to, initializer);
    }

    /** Adds the memory order that convolutions are to run in. */
    void order(Sequence layers) {
        if (channelsLast) {
            layers.add(Function.channelsLast());
        }
    }

    /** Adds the normalisation of (N, channels, ...), if there is any. */
    void normalize(Sequence layers, int channels) {
        if (normalized()) {
            layers.add(new BatchNorm(channels, scale));
        }
    }

    /**
     * The activation.
     *
     * @param usual what the architecture takes where the settings leave it to it
     */
    Layer activation(Function usual) {
        return usual;
    }
}
