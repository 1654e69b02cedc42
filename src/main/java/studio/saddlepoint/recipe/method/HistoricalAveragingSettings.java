package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Historical averaging (Salimans et al. 2016, section 3.3).
 *
 * @param weight weight of the term; 0 is off
 */
public record HistoricalAveragingSettings(
    @Parameter(
            label = "Historical averaging",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Holds both networks near the mean of their past weights, which damps orbits (Salimans et al. 2016): 0.01. 0 is off.")
        double weight) {}
