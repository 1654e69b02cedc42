package studio.saddlepoint.metrics.memory;

import java.util.List;
import java.util.Locale;
import studio.saddlepoint.core.English;

/**
 * Whether a picture is a memory: how near the nearest training pictures are, against how near they
 * are to real pictures that nothing was learnt from (after Meehan et al. 2020, "A Non-Parametric
 * Test to Detect Data-Copying in Generative Models").
 *
 * @param realism the realism score (Kynkäänniemi et al. 2019, equation 3): 1 and more is inside the
 *     real pictures' manifold; infinite for the copy of a typical one
 * @param nearest training pictures, nearest first
 * @param unseen the distances of unseen pictures to their nearest training picture
 * @param scope what was compared
 */
public record MemoryCheck(
    double realism, List<NearPicture> nearest, UnseenDistances unseen, Scope scope) {
  /** A verdict that is wrong for one in a hundred unseen pictures. */
  private static final double RARE = 0.01;

  /** One in ten unseen pictures is as near: worth a look, and no more than that. */
  private static final double SELDOM = 0.1;

  /** Where there are too few unseen pictures to tell one in a hundred: well apart from them all. */
  private static final double WELL_APART = 0.5;

  /**
   * What was compared.
   *
   * @param compared training pictures that were looked at
   * @param all training pictures that there are
   * @param apart whether the unseen pictures were held out; otherwise they are training pictures,
   *     each against the others
   * @param extractor what looked at them, for a person
   */
  public record Scope(int compared, int all, boolean apart, String extractor) {}

  /** What follows from the distances. */
  public enum Verdict {
    /**
     * At most one in a hundred unseen pictures is as near to a training picture; or, where fewer
     * than 99 are known, none of them is, by half. A copy always, unless unseen pictures are
     * copies, too.
     */
    MEMORY,
    /** At most one in ten unseen pictures is as near. */
    NEAR,
    /** As near as unseen pictures are. */
    NEW,
    /** Farther than all but one in a hundred unseen pictures. */
    FAR
  }

  /** Copies the list. */
  public MemoryCheck {
    nearest = List.copyOf(nearest);
  }

  private double distance() {
    return nearest.get(0).featureDistance();
  }

  /** The distance of the nearest over that which unseen pictures usually have; 0 for a copy. */
  public double ratio() {
    return distance() == 0 ? 0 : distance() / unseen.median();
  }

  /** The share of unseen pictures that are farther from all training pictures, 0 to 1. */
  public double closerThan() {
    return unseen.farther(distance());
  }

  /** What follows. */
  public Verdict verdict() {
    boolean well = closerThan() == 1 && distance() <= WELL_APART * unseen.least();
    double chance = unseen.chance(distance());
    if (chance <= RARE || well) {
      return Verdict.MEMORY;
    }
    if (chance <= SELDOM) {
      return Verdict.NEAR;
    }
    return unseen.nearer(distance()) > 1 - RARE ? Verdict.FAR : Verdict.NEW;
  }

  /** What follows, in a sentence with its numbers. */
  public String sentence() {
    String times = English.of("%.2f times as far as they usually are", ratio());
    String closer = "it is closer to a training picture than " + share(closerThan());
    return switch (verdict()) {
      case MEMORY ->
          distance() == 0
              ? "A memory: to the extractor it is the same as a training picture."
              : "Most likely a memory: " + closer + " are, " + times + ".";
      case NEAR -> "Nearer to a training picture than usual: " + closer + " are, " + times + ".";
      case NEW -> "No memory: " + closer + " are, " + times + ".";
      case FAR ->
          "No memory, but like no training picture either: it is farther from them than "
              + share(unseen.nearer(distance()))
              + " are, "
              + times
              + ".";
    };
  }

  private String share(double of) {
    String pictures =
        scope.apart() ? "unseen real pictures" : "training pictures, each from the others,";
    return of == 1
        ? English.of("all of %,d %s", unseen.count(), pictures)
        : String.format(Locale.ENGLISH, "%.0f %% of %s", Math.floor(100 * of + 1e-9), pictures);
  }
}
