package studio.saddlepoint.recipe;

/**
 * The balance of BEGAN (Berthelot et al. 2017, section 3.4).
 *
 * @param gamma share of the real reconstruction error that the generated one should have
 * @param speed step of k
 */
public record BeganSettings(
        @Parameter(
                        label = "Diversity",
                        value = "0.5",
                        min = 0,
                        max = 1,
                        live = true,
                        unit = "gamma",
                        advanced = true,
                        help =
                                "BEGAN: error of generated over real pictures to hold. Lower is sharper, with less variety.")
                double gamma,
        @Parameter(
                        label = "Balance speed",
                        value = "0.001",
                        min = 0,
                        max = 1,
                        live = true,
                        unit = "lambda k",
                        advanced = true,
                        help = "BEGAN: how fast the balance follows.")
                double speed) {}
