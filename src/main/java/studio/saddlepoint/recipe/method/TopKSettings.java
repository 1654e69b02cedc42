package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Top-k training of the generator (Sinha et al. 2020).
 *
 * @param share share of the batch that counts; 1 is off
 */
public record TopKSettings(
    @Parameter(
            label = "Top-k",
            value = "1",
            min = 0.05,
            max = 1,
            live = true,
            unit = "share",
            advanced = true,
            help =
                "The generator learns only from its best judged pictures: a schedule from 1 to 0.5 (Sinha et al. 2020). 1 is off.")
        double share) {}
