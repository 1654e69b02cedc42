package studio.saddlepoint.metrics.extractor;

/**
 * The features that an extractor sees in a batch of images.
 *
 * @param features {@code (N, d)}
 * @param logits of the classes {@code (N, K)}; empty where there are no classes
 */
public record Extracted(float[] features, float[] logits) {}
