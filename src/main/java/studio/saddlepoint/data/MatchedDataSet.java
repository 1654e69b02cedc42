package studio.saddlepoint.data;

import java.util.List;
import java.util.Optional;

/** A data set whose classes have other numbers: those by which a network learnt them. */
final class MatchedDataSet implements DataSet {
  private final DataSet set;
  private final List<String> names;
  private final int[] numbers;

  /**
   * A data set with its labels matched by name.
   *
   * @param set the data set
   * @param names its classes' names in the wanted order
   */
  MatchedDataSet(DataSet set, List<String> names) {
    this.set = set;
    this.names = List.copyOf(names);
    this.numbers = set.classNames().stream().mapToInt(names::indexOf).toArray();
  }

  @Override
  public String name() {
    return set.name();
  }

  /** Another one than without matching: a classifier of these labels is another classifier. */
  @Override
  public String fingerprint() {
    return set.fingerprint() + "-as-" + Integer.toHexString(names.hashCode());
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
    return names;
  }

  @Override
  public int label(int index) {
    int label = set.label(index);
    return label < 0 ? label : numbers[label];
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    set.read(index, target, offset);
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
