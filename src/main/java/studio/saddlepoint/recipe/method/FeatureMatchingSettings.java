package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Feature matching (Salimans et al. 2016, section 3.1).
 *
 * @param weight weight of the term; 0 is off
 */
public record FeatureMatchingSettings(
    @Parameter(
            label = "Feature matching",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "The generator also matches the mean features of real pictures (Salimans et al. 2016): 1. 0 is off.")
        double weight) {}
