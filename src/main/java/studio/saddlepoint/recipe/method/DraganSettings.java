package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The DRAGAN penalty (Kodali et al. 2017), taken where the authors' code takes it: at x + alpha
 * spread std(x) u with u uniform in 0..1 for each number, alpha uniform in 0..1 for each picture.
 * The paper has normal noise instead.
 *
 * @param weight weight of the term; 0 is off
 * @param spread how far from real pictures at most, in standard deviations of all pixels of the
 *     batch
 */
public record DraganSettings(
    @Parameter(
            label = "DRAGAN",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Keeps the gradient norm near 1 around real pictures (Kodali et al. 2017): 10. 0 is off.")
        double weight,
    @Parameter(
            label = "DRAGAN spread",
            value = "0.5",
            min = 0,
            max = 10,
            live = true,
            unit = "standard deviations",
            advanced = true,
            help =
                "How far from the real pictures the penalty is taken at most: 0.5 in the authors' code, which takes uniform noise; the paper has normal noise.")
        double spread) {}
