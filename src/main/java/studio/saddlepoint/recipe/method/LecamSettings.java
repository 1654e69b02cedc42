package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * LeCam regularization (Tseng et al. 2021).
 *
 * @param weight weight of the term; 0 is off
 * @param decay weight of the past in the running means
 */
public record LecamSettings(
    @Parameter(
            label = "LeCam",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Anchors the logits to running means of their opposites (Tseng et al. 2021): 0.3, for small data sets. 0 is off.")
        double weight,
    @Parameter(
            label = "LeCam decay",
            value = "0.99",
            min = 0,
            max = 0.99999,
            live = true,
            advanced = true,
            help = "How much of the past the running means of the logits keep.")
        double decay) {}
