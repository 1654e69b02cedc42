package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Targets that vary from picture to picture (Salimans et al. 2016; Chintala et al. 2016).
 *
 * @param realLow smallest target for real pictures
 * @param realHigh largest target for real pictures
 * @param fakeLow smallest target for generated pictures
 * @param fakeHigh largest target for generated pictures
 * @param flip share of pictures whose targets are exchanged
 */
public record LabelSettings(
    @Parameter(
            label = "Soft labels, real from",
            value = "1",
            min = 0,
            max = 2,
            live = true,
            advanced = true,
            help = "Smallest target for real pictures: 0.7 with 1.2 as the largest. 1 to 1 is off.")
        double realLow,
    @Parameter(
            label = "Soft labels, real to",
            value = "1",
            min = 0,
            max = 2,
            live = true,
            advanced = true,
            help = "Largest target for real pictures.")
        double realHigh,
    @Parameter(
            label = "Soft labels, fake from",
            value = "0",
            min = -1,
            max = 1,
            live = true,
            advanced = true,
            help = "Smallest target for generated pictures.")
        double fakeLow,
    @Parameter(
            label = "Soft labels, fake to",
            value = "0",
            min = -1,
            max = 1,
            live = true,
            advanced = true,
            help = "Largest target for generated pictures: 0.3. 0 to 0 is off.")
        double fakeHigh,
    @Parameter(
            label = "Noisy labels",
            value = "0",
            min = 0,
            max = 0.5,
            live = true,
            unit = "share",
            advanced = true,
            help =
                "Share of pictures that the discriminator is told the wrong target of: 0.05. 0 is off.")
        double flip) {}
