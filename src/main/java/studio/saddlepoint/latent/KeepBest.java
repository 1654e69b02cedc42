package studio.saddlepoint.latent;

import java.util.Arrays;
import java.util.Locale;
import studio.saddlepoint.core.StudioException;

/**
 * Keeping the best share of many samples, which trades variety for fidelity with every generator
 * (after discriminator rejection sampling, Azadi et al. 2019, which keeps samples by the
 * discriminator's logit).
 *
 * @param share of the samples drawn that is kept, 0.01 to 1
 * @param by what tells which are the best
 */
public record KeepBest(double share, By by) {
  /** The smallest share: every sample kept takes one over this many drawn. */
  public static final double LEAST = 0.01;

  /** So many samples are ranked within a few hundred megabytes. */
  private static final int MOST_DRAWN = 5_000_000;

  /** What tells which samples are the best. */
  public enum By {
    /** The discriminator of the same step: the larger its logit the better. */
    DISCRIMINATOR,
    /** How near a sample is to real pictures in features (Kynkäänniemi et al. 2019). */
    REALISM;

    /** Its name in files and on the command line. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By its name.
     *
     * @throws StudioException if there is none of this name
     */
    public static By of(String id) {
      return Arrays.stream(values())
          .filter(each -> each.id().equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new StudioException(
                      "\""
                          + id
                          + "\" does not tell which samples are the best: choose discriminator or realism."));
    }
  }

  /** Checks the share. */
  public KeepBest {
    if (!(share >= LEAST && share <= 1)) {
      throw new StudioException(
          "The share of samples to keep is "
              + share
              + ": it must be between "
              + LEAST
              + " and 1, such as 0.5 for the best half.");
    }
  }

  /**
   * How many samples to draw so that so many can be kept.
   *
   * @throws StudioException if those are more than can be ranked in memory
   */
  public int candidates(int count) {
    double drawn = Math.ceil(count / share - 1e-9);
    if (drawn > MOST_DRAWN) {
      throw new StudioException(
          String.format(
              Locale.ENGLISH,
              "To keep the best %,d samples, %,.0f would have to be drawn, but at most %,d can be ranked. Keep fewer, or a larger share.",
              count,
              drawn,
              MOST_DRAWN));
    }
    return (int) drawn;
  }
}
