package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Weights of the class losses, where the discriminator has an auxiliary classifier (ACGAN, Odena et
 * al. 2017).
 *
 * @param discriminator weight for the discriminator, on real pictures only (as WGAN-GP's authors
 *     do; the paper takes generated ones, too)
 * @param generator weight for the generator
 */
public record AuxiliaryClassifierSettings(
    @Parameter(
            label = "Class loss of D",
            value = "1",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Auxiliary classifier: how much the discriminator learns the classes of real pictures.")
        double discriminator,
    @Parameter(
            label = "Class loss of G",
            value = "1",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Auxiliary classifier: how much the generator makes what was asked for. 0.1 with WGAN-GP.")
        double generator) {}
