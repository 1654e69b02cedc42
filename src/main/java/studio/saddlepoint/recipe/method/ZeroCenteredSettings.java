package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The zero-centred gradient penalty (Thanh-Tung et al. 2019).
 *
 * @param weight weight of the term; 0 is off
 */
public record ZeroCenteredSettings(
    @Parameter(
            label = "Zero-centred penalty",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Keeps the gradient between real and fake pictures near 0 (Thanh-Tung et al. 2019): 10. 0 is off.")
        double weight) {}
