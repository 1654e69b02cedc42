package studio.saddlepoint.train.trial;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.train.trial.TrialPlan.Side;

/**
 * What came of a trial.
 *
 * @param pairs one for each seed
 */
public record TrialResult(List<Pair> pairs) {
  /**
   * The two trainings of a seed.
   *
   * @param seed of what comes after the checkpoint
   * @param without FID of the run as it is; NaN where it diverged
   * @param with FID with the other settings; NaN where it diverged
   */
  public record Pair(long seed, double without, double with) {
    /** How much the other settings change FID; negative is better. */
    public double difference() {
      return with - without;
    }
  }

  /** Copies the list. */
  public TrialResult {
    pairs = List.copyOf(pairs);
  }

  /** How many trainings of a side diverged. */
  public long diverged(Side side) {
    return pairs.stream().filter(each -> Double.isNaN(fid(each, side))).count();
  }

  /** The paired difference of FID, with - without; empty where a training diverged. */
  public Optional<PairedDifference> difference() {
    return diverged(Side.WITHOUT) + diverged(Side.WITH) > 0
        ? Optional.empty()
        : Optional.of(PairedDifference.of(pairs.stream().map(Pair::difference).toList()));
  }

  /** The better side; empty where there is no difference, or trainings of both diverged. */
  public Optional<Side> better() {
    Optional<PairedDifference> difference = difference();
    if (difference.isPresent()) {
      return difference.get().none()
          ? Optional.empty()
          : Optional.of(difference.get().mean() < 0 ? Side.WITH : Side.WITHOUT);
    }
    boolean both = diverged(Side.WITHOUT) > 0 && diverged(Side.WITH) > 0;
    return both
        ? Optional.empty()
        : Optional.of(diverged(Side.WITH) > 0 ? Side.WITHOUT : Side.WITH);
  }

  /** The seed at which a side has its lowest FID. */
  long bestSeed(Side side) {
    return pairs.stream()
        .filter(each -> !Double.isNaN(fid(each, side)))
        .reduce((a, b) -> fid(b, side) < fid(a, side) ? b : a)
        .orElseThrow()
        .seed();
  }

  private static double fid(Pair pair, Side side) {
    return side == Side.WITH ? pair.with() : pair.without();
  }

  /** One or two sentences for a person. */
  public String verdict() {
    Optional<PairedDifference> difference = difference();
    if (difference.isEmpty()) {
      return English.of(
          "Diverged: %d of %d trainings with the other settings, %d of %d without them.",
          diverged(Side.WITH), pairs.size(), diverged(Side.WITHOUT), pairs.size());
    }
    String found = "FID " + difference.get() + " over " + pairs.size() + " seeds.";
    if (difference.get().none()) {
      return "No difference: " + found + " The interval holds 0.";
    }
    return (difference.get().mean() < 0
            ? "Better with the other settings: "
            : "Worse with the other settings: ")
        + found;
  }
}
