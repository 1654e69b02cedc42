package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The network that turns pictures into codes, of the architecture that the generator has.
 *
 * @param width channels of the first layer; they double with every halving of the size; an eighth
 *     of the last hidden layer of dense networks
 * @param normalization what keeps activations in range
 * @param activation what bends the numbers between layers
 * @param slope of leaky ReLU on the negative side
 * @param firstWeights what its weights begin with
 * @param dropout share of the numbers after each activation that training drops
 * @param downsampling how the maps shrink
 * @param optimizer how its weights move
 */
public record EncoderSettings(
    @Parameter(
            label = "Width",
            value = "32",
            min = 4,
            max = 768,
            unit = "channels",
            help =
                "Channels of the first layer; dense networks have eight times as many numbers in their last.")
        int width,
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
                "Share of the numbers after each activation that a training step drops by chance. Pictures are encoded without it.")
        double dropout,
    @Parameter(
            label = "Downsampling",
            value = "stride",
            advanced = true,
            help = "How the maps shrink.")
        Downsampling downsampling,
    OptimizerSettings optimizer) {}
