package studio.saddlepoint.metrics.extractor;

import java.util.List;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/**
 * Colour pictures as grey ones, by the mean of their channels, or grey ones in three equal
 * channels.
 *
 * @param set of 1 or 3 channels
 */
record OtherColours(DataSet set) implements DataSet {
  private static final int COLOURS = 3;

  private boolean turnsGrey() {
    return set.shape().channels() == COLOURS;
  }

  @Override
  public String name() {
    return set.name();
  }

  @Override
  public String fingerprint() {
    return set.fingerprint() + (turnsGrey() ? "-grey" : "-colour");
  }

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public ImageShape shape() {
    ImageShape shape = set.shape();
    return new ImageShape(turnsGrey() ? 1 : COLOURS, shape.height(), shape.width());
  }

  @Override
  public List<String> classNames() {
    return set.classNames();
  }

  @Override
  public int label(int index) {
    return set.label(index);
  }

  @Override
  public List<DataProblem> problems() {
    return set.problems();
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    byte[] pixels = new byte[set.shape().pixels()];
    set.read(index, pixels, 0);
    int plane = set.shape().height() * set.shape().width();
    if (turnsGrey()) {
      for (int i = 0; i < plane; i++) {
        int sum = 0;
        for (int c = 0; c < COLOURS; c++) {
          sum += Byte.toUnsignedInt(pixels[c * plane + i]);
        }
        target[offset + i] = (byte) Math.round(sum / (float) COLOURS);
      }
    } else {
      for (int c = 0; c < COLOURS; c++) {
        System.arraycopy(pixels, 0, target, offset + c * plane, plane);
      }
    }
  }
}
