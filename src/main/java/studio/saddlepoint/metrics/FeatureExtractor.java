package studio.saddlepoint.metrics;

/** Turns images into features. Used by one thread at a time. */
public interface FeatureExtractor extends AutoCloseable {
    /**
     * What features depend on beside the images, safe as part of a file name: two extractors of the
     * same id give the same features.
     */
    String id();

    /** What a number was made with, for a person: {@code Strokes classifier}. */
    String label();

    /** Numbers in a feature, d. */
    int dimension();

    /**
     * Computes features of a batch.
     *
     * @param pixels images {@code (N, C, H, W)}, unsigned bytes; its length decides N
     * @return {@code (N, d)}
     * @throws studio.saddlepoint.core.StudioException if they cannot be computed
     */
    float[] features(byte[] pixels);

    @Override
    void close();
}
