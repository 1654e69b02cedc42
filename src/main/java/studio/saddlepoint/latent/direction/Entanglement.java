package studio.saddlepoint.latent.direction;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * How much each attribute moves when a slider goes from one end to the other: of a direction that
 * means one thing, only that one. To be measured by a judge that had no part in finding it.
 *
 * @param directions names of the rows
 * @param attributes the columns
 * @param moved mean absolute change of each attribute, in deviations of that attribute from picture
 *     to picture: a row a direction
 * @param change the same with its sign: which way the attribute goes on the whole
 */
public record Entanglement(
    List<String> directions,
    List<Attribute> attributes,
    List<List<Double>> moved,
    List<List<Double>> change) {

  /** Copies the lists. */
  public Entanglement {
    directions = List.copyOf(directions);
    attributes = List.copyOf(attributes);
    moved = moved.stream().map(List::copyOf).toList();
    change = change.stream().map(List::copyOf).toList();
  }

  /**
   * The share of all movement that falls on the attribute that a direction moves most: 1 for one
   * that moves nothing else.
   */
  public double purity(int direction) {
    List<Double> row = moved.get(direction);
    double sum = row.stream().mapToDouble(Double::doubleValue).sum();
    return sum > 0
        ? row.stream().mapToDouble(Double::doubleValue).max().orElse(0) / sum
        : Double.NaN;
  }

  /** The place of the attribute that a direction moves most. */
  public int mostMoved(int direction) {
    List<Double> row = moved.get(direction);
    int most = 0;
    for (int k = 1; k < row.size(); k++) {
      most = row.get(k) > row.get(most) ? k : most;
    }
    return most;
  }

  /** Codes as a direction moves them: in its own space and layers. */
  @FunctionalInterface
  public interface Codes {
    /**
     * The batches of codes for a direction; the same codes for each.
     *
     * @param direction to be measured
     */
    List<JudgedCodes> of(Direction direction);
  }

  /**
   * Measures.
   *
   * @param directions at least one
   * @param codes at least two altogether
   * @param reach how far the slider goes to either side, in deviations of codes
   * @throws StudioException if there is nothing to measure
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Entanglement measure(
      List<Direction> directions, Codes codes, double reach, Progress progress) {
    if (directions.isEmpty()) {
      throw new StudioException("There are no directions to measure: find some first.");
    }
    List<List<Double>> moved = new ArrayList<>();
    List<List<Double>> change = new ArrayList<>();
    List<Attribute> attributes = List.of();
    for (int i = 0; i < directions.size(); i++) {
      Direction direction = directions.get(i);
      progress.checkCancelled();
      progress.report(English.of("Measuring %s", direction.name()), (double) i / directions.size());
      List<JudgedCodes> batches = codes.of(direction);
      attributes = batches.get(0).attributes();
      Movement found = Movement.of(direction, batches, reach, progress);
      moved.add(found.moved());
      change.add(found.change());
    }
    return new Entanglement(
        directions.stream().map(Direction::name).toList(), attributes, moved, change);
  }

  /** What one direction does. */
  private record Movement(List<Double> moved, List<Double> change) {
    static Movement of(
        Direction direction, List<JudgedCodes> batches, double reach, Progress progress) {
      List<double[]> middle = new ArrayList<>();
      List<double[]> differences = new ArrayList<>();
      for (JudgedCodes batch : batches) {
        progress.checkCancelled();
        middle.addAll(List.of(batch.judge(batch.zero())));
        double[][] low = batch.judge(Offsets.along(direction, -reach, batch.count()));
        double[][] high = batch.judge(Offsets.along(direction, reach, batch.count()));
        for (int n = 0; n < low.length; n++) {
          double[] difference = new double[low[n].length];
          for (int k = 0; k < difference.length; k++) {
            difference[k] = high[n][k] - low[n][k];
          }
          differences.add(difference);
        }
      }
      double[] deviation = AttributeScale.of(middle.toArray(double[][]::new)).deviation();
      List<Double> moved = new ArrayList<>();
      List<Double> change = new ArrayList<>();
      for (int k = 0; k < deviation.length; k++) {
        int place = k;
        moved.add(
            differences.stream().mapToDouble(each -> Math.abs(each[place])).average().orElse(0)
                / deviation[k]);
        change.add(
            differences.stream().mapToDouble(each -> each[place]).average().orElse(0)
                / deviation[k]);
      }
      return new Movement(moved, change);
    }
  }
}
