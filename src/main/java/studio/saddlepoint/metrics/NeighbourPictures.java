package studio.saddlepoint.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.neighbour.PairMetrics;

/** Pictures of the most suspicious samples with their nearest real images. */
final class NeighbourPictures {
  private static final int SAMPLES = 12;

  private NeighbourPictures() {}

  /**
   * The samples that are most likely copies, most suspicious first.
   *
   * @param suspicion of each sample; the least is the most suspicious
   */
  static List<Neighbours> of(
      ImageSource generated, ImageSource real, PairMetrics found, double[] suspicion) {
    double[] realism = found.realism();
    return IntStream.range(0, suspicion.length)
        .boxed()
        .sorted(Comparator.comparingDouble(f -> suspicion[f]))
        .limit(SAMPLES)
        .map(
            f ->
                new Neighbours(
                    generated.picture(f),
                    IntStream.of(found.nearestRows(f)).mapToObj(row -> real.picture(row)).toList(),
                    found.nearestDistances(f),
                    realism[f]))
        .toList();
  }
}
