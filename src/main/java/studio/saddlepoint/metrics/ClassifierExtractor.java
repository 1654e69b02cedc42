package studio.saddlepoint.metrics;

import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.Autograd;

/** The penultimate layer of a data set's own classifier. */
final class ClassifierExtractor implements FeatureExtractor {
    private final String dataName;
    private final ClassifierNetwork network;
    private final double accuracy;
    private final String id;

    /**
     * An extractor; it closes the network.
     *
     * @param dataName the data set's name
     * @param accuracy share of the test split that the classifier gets right
     */
    ClassifierExtractor(String dataName, ClassifierNetwork network, double accuracy) {
        this.dataName = dataName;
        this.network = network;
        this.accuracy = accuracy;
        this.id =
                "classifier-%s-%s"
                        .formatted(
                                ClassifierTraining.VERSION,
                                Digests.of(network.tensors()).substring(0, 24));
    }

    /** Share of the test split that the classifier gets right, 0 to 1. */
    double accuracy() {
        return accuracy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return dataName + " classifier";
    }

    @Override
    public int dimension() {
        return ClassifierNetwork.FEATURES;
    }

    @Override
    public float[] features(byte[] pixels) {
        return Autograd.without(
                () -> Arrays.scoped(() -> network.features(network.input(pixels)).toFloatArray()));
    }

    /** The likeliest class of each image, of images (N, C, H, W) as unsigned bytes: (N). */
    long[] classes(byte[] pixels) {
        return Autograd.without(
                () ->
                        Arrays.scoped(
                                () ->
                                        network.logits(network.features(network.input(pixels)))
                                                .argMax(1)
                                                .toLongArray()));
    }

    @Override
    public void close() {
        network.close();
    }
}
