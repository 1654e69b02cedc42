package studio.saddlepoint.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.recipe.Architecture;
import studio.saddlepoint.recipe.Recipe;

/** The networks of a recipe. */
public final class Architectures {
    private static final long GENERATOR_STREAM = 0x47454eL;
    private static final long DISCRIMINATOR_STREAM = 0x444953L;

    private static final Map<Architecture, NetworkFamily> FAMILIES =
            Map.of(
                    Architecture.DCGAN, new DcganNetworks(),
                    Architecture.MLP, new MlpNetworks());

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
        Plan plan = new Plan(recipe, size, shape, Parts.ofGenerator(recipe, random), random);
        Layer layer = family(recipe).generator(plan);
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
        NetworkFamily family = family(recipe);
        int inputs = family.flat() ? shape.pixels() : shape.channels();
        Plan plan = new Plan(recipe, inputs, shape, Parts.ofDiscriminator(recipe, random), random);
        Layer trunk = family.trunk(plan);
        Shape input = new Shape(1, shape.channels(), shape.height(), shape.width());
        Shape features = trunk.getOutputShapes(new Shape[] {input})[0];
        ProjectionHead judge = new ProjectionHead(trunk, features, classes, random);
        return new Discriminator(new Network(judge, manager, input), judge, classes);
    }

    private static NetworkFamily family(Recipe recipe) {
        NetworkFamily found = FAMILIES.get(recipe.generator().architecture());
        if (found == null) {
            throw new IllegalStateException(
                    "No networks for " + recipe.generator().architecture().id());
        }
        return found;
    }
}
