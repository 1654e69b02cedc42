package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * What a variational autoencoder minimises (Kingma and Welling 2014).
 *
 * @param reconstruction the distribution of a picture, given its code
 * @param deviation standard deviation of a Gaussian pixel, where white minus black is 1
 * @param klWeight weight of the KL term; 1 is the bound itself, more is a beta-VAE (Higgins et al.
 *     2017)
 */
public record VaeSettings(
    @Parameter(
            label = "Reconstruction",
            value = "bernoulli",
            help = "VAE: what the decoder's numbers mean.")
        Reconstruction reconstruction,
    @Parameter(
            label = "Pixel deviation",
            value = "0.1",
            min = 0.001,
            max = 10,
            live = true,
            unit = "of white minus black",
            help =
                "VAE with Gaussian pixels: how far a pixel may be off. Smaller gives sharper reconstructions and poorer samples.")
        double deviation,
    @Parameter(
            label = "KL weight",
            value = "1",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            help =
                "VAE: how much codes must look like the prior. 1 is the bound itself; a schedule from 0 warms it up, which keeps more units active.")
        double klWeight) {}
