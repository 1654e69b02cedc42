package studio.saddlepoint.data.pack;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;

/** One split of a pack. */
public class PackedDataSet implements DataSet {
  private final Pack pack;
  private final String fingerprint;
  private final int first;
  private final int size;

  /** One part of a pack. */
  public PackedDataSet(Pack pack, Split split) {
    PackIndex index = pack.index();
    boolean train = split == Split.TRAIN;
    this.pack = pack;
    if (index.testIsTrain()) {
      this.first = 0;
      this.size = index.count();
    } else {
      this.first = train ? 0 : index.trainCount();
      this.size = train ? index.trainCount() : index.count() - index.trainCount();
    }
    String part = index.testIsTrain() ? "all" : split.name().toLowerCase(Locale.ROOT);
    this.fingerprint = index.fingerprint() + "-" + part + "-" + index.shape().height();
  }

  /** Index in the pack of an image of this split. */
  protected final int inPack(int index) {
    return first + Objects.checkIndex(index, size);
  }

  @Override
  public String name() {
    return pack.index().name();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ImageShape shape() {
    return pack.index().shape();
  }

  @Override
  public List<String> classNames() {
    return pack.index().classNames();
  }

  @Override
  public int label(int index) {
    return pack.index().labels()[inPack(index)];
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    pack.read(inPack(index), target, offset);
  }

  @Override
  public List<DataProblem> problems() {
    return pack.index().problems();
  }
}
