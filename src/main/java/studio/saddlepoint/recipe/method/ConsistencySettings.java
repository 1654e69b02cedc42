package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Balanced consistency (bCR; Zhao et al. 2020).
 *
 * @param real weight for real pictures; 0 is off
 * @param fake weight for generated pictures; 0 is off
 */
public record ConsistencySettings(
    @Parameter(
            label = "Consistency, real",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "A shifted real picture must be judged as the picture itself (Zhao et al. 2020): 10. 0 is off.")
        double real,
    @Parameter(
            label = "Consistency, fake",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "A shifted generated picture must be judged as the picture itself: 10. 0 is off.")
        double fake) {}
