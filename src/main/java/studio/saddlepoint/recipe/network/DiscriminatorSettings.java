package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The network that judges pictures; with a Wasserstein loss it is called the critic.
 *
 * @param width channels of the first layer; they double with every halving of the size, of encoders
 *     they grow by it; an eighth of the last hidden layer of dense networks. The decoder of a DCGAN
 *     that reconstructs pictures (BEGAN) has the generator's width
 * @param normalization what keeps activations in range
 * @param activation what bends the numbers between layers
 * @param slope of leaky ReLU on the negative side
 * @param firstWeights what its weights begin with
 * @param dropout share of the numbers after each activation that training drops
 * @param spectralNorm whether weights are divided by their largest singular value
 * @param downsampling how the maps shrink
 * @param attention whether maps of 16x16 attend to themselves
 * @param minibatchDeviation whether it sees how much the pictures of a batch differ
 * @param minibatchDiscrimination whether it compares the pictures of a batch with each other
 * @param conditioning how it is told the class, where the method is conditional
 * @param frozenLayers how many of its first layers, those nearest to the picture, keep their
 *     weights (FreezeD, Mo et al. 2020)
 * @param optimizer how its weights move
 */
public record DiscriminatorSettings(
    @Parameter(
            label = "Width",
            value = "32",
            min = 4,
            max = 768,
            unit = "channels",
            help =
                "Channels of the first layer; dense networks have eight times as many numbers in their last. A stronger judge teaches more, until it wins outright.")
        int width,
    @Parameter(
            label = "Normalisation",
            value = "batch",
            advanced = true,
            help =
                "What keeps activations in range; no batch norm beside a gradient penalty, nor in dense networks.")
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
                "Share of the numbers after each activation that a training step drops by chance: the first GAN's way to keep a discriminator from learning the data by heart.")
        double dropout,
    @Parameter(
            label = "Spectral norm",
            value = "false",
            advanced = true,
            help =
                "Divides weights by their largest singular value, so that the judge stays smooth (SNGAN, Miyato et al. 2018).")
        boolean spectralNorm,
    @Parameter(
            label = "Downsampling",
            value = "stride",
            advanced = true,
            help = "How the maps shrink.")
        Downsampling downsampling,
    @Parameter(
            label = "Self-attention",
            value = "false",
            advanced = true,
            help = "Lets places of 16x16 maps see each other (SAGAN, Zhang et al. 2019).")
        boolean attention,
    @Parameter(
            label = "Minibatch deviation",
            value = "false",
            advanced = true,
            help =
                "Shows how much the pictures of a batch differ, against mode collapse (Karras et al. 2018).")
        boolean minibatchDeviation,
    @Parameter(
            label = "Minibatch discrimination",
            value = "false",
            advanced = true,
            help =
                "Compares the pictures of a batch by learnt features, against mode collapse (Salimans et al. 2016).")
        boolean minibatchDiscrimination,
    @Parameter(
            label = "Conditioning",
            value = "projection",
            advanced = true,
            help = "How it is told the class, or asked for it, where the method is conditional.")
        DiscriminatorConditioning conditioning,
    @Parameter(
            label = "Frozen layers",
            value = "0",
            min = 0,
            max = 64,
            unit = "layers",
            advanced = true,
            help =
                "Its first layers, those nearest to the picture, that keep the weights of the run that a fine-tuning starts from (FreezeD, Mo et al. 2020): steadier where the new data is small.")
        int frozenLayers,
    OptimizerSettings optimizer) {}
