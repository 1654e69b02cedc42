package studio.saddlepoint.metrics.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;

/**
 * All metrics over distances of real and generated features, in one pass: neighbours once for all.
 */
public final class PairMetrics {
  /** Nearest real images that are told of a generated one. */
  public static final int NEAREST = 4;

  /** What can be found. */
  public enum Part {
    /** See {@link #membership()}. */
    PRECISION_RECALL,
    /** See {@link #counting()}. */
    DENSITY_COVERAGE,
    /** See {@link #realism()}. */
    REALISM,
    /** See {@link #nearestRows}; with realism. */
    NEAREST
  }

  private Optional<PrecisionRecall.Membership> membership = Optional.empty();
  private Optional<DensityCoverage.Counting> counting = Optional.empty();
  private Optional<Realism> realism = Optional.empty();
  private Optional<Nearest> nearest = Optional.empty();
  private double[] nearestDistances = {};
  private double[] neighbourReach = {};
  private double realCopies;
  private OptionalDouble fakeCopies = OptionalDouble.empty();

  private PairMetrics() {}

  /**
   * Measures.
   *
   * @param real features of real images, more than {@link DensityCoverage#NEIGHBOURS}
   * @param fake features of generated images, more than {@link PrecisionRecall#NEIGHBOURS}
   * @param wanted what to find
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static PairMetrics of(Features real, Features fake, Set<Part> wanted, Progress progress) {
    PairMetrics metrics = new PairMetrics();
    try (PairDistances distances = new PairDistances(real, fake)) {
      metrics.measure(distances, real.count(), fake.count(), wanted, progress);
    }
    return metrics;
  }

  private void measure(
      PairDistances distances, int reals, int fakes, Set<Part> wanted, Progress progress) {
    boolean inside = wanted.contains(Part.PRECISION_RECALL);
    double[][] reach =
        distances.reachOfFirst(DensityCoverage.NEIGHBOURS, progress.part(0, 1 / 3.0));
    double[] realReach = reach[PrecisionRecall.NEIGHBOURS - 1];
    realCopies = shareOfZeros(realReach);
    List<PairDistances.BlockConsumer> consumers = new ArrayList<>();
    if (inside) {
      double[][] fakeReach =
          distances.reachOfSecond(PrecisionRecall.NEIGHBOURS, progress.part(1 / 3.0, 2 / 3.0));
      fakeCopies = OptionalDouble.of(shareOfZeros(fakeReach[PrecisionRecall.NEIGHBOURS - 1]));
      membership =
          add(
              consumers,
              () ->
                  new PrecisionRecall.Membership(
                      realReach, fakeReach[PrecisionRecall.NEIGHBOURS - 1], false));
    }
    if (wanted.contains(Part.DENSITY_COVERAGE)) {
      counting =
          add(
              consumers,
              () ->
                  new DensityCoverage.Counting(
                      reach[DensityCoverage.NEIGHBOURS - 1], fakes, DensityCoverage.NEIGHBOURS));
    }
    if (wanted.contains(Part.REALISM) || wanted.contains(Part.NEAREST)) {
      realism = add(consumers, () -> new Realism(realReach, fakes));
    }
    if (wanted.contains(Part.NEAREST)) {
      nearest = add(consumers, () -> new Nearest(NEAREST, reals, fakes));
    }
    distances.forEachBlock(
        progress.part(2 / 3.0, 1), block -> consumers.forEach(consumer -> consumer.accept(block)));
    nearest.ifPresent(
        found -> {
          nearestDistances = new double[fakes * NEAREST];
          neighbourReach = new double[fakes];
          for (int f = 0; f < fakes; f++) {
            for (int k = 0; k < NEAREST; k++) {
              nearestDistances[f * NEAREST + k] = distances.distance(found.squared(f)[k]);
            }
            neighbourReach[f] = distances.distance(reach[0][found.rows(f)[0]]);
          }
        });
  }

  private static <T extends PairDistances.BlockConsumer> Optional<T> add(
      List<PairDistances.BlockConsumer> consumers, Supplier<T> made) {
    T consumer = made.get();
    consumers.add(consumer);
    return Optional.of(consumer);
  }

  private static double shareOfZeros(double[] reach) {
    return (double) Arrays.stream(reach).filter(each -> each == 0).count() / reach.length;
  }

  /** The share of real points whose {@link PrecisionRecall#NEIGHBOURS} neighbours are copies. */
  public double realCopies() {
    return realCopies;
  }

  /** The same share of generated points; known with precision and recall alone. */
  public OptionalDouble fakeCopies() {
    return fakeCopies;
  }

  /** Which points lie in the other set's manifold. */
  public PrecisionRecall.Membership membership() {
    return membership.orElseThrow();
  }

  /** In how many balls each point lies. */
  public DensityCoverage.Counting counting() {
    return counting.orElseThrow();
  }

  /** Each generated image's realism score, {@code (N)}. */
  public double[] realism() {
    return realism.orElseThrow().scores();
  }

  /** The rows of the {@value #NEAREST} real images nearest to a generated one, nearest first. */
  public int[] nearestRows(int fake) {
    return nearest.orElseThrow().rows(fake);
  }

  /** Their distances, ascending. */
  public double[] nearestDistances(int fake) {
    return Arrays.copyOfRange(nearestDistances, fake * NEAREST, (fake + 1) * NEAREST);
  }

  /** The distance of the real image nearest to a generated one to its own nearest neighbour. */
  public double neighbourReach(int fake) {
    return neighbourReach[fake];
  }
}
