package studio.saddlepoint.recipe;

/**
 * The network that judges pictures; with a Wasserstein loss it is called the critic.
 *
 * @param width channels of the first layer; doubles with every halving of the size
 * @param normalization what keeps activations in range
 * @param optimizer how its weights move
 */
public record DiscriminatorSettings(
        @Parameter(
                        label = "Width",
                        value = "32",
                        min = 4,
                        max = 512,
                        unit = "channels",
                        help =
                                "Channels of the first layer. A stronger judge teaches more, until it wins outright.")
                int width,
        @Parameter(
                        label = "Normalisation",
                        value = "batch",
                        advanced = true,
                        help =
                                "What keeps activations in range; none for critics with a gradient penalty.")
                Normalization normalization,
        OptimizerSettings optimizer) {}
