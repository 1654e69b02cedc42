package studio.saddlepoint.metrics.image;

import java.util.Arrays;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/**
 * Images of a data set.
 *
 * @param set the data set
 * @param order which images, by their index in the set
 */
public record DataSetImages(DataSet set, int[] order) implements ImageSource {
    @Override
    public ImageShape shape() {
        return set.shape();
    }

    @Override
    public float[] images(int from, int count) {
        byte[] bytes = bytes(from, count);
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[i] & 0xff) / 127.5f - 1;
        }
        return pixels;
    }

    @Override
    public byte[] bytes(int from, int count) {
        return set.read(Arrays.copyOfRange(order, from, from + count));
    }
}
