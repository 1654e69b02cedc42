package studio.saddlepoint.data;

import java.util.List;

/** A data set whose images were made from known factors. */
public interface FactorDataSet extends DataSet {
  /** The factors' names, in the order of {@link #factors(int)}. */
  List<String> factorNames();

  /**
   * What an image was made from.
   *
   * @param index 0 to {@link #size()} - 1
   * @return one value a factor
   */
  double[] factors(int index);
}
