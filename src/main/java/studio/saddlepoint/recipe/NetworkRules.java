package studio.saddlepoint.recipe;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.StudioException;

/** Which choices of a network exclude each other, and why. */
final class NetworkRules {
    private NetworkRules() {}

    /**
     * Checks two networks.
     *
     * @throws StudioException if something cannot be built, with the reason
     */
    static void check(
            GeneratorSettings generator,
            DiscriminatorSettings discriminator,
            MethodSettings method) {
        if (generator.architecture() == Architecture.MLP) {
            refuseMaps("generator", generator.normalization(), generator.attention());
            refuseMaps("discriminator", discriminator.normalization(), discriminator.attention());
        }
        if (method.loss() == Loss.BEGAN) {
            checkAutoencoder(discriminator, method.conditional());
        }
        if (method.conditional()
                && generator.conditioning() == GeneratorConditioning.BATCH_NORM
                && generator.normalization() != Normalization.BATCH) {
            throw new StudioException(
                    "generator.conditioning is batch-norm while generator.normalization is "
                            + generator.normalization().id()
                            + ": the class chooses the scales of batch norm. Set the normalization to batch.");
        }
    }

    /**
     * Choices of a network that have no effect beside others.
     *
     * @return sentences that name the fields and the reason
     */
    static List<String> warnings(Recipe recipe) {
        List<String> found = new ArrayList<>();
        Architecture architecture = recipe.generator().architecture();
        boolean autoencoder = recipe.method().loss() == Loss.BEGAN;
        if (recipe.generator().upsampling() != Upsampling.TRANSPOSED
                && architecture == Architecture.MLP) {
            found.add("generator.upsampling has no effect: dense layers do not grow maps.");
        }
        if (recipe.discriminator().downsampling() != Downsampling.STRIDE
                && !autoencoder
                && (architecture == Architecture.MLP || architecture == Architecture.RESNET)) {
            found.add(
                    "discriminator.downsampling has no effect: "
                            + architecture.id()
                            + " discriminators have one way to make maps smaller, or none.");
        }
        if (!recipe.method().conditional()
                && (recipe.generator().conditioning() != GeneratorConditioning.ONE_HOT
                        || recipe.discriminator().conditioning()
                                != DiscriminatorConditioning.PROJECTION)) {
            found.add(
                    "generator.conditioning and discriminator.conditioning have no effect while method.conditional is false.");
        }
        return found;
    }

    private static void checkAutoencoder(DiscriminatorSettings settings, boolean conditional) {
        if (settings.minibatchDeviation() || settings.minibatchDiscrimination()) {
            throw new StudioException(
                    "discriminator."
                            + (settings.minibatchDeviation()
                                    ? "minibatchDeviation"
                                    : "minibatchDiscrimination")
                            + " is on while method.loss is began: an autoencoder has no features beside a logit to add to. Switch it off.");
        }
        if (conditional && settings.conditioning() != DiscriminatorConditioning.CONCATENATION) {
            throw new StudioException(
                    "discriminator.conditioning is "
                            + settings.conditioning().id()
                            + " while method.loss is began: an autoencoder has no logit to add to. Set it to concatenation.");
        }
    }

    private static void refuseMaps(String network, Normalization normalization, boolean attention) {
        if (normalization == Normalization.INSTANCE) {
            throw new StudioException(
                    network
                            + ".normalization is instance while generator.architecture is mlp: dense layers have no maps to normalise over. Set it to layer, or take another architecture.");
        }
        if (attention) {
            throw new StudioException(
                    network
                            + ".attention is on while generator.architecture is mlp: dense layers have no maps to attend over. Switch it off, or take another architecture.");
        }
    }
}
