package studio.saddlepoint.recipe;

/** What keeps the activations of a network in range. */
public enum Normalization implements Choice {
    BATCH(
            "Batch norm",
            "Normalises every channel over the batch: stabilises DCGAN; not for critics with a gradient penalty."),
    NONE("None", "No normalisation: right for Wasserstein critics.");

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
