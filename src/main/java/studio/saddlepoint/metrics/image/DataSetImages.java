package studio.saddlepoint.metrics.image;

import java.util.Arrays;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Quantizer;

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
    return Quantizer.pixels(bytes(from, count));
  }

  @Override
  public int label(int index) {
    return Math.max(0, set.label(order[index]));
  }

  @Override
  public byte[] bytes(int from, int count) {
    return set.read(Arrays.copyOfRange(order, from, from + count));
  }
}
