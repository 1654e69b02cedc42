package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The R2 penalty (Mescheder et al. 2018).
 *
 * @param weight weight of the term; 0 is off
 */
public record R2Settings(
    @Parameter(
            label = "R2",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Keeps the discriminator flat at generated pictures: as R1, at the fakes. 0 is off.")
        double weight) {}
