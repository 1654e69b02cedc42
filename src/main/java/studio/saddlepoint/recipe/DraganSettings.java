package studio.saddlepoint.recipe;

/**
 * The DRAGAN penalty (Kodali et al. 2017).
 *
 * @param weight weight of the term; 0 is off
 * @param spread how far from real pictures, in standard deviations of their pixels
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
                                "How far around the real pictures the penalty is taken: 0.5 in the paper.")
                double spread) {}
