package studio.saddlepoint.model;

import java.util.List;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * A running mean of a generator's weights and running statistics in a generator of its own (EMA;
 * Yazici et al. 2018); the running mean of w, which is one already, is copied. The decay grows with
 * the steps made, min(decay, (1 + t) / (10 + t)), so that the first weights are soon forgotten.
 */
public final class WeightAverage implements AutoCloseable {
  private final Generator source;
  private final Generator average;

  /**
   * An average that begins at the source's weights.
   *
   * @param source what is averaged
   * @param average a generator of the same recipe, which becomes the average
   */
  public WeightAverage(Generator source, Generator average) {
    this.source = source;
    this.average = average;
    update(0, 0);
  }

  /** The generator that holds the average. */
  public Generator generator() {
    return average;
  }

  /**
   * Takes the source's weights of now into the average.
   *
   * @param decay weight of the past, 0 to 1; 0 copies
   * @param step steps made so far
   */
  public void update(double decay, long step) {
    double warm = Math.min(decay, (1.0 + step) / (10.0 + step));
    Autograd.without(
        true,
        () -> {
          move(average.network().weights(), source.network().weights(), warm);
          move(average.network().buffers(), source.network().buffers(), warm);
          average
              .meanW()
              .ifPresent(mean -> move(List.of(mean), source.meanW().stream().toList(), 0));
          return average;
        });
  }

  private static void move(
      List<ai.djl.ndarray.NDArray> averages, List<ai.djl.ndarray.NDArray> values, double decay) {
    if (!averages.isEmpty()) {
      Ops.average(averages, values, decay);
    }
  }

  @Override
  public void close() {
    average.close();
  }
}
