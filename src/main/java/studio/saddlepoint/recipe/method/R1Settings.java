package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The R1 penalty (Mescheder et al. 2018, equation 9).
 *
 * @param weight weight of the term; 0 is off
 * @param every how many steps apart the penalty is taken, by a move of its own, with its weight
 *     multiplied by as much (lazy regularization, Karras et al. 2020, appendix B)
 */
public record R1Settings(
    @Parameter(
            label = "R1",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Keeps the discriminator flat at real pictures (Mescheder et al. 2018): 10. 0 is off.")
        double weight,
    @Parameter(
            label = "R1 every",
            value = "1",
            min = 1,
            max = 1000,
            live = true,
            unit = "steps",
            advanced = true,
            help =
                "Moves the discriminator by the penalty after every so many steps only, with as much more weight: 16 saves time. 1 adds it to the loss.")
        int every) {}
