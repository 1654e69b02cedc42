package studio.saddlepoint.recipe;

/**
 * How a network's weights move.
 *
 * @param kind the update rule
 * @param learningRate step size
 * @param beta1 decay of the first moment (momentum of SGD)
 * @param beta2 decay of the second moment (alpha of RMSProp)
 */
public record OptimizerSettings(
        @Parameter(label = "Optimizer", value = "adam", help = "How gradients become steps.")
                OptimizerKind kind,
        @Parameter(
                        label = "Learning rate",
                        value = "2e-4",
                        min = 0,
                        max = 1e9,
                        live = true,
                        help =
                                "Size of a step. Lower it when losses swing, raise it when nothing moves.")
                double learningRate,
        @Parameter(
                        label = "Beta 1",
                        value = "0.5",
                        min = 0,
                        max = 0.9999,
                        advanced = true,
                        help =
                                "Memory of past gradients. GANs want little: 0.5 for DCGAN, 0 for WGAN-GP.")
                double beta1,
        @Parameter(
                        label = "Beta 2",
                        value = "0.999",
                        min = 0,
                        max = 0.999999,
                        advanced = true,
                        help = "Memory of past squared gradients, which scale the step.")
                double beta2) {}
