package studio.saddlepoint.recipe;

/** What keeps the activations of a network in range. */
public enum Normalization implements Choice {
    BATCH(
            "Batch norm",
            "Normalises every channel over the batch: stabilises DCGAN; not for critics with a gradient penalty."),
    NONE("None", "No normalisation: right for Wasserstein critics."),
    INSTANCE(
            "Instance norm",
            "Normalises every channel of every picture by itself (Ulyanov et al. 2016): allowed with a gradient penalty."),
    LAYER(
            "Layer norm",
            "Normalises each picture over all its channels (Ba et al. 2016): for critics with a gradient penalty."),
    VIRTUAL_BATCH(
            "Virtual batch norm",
            "Normalises by a fixed reference batch (Salimans et al. 2016): pictures of a batch do not depend on each other; up to twice the work.");

    private final String label;
    private final String help;

    Normalization(String label, String help) {
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
