package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.RankedSamples;
import studio.saddlepoint.latent.SampleCodes;

/**
 * The points of a sheet of which only the best share of those drawn are shown.
 *
 * @param points those kept
 * @param labels the class of each
 */
record BestPoints(List<LatentPoint> points, int[] labels) {
  /**
   * Draws more points than a sheet has places and keeps the best.
   *
   * @param state where the explorer stands
   * @param classes how many classes stand side by side; 0 for those of the class chosen
   * @param keep which share to keep
   * @param size numbers in a code
   * @param ranking tells which are the best
   */
  static BestPoints of(
      ExploreState state, int classes, KeepBest keep, int size, RankedSamples.Ranking ranking) {
    int columns = classes == 0 ? 1 : Part.shown(classes);
    int rows = Part.SAMPLES.points(state, classes).size() / columns;
    List<LatentPoint> drawn = new ArrayList<>();
    for (LatentPoint point : state.samples(keep.candidates(rows))) {
      for (int c = 0; c < columns; c++) {
        drawn.add(point);
      }
    }
    int[] labels =
        IntStream.range(0, drawn.size())
            .map(i -> classes == 0 ? state.label() : i % columns)
            .toArray();
    Codes codes = Codes.of(drawn, labels, size, state.threshold());
    double[] scores = ranking.scores(codes, drawn.size(), Progress.NONE);
    int[] best = RankedSamples.best(scores, labels, rows * columns);
    return arranged(best, drawn, labels, rows, columns);
  }

  /** Each class in its column, from the first drawn down. */
  private static BestPoints arranged(
      int[] best, List<LatentPoint> drawn, int[] labels, int rows, int columns) {
    LatentPoint[] points = new LatentPoint[rows * columns];
    int[] classes = new int[rows * columns];
    int[] filled = new int[columns];
    for (int i : best) {
      int column = columns == 1 ? 0 : labels[i];
      int place = filled[column]++ * columns + column;
      points[place] = drawn.get(i);
      classes[place] = labels[i];
    }
    return new BestPoints(Arrays.asList(points), classes);
  }

  /** Codes of points. */
  private record Codes(float[][] z, int[] labels, double threshold) implements SampleCodes {
    static Codes of(List<LatentPoint> points, int[] labels, int size, double threshold) {
      return new Codes(
          points.stream().map(point -> point.code(size, threshold)).toArray(float[][]::new),
          labels,
          threshold);
    }

    @Override
    public long seed() {
      return 0;
    }

    @Override
    public Range range(int from, int count) {
      return new Range(
          Arrays.copyOfRange(z, from, from + count),
          Arrays.copyOfRange(labels, from, from + count),
          IntStream.range(from, from + count).asLongStream().toArray());
    }
  }
}
