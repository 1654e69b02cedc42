package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The balance of BEGAN (Berthelot et al. 2017, section 3.4).
 *
 * @param gamma share of the real reconstruction error that the generated one should have
 * @param speed step of k
 * @param patience steps without a better convergence measure after which both learning rates are
 *     halved; 0 never halves them
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
                "BEGAN: error of generated over real pictures to hold. Lower gives less variety; the paper tries 0.3 to 0.7.")
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
        double speed,
    @Parameter(
            label = "Halve rates after",
            value = "0",
            min = 0,
            max = 1e6,
            live = true,
            unit = "steps",
            advanced = true,
            help =
                "BEGAN: halves both learning rates when the convergence has not improved for so many steps. 0 never does.")
        int patience) {}
