package studio.saddlepoint.data;

import java.util.List;
import java.util.Optional;

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

  /**
   * The names of what a network can learn to measure of an image, in the order of {@link
   * #measures(int)}: factors that are no classes, those that go round as a cosine and a sine.
   */
  List<String> measureNames();

  /**
   * What there is to measure in an image.
   *
   * @param index 0 to {@link #size()} - 1
   * @return one value a name, each of which changes evenly with the image
   */
  double[] measures(int index);

  @Override
  default Optional<FactorDataSet> withFactors() {
    return Optional.of(this);
  }
}
