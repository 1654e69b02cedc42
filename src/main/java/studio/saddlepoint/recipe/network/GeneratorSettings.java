package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The network that makes pictures.
 *
 * @param architecture family of both networks
 * @param width channels of the layer before the picture; they double with every halving of the
 *     size, of decoders they stay; an eighth of the first hidden layer of dense networks
 * @param latentSize length of the latent vector z
 * @param prior what latent vectors are drawn from
 * @param upsampling how the picture grows
 * @param normalization what keeps activations in range
 * @param activation what bends the numbers between layers
 * @param slope of leaky ReLU on the negative side
 * @param firstWeights what its weights begin with
 * @param dropout share of the numbers after each activation that training drops
 * @param spectralNorm whether weights are divided by their largest singular value
 * @param attention whether maps of 16x16 attend to themselves
 * @param conditioning how it is told the class, where the method is conditional
 * @param range the numbers that both networks take for a pixel
 * @param mapping the network from z to w of a style-based generator
 * @param emaDecay decay of the running mean of the weights that samples are drawn from; 0 is off
 * @param optimizer how its weights move
 */
public record GeneratorSettings(
    @Parameter(label = "Architecture", value = "dcgan", help = "The family of both networks.")
        Architecture architecture,
    @Parameter(
            label = "Width",
            value = "32",
            min = 4,
            max = 768,
            unit = "channels",
            help =
                "Channels at the largest size; dense networks have eight times as many numbers in their first hidden layer. Twice the width is nearly four times the work.")
        int width,
    @Parameter(
            label = "Latent size",
            value = "100",
            min = 1,
            max = 1024,
            help = "How many random numbers a picture is made from.")
        int latentSize,
    @Parameter(
            label = "Latent prior",
            value = "normal",
            advanced = true,
            help = "What latent vectors are drawn from.")
        LatentPrior prior,
    @Parameter(
            label = "Upsampling",
            value = "transposed",
            advanced = true,
            help = "How the picture doubles its size.")
        Upsampling upsampling,
    @Parameter(
            label = "Normalisation",
            value = "batch",
            advanced = true,
            help = "What keeps activations in range.")
        Normalization normalization,
    @Parameter(
            label = "Activation",
            value = "usual",
            advanced = true,
            help = "What bends the numbers between layers.")
        Activation activation,
    @Parameter(
            label = "Slope",
            value = "0.2",
            min = 0,
            max = 1,
            advanced = true,
            help = "What leaky ReLU multiplies negative numbers by: 0.2 in DCGAN, 0.01 elsewhere.")
        double slope,
    @Parameter(
            label = "First weights",
            value = "usual",
            advanced = true,
            help = "The numbers that its weights begin with; biases begin at 0.")
        FirstWeights firstWeights,
    @Parameter(
            label = "Dropout",
            value = "0",
            min = 0,
            max = 0.9,
            advanced = true,
            help =
                "Share of the numbers after each activation that a training step drops by chance; the rest grow in turn. Pictures are drawn without it.")
        double dropout,
    @Parameter(
            label = "Spectral norm",
            value = "false",
            advanced = true,
            help =
                "Divides weights by their largest singular value: keeps the generator calm too (SAGAN).")
        boolean spectralNorm,
    @Parameter(
            label = "Self-attention",
            value = "false",
            advanced = true,
            help = "Lets places of 16x16 maps agree with each other (SAGAN, Zhang et al. 2019).")
        boolean attention,
    @Parameter(
            label = "Conditioning",
            value = "one-hot",
            advanced = true,
            help = "How it is told the class, where the method is conditional.")
        GeneratorConditioning conditioning,
    @Parameter(
            label = "Pixels",
            value = "signed",
            advanced = true,
            help = "The numbers that the networks take for a pixel, and what ends the generator.")
        PictureRange range,
    MappingSettings mapping,
    @Parameter(
            label = "EMA decay",
            value = "0.999",
            min = 0,
            max = 0.99999,
            live = true,
            help =
                "Samples come from a running mean of the weights: steadier pictures. 0 switches it off.")
        double emaDecay,
    OptimizerSettings optimizer) {}
