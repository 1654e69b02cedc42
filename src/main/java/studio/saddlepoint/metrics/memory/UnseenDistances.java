package studio.saddlepoint.metrics.memory;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The distances of pictures that nothing was learnt from to their nearest training pictures: what
 * distances are like where there is no memory.
 *
 * @param ascending one for each picture, 0 and above
 */
public record UnseenDistances(List<Double> ascending) {
  /** Sorts them. */
  public UnseenDistances {
    ascending = ascending.stream().sorted().toList();
    if (ascending.isEmpty()) {
      throw new IllegalArgumentException("no distances to compare with");
    }
  }

  static UnseenDistances of(double[] distances) {
    return new UnseenDistances(DoubleStream.of(distances).boxed().toList());
  }

  /** How many pictures. */
  public int count() {
    return ascending.size();
  }

  /** The usual distance: the median, of two the lower. */
  public double median() {
    return ascending.get((count() - 1) / 2);
  }

  /** That of the picture that is nearest to a training picture. */
  public double least() {
    return ascending.get(0);
  }

  /** The share of the pictures that are farther than this from all training pictures, 0 to 1. */
  public double farther(double distance) {
    return share(ascending.stream().filter(each -> each > distance).count());
  }

  /** The share of the pictures that are nearer than this to a training picture, 0 to 1. */
  public double nearer(double distance) {
    return share(ascending.stream().filter(each -> each < distance).count());
  }

  /**
   * The chance that one more unseen picture is as near or nearer: its rank among the others, itself
   * counted, {@code (1 + #{d <= distance}) / (1 + n)}. As a verdict at 1 % it is wrong for at most
   * one in a hundred unseen pictures, whatever the distances are like (Phipson and Smyth 2010,
   * "Permutation P-values Should Never Be Zero").
   */
  public double chance(double distance) {
    long asNear = ascending.stream().filter(each -> each <= distance).count();
    return (1.0 + asNear) / (1.0 + count());
  }

  private double share(long some) {
    return (double) some / count();
  }
}
