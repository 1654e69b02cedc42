package studio.saddlepoint.metrics.extractor;

import java.util.Optional;
import studio.saddlepoint.data.ImageShape;

/**
 * The pixels themselves as features, 0 to 1, in the order {@code (C, H, W)}. Larger images are
 * averaged down in blocks to at most 32 pixels, since covariances grow with the square of the
 * dimension.
 */
public final class PixelExtractor implements FeatureExtractor {
    private static final int LARGEST = 32;

    private final ImageShape shape;
    private final int block;

    /**
     * Pixels of images of a shape.
     *
     * @param shape of each image
     */
    public PixelExtractor(ImageShape shape) {
        this.shape = shape;
        int needed = 1;
        while (shape.height() / needed > LARGEST
                || shape.height() % needed != 0
                || shape.width() % needed != 0) {
            needed++;
        }
        this.block = needed;
    }

    @Override
    public String id() {
        return "pixels-" + shape.height() / block;
    }

    @Override
    public String label() {
        return block == 1 ? "pixels" : "pixels averaged to " + shape.height() / block;
    }

    @Override
    public int dimension() {
        return shape.pixels() / (block * block);
    }

    @Override
    public float[] features(byte[] pixels) {
        int planes = pixels.length / (shape.height() * shape.width());
        int width = shape.width() / block;
        int plane = width * shape.height() / block;
        int[] sums = new int[planes * plane];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % shape.width();
            int y = i / shape.width() % shape.height();
            int p = i / (shape.width() * shape.height());
            sums[p * plane + y / block * width + x / block] += pixels[i] & 0xff;
        }
        float[] features = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            features[i] = sums[i] / (255f * block * block);
        }
        return features;
    }

    @Override
    public Optional<float[]> perceive(float[] pixels) {
        int planes = pixels.length / (shape.height() * shape.width());
        int width = shape.width() / block;
        int plane = width * shape.height() / block;
        float[] features = new float[planes * plane];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % shape.width();
            int y = i / shape.width() % shape.height();
            int p = i / (shape.width() * shape.height());
            features[p * plane + y / block * width + x / block] +=
                    (pixels[i] + 1) / (2f * block * block);
        }
        return Optional.of(features);
    }

    @Override
    public void close() {}
}
