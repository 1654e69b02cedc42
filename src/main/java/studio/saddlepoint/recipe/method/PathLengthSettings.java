package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Path length regularization of the generator (Karras et al. 2020, section 3.2).
 *
 * @param weight weight of the term; 0 is off
 * @param every how many of its moves apart the generator moves by the term
 * @param decay how fast the running mean of lengths follows
 */
public record PathLengthSettings(
    @Parameter(
            label = "Path length",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "A step in w should change the picture by the same amount everywhere (StyleGAN2): 2. Takes half a batch through the generator, forth and twice back. 0 is off.")
        double weight,
    @Parameter(
            label = "Path length every",
            value = "4",
            min = 1,
            max = 1000,
            live = true,
            unit = "moves",
            advanced = true,
            help =
                "Moves the generator by the term after every so many of its moves only, with as much more weight: 4 saves time. 1 adds it to the loss.")
        int every,
    @Parameter(
            label = "Path length decay",
            value = "0.01",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help = "How fast the running mean that lengths are held at follows them.")
        double decay) {}
