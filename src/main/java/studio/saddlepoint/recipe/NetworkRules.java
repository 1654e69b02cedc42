package studio.saddlepoint.recipe;

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
