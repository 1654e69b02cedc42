package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * More critic steps at the beginning (WGAN, Arjovsky et al. 2017, code of the paper).
 *
 * @param steps how many steps the warm-up lasts; 0 is off
 * @param criticSteps discriminator moves per step meanwhile
 * @param again steps after which one such step is made again; 0 is never
 */
public record CriticWarmUpSettings(
    @Parameter(
            label = "Critic warm-up",
            value = "0",
            min = 0,
            max = 1000000.0,
            live = true,
            unit = "steps",
            advanced = true,
            help =
                "For this many steps the critic moves more often, so that it is right from the start: 25 for WGAN. 0 is off.")
        int steps,
    @Parameter(
            label = "Warm-up critic steps",
            value = "100",
            min = 1,
            max = 1000,
            live = true,
            unit = "per step",
            advanced = true,
            help = "Critic moves in each step of the warm-up.")
        int criticSteps,
    @Parameter(
            label = "Warm-up again",
            value = "0",
            min = 0,
            max = 1000000.0,
            live = true,
            unit = "steps",
            advanced = true,
            help =
                "Makes one step with as many critic moves again at every so many steps: 500 for WGAN. 0 is never.")
        int again) {}
