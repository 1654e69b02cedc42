package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Top-k training of the generator (Sinha et al. 2020).
 *
 * @param share share of the batch that counts in the end; 1 is off
 * @param steps steps over which the share falls from 1
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
                "The generator learns only from its best judged pictures: half in the end (Sinha et al. 2020). 1 is off.")
        double share,
    @Parameter(
            label = "Top-k annealing",
            value = "2000",
            min = 0,
            max = 100000000.0,
            live = true,
            unit = "steps",
            advanced = true,
            help = "Steps over which the share falls from all pictures to the one above.")
        int steps) {}
