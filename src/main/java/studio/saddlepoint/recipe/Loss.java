package studio.saddlepoint.recipe;

/** The adversarial loss of both players (METHODS: table of losses). */
public enum Loss implements Choice {
    NON_SATURATING(
            "Non-saturating",
            "The usual loss: the generator maximises log D(G(z)) (Goodfellow et al. 2014)."),
    MINIMAX(
            "Minimax",
            "The original game: the generator minimises log(1 - D(G(z))); its gradient vanishes when D is sure."),
    LEAST_SQUARES(
            "Least squares",
            "Squared distance to the targets 0 and 1 (LSGAN, Mao et al. 2017): smoother gradients."),
    LEAST_SQUARES_PEARSON(
            "Least squares (Pearson)",
            "Targets -1 and 1, and 0 for the generator: the two players then minimise Pearson's chi-squared divergence (LSGAN, equation 8)."),
    WASSERSTEIN(
            "Wasserstein",
            "A critic scores without bounds (WGAN, Arjovsky et al. 2017): needs clipping or a gradient penalty."),
    HINGE("Hinge", "Only pictures on the wrong side of the margin count (Lim and Ye 2017, SNGAN)."),
    RELATIVISTIC_AVERAGE(
            "Relativistic average",
            "Is a real picture more real than the average fake, and the reverse (RaGAN, Jolicoeur-Martineau 2019)?"),
    BEGAN(
            "BEGAN",
            "The discriminator is an autoencoder that must reconstruct real pictures better than generated ones (Berthelot et al. 2017).");

    private final String label;
    private final String help;

    Loss(String label, String help) {
        this.label = label;
        this.help = help;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String help() {
        return help;
    }
}
