package studio.saddlepoint.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.BatchNorm;
import studio.saddlepoint.nn.Conv2d;
import studio.saddlepoint.nn.ConvTranspose2d;
import studio.saddlepoint.nn.Function;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Linear;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.Architecture;
import studio.saddlepoint.recipe.GeneratorSettings;
import studio.saddlepoint.recipe.Normalization;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Upsampling;

/**
 * The networks of a recipe. DCGAN (Radford et al. 2015): from 4x4, channels halve whenever the size
 * doubles; batch norm but at the picture's end of each network; ReLU in the generator, leaky ReLU
 * 0.2 in the discriminator; tanh at the end.
 */
public final class Architectures {
    private static final int SMALLEST = 4;
    private static final double SLOPE = 0.2;
    private static final long GENERATOR_STREAM = 0x47454eL;
    private static final long DISCRIMINATOR_STREAM = 0x444953L;

    private Architectures() {}

    /**
     * A recipe's generator with its first weights, which follow from the seed.
     *
     * @param recipe the recipe
     * @param latent what it takes
     * @param shape what it makes
     * @param manager whose device its arrays live on
     */
    public static Generator generator(
            Recipe recipe, LatentSpace latent, ImageShape shape, NDManager manager) {
        RandomGenerator random = new SplittableRandom(recipe.seed() ^ GENERATOR_STREAM);
        int size = latent.size() + latent.classNames().size();
        Layer layer =
                recipe.generator().architecture() == Architecture.MLP
                        ? denseGenerator(recipe.generator(), size, shape, random)
                        : convolutionalGenerator(recipe, size, shape, random);
        return new Generator(new Network(layer, manager, new Shape(1, size)), latent, shape);
    }

    /**
     * A recipe's discriminator with its first weights, which follow from the seed.
     *
     * @param recipe the recipe
     * @param classes how many classes it is told of; 0 where it is not conditional
     * @param shape what it judges
     * @param manager whose device its arrays live on
     */
    public static Discriminator discriminator(
            Recipe recipe, int classes, ImageShape shape, NDManager manager) {
        RandomGenerator random = new SplittableRandom(recipe.seed() ^ DISCRIMINATOR_STREAM);
        boolean dense = recipe.generator().architecture() == Architecture.MLP;
        Layer trunk =
                dense
                        ? denseTrunk(recipe, shape, random)
                        : convolutionalTrunk(recipe, shape, random);
        Shape input = new Shape(1, shape.channels(), shape.height(), shape.width());
        Shape features = trunk.getOutputShapes(new Shape[] {input})[0];
        ProjectionHead judge = new ProjectionHead(trunk, features, classes, dense, random);
        return new Discriminator(new Network(judge, manager, input), judge, classes);
    }

    private static Layer convolutionalGenerator(
            Recipe recipe, int size, ImageShape shape, RandomGenerator random) {
        GeneratorSettings settings = recipe.generator();
        WeightInitializer normal = WeightInitializer.dcgan(random);
        int doublings = doublings(shape);
        int channels = settings.width() << (doublings - 1);
        boolean normalized = settings.normalization() == Normalization.BATCH;
        Sequence layers =
                new Sequence()
                        .add(Function.reshape(new Shape(size, 1, 1)))
                        .add(
                                new ConvTranspose2d(
                                        size, channels, SMALLEST, 1, 0, !normalized, normal));
        if (recipe.training().channelsLast()) {
            layers.add(Function.channelsLast());
        }
        for (int i = 1; i <= doublings; i++) {
            if (normalized) {
                layers.add(new BatchNorm(channels, normal.aroundOne()));
            }
            layers.add(Function.relu());
            boolean last = i == doublings;
            int next = last ? shape.channels() : channels / 2;
            boolean biased = last || !normalized;
            if (settings.upsampling() == Upsampling.TRANSPOSED) {
                layers.add(new ConvTranspose2d(channels, next, 4, 2, 1, biased, normal));
            } else {
                layers.add(Function.upsample(2))
                        .add(new Conv2d(channels, next, 3, 1, 1, biased, normal));
            }
            channels = next;
        }
        return layers.add(Function.tanh());
    }

    private static Layer convolutionalTrunk(
            Recipe recipe, ImageShape shape, RandomGenerator random) {
        WeightInitializer normal = WeightInitializer.dcgan(random);
        boolean normalized = recipe.discriminator().normalization() == Normalization.BATCH;
        Sequence layers = new Sequence();
        int from = shape.channels();
        int to = recipe.discriminator().width();
        for (int i = 0; i < doublings(shape); i++) {
            boolean norm = normalized && i > 0;
            layers.add(new Conv2d(from, to, 4, 2, 1, !norm, normal));
            if (i == 0 && recipe.training().channelsLast()) {
                // not before: with one channel both memory orders are the same, and libtorch takes
                // the default one
                layers.add(Function.channelsLast());
            }
            if (norm) {
                layers.add(new BatchNorm(to, normal.aroundOne()));
            }
            layers.add(Function.leakyRelu(SLOPE));
            from = to;
            to *= 2;
        }
        return layers;
    }

    /**
     * Two hidden layers of 8 and 16 times the width (He initialisation), as dense as the first
     * GAN's.
     */
    private static Layer denseGenerator(
            GeneratorSettings settings, int size, ImageShape shape, RandomGenerator random) {
        int hidden = settings.width() * 8;
        Sequence layers = new Sequence();
        int from = size;
        for (int to : new int[] {hidden, 2 * hidden}) {
            layers.add(new Linear(from, to, WeightInitializer.he(random, from)));
            if (settings.normalization() == Normalization.BATCH) {
                layers.add(new BatchNorm(to, WeightInitializer.dcgan(random).aroundOne()));
            }
            layers.add(Function.leakyRelu(SLOPE));
            from = to;
        }
        return layers.add(new Linear(from, shape.pixels(), WeightInitializer.dcgan(random)))
                .add(Function.tanh())
                .add(Function.reshape(new Shape(shape.channels(), shape.height(), shape.width())));
    }

    /**
     * Two hidden layers of 16 and 8 times the width; no batch norm, which a dense judge does not
     * need.
     */
    private static Layer denseTrunk(Recipe recipe, ImageShape shape, RandomGenerator random) {
        int hidden = recipe.discriminator().width() * 8;
        Sequence layers = new Sequence().add(Function.reshape(new Shape(shape.pixels())));
        int from = shape.pixels();
        for (int to : new int[] {2 * hidden, hidden}) {
            layers.add(new Linear(from, to, WeightInitializer.he(random, from)))
                    .add(Function.leakyRelu(SLOPE));
            from = to;
        }
        return layers;
    }

    private static int doublings(ImageShape shape) {
        return Integer.numberOfTrailingZeros(shape.height() / SMALLEST);
    }
}
