package studio.saddlepoint.data;

import java.util.List;

/** A data set as another one, for tests to change a part of. */
class DelegatingDataSet implements DataSet {
  private final DataSet set;

  DelegatingDataSet(DataSet set) {
    this.set = set;
  }

  @Override
  public String name() {
    return set.name();
  }

  @Override
  public String fingerprint() {
    return set.fingerprint();
  }

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public ImageShape shape() {
    return set.shape();
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
    set.read(index, target, offset);
  }

  @Override
  public List<DataProblem> problems() {
    return set.problems();
  }
}
