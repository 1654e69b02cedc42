package studio.saddlepoint.data;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.StudioException;

/**
 * A data set of smaller pictures, each pixel the mean of a square of the original ones: what a
 * network that grows learns from before it has grown up (Karras et al. 2018, section 2).
 */
public final class ScaledDataSet implements DataSet {
  private final DataSet set;
  private final int factor;
  private final ImageShape shape;

  private ScaledDataSet(DataSet set, int factor) {
    ImageShape large = set.shape();
    this.set = set;
    this.factor = factor;
    this.shape = new ImageShape(large.channels(), large.height() / factor, large.width() / factor);
  }

  /**
   * A data set at a size.
   *
   * @param size pixels on a side that square pictures are to have
   * @return the data set itself where it has that size
   * @throws StudioException if its pictures cannot be divided into so many squares
   */
  public static DataSet of(DataSet set, int size) {
    ImageShape large = set.shape();
    if (large.height() == size && large.width() == size) {
      return set;
    }
    if (large.height() != large.width() || large.height() % size != 0) {
      throw new StudioException(
          "The pictures of \""
              + set.name()
              + "\" ("
              + large.width()
              + "x"
              + large.height()
              + ") cannot be scaled to "
              + size
              + "x"
              + size
              + ": choose the data set at a multiple of that size.");
    }
    return new ScaledDataSet(set, large.height() / size);
  }

  /** How it was scaled, for a person: {@code scaled to 16x16}. */
  public String scaling() {
    return "scaled to " + shape.width() + "x" + shape.height();
  }

  @Override
  public String name() {
    return set.name();
  }

  @Override
  public String fingerprint() {
    return set.fingerprint() + "-at-" + shape.width();
  }

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public ImageShape shape() {
    return shape;
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
  public void read(int index, byte[] target, int offset) {
    byte[] large = new byte[set.shape().pixels()];
    set.read(index, large, 0);
    int wide = set.shape().width();
    int rows = shape.channels() * shape.height();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < shape.width(); column++) {
        int sum = sum(large, row * factor * wide + column * factor, wide);
        int count = factor * factor;
        target[offset + row * shape.width() + column] = (byte) ((2 * sum + count) / (2 * count));
      }
    }
  }

  /** Of a square of pixels. */
  private int sum(byte[] large, int corner, int wide) {
    int sum = 0;
    for (int y = 0; y < factor; y++) {
      for (int x = 0; x < factor; x++) {
        sum += large[corner + y * wide + x] & 0xff;
      }
    }
    return sum;
  }

  @Override
  public Optional<FactorDataSet> withFactors() {
    return set.withFactors();
  }

  @Override
  public List<DataProblem> problems() {
    return set.problems();
  }
}
