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
            GeneratorSettings generator, DiscriminatorSettings discriminator, boolean conditional) {
        if (generator.architecture() == Architecture.MLP) {
            refuseMaps("generator", generator.normalization(), generator.attention());
            refuseMaps("discriminator", discriminator.normalization(), discriminator.attention());
        }
        if (conditional
                && generator.conditioning() == GeneratorConditioning.BATCH_NORM
                && generator.normalization() != Normalization.BATCH) {
            throw new StudioException(
                    "generator.conditioning is batch-norm while generator.normalization is "
                            + generator.normalization().id()
                            + ": the class chooses the scales of batch norm. Set the normalization to batch.");
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
