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
 * @param typical the median distance of held-out pictures to their nearest training picture
 * @param nearer the share of held-out pictures that are nearer to a training picture, 0 to 1
 * @param scope what was compared
 */
public record MemoryCheck(
    double realism, List<NearPicture> nearest, double typical, double nearer, Scope scope) {
  private static final double RARE = 0.01;
  private static final double SELDOM = 0.1;
  private static final double HALF = 0.5;

  /**
   * What was compared.
   *
   * @param compared training pictures that were looked at
   * @param all training pictures that there are
   * @param heldOut pictures by which the typical distance is told
   * @param apart whether these were held out; otherwise they are training pictures, each against
   *     the others
   * @param extractor what looked at them, for a person
   */
  public record Scope(int compared, int all, int heldOut, boolean apart, String extractor) {}

  /** What follows from the distances. */
  public enum Verdict {
    /** Hardly a real picture is as near to a training picture, by half. */
    MEMORY,
    /** Few real pictures are as near. */
    NEAR,
    /** As near as real pictures are. */
    NEW,
    /** Hardly a real picture is as far. */
    FAR
  }

  /** Copies the list. */
  public MemoryCheck {
    nearest = List.copyOf(nearest);
  }

  /** The distance of the nearest over the typical one; 0 for a copy. */
  public double ratio() {
    double distance = nearest.get(0).featureDistance();
    return distance == 0 ? 0 : distance / typical;
  }

  /** What follows. */
  public Verdict verdict() {
    if (ratio() < HALF && nearer < RARE) {
      return Verdict.MEMORY;
    }
    if (nearer < SELDOM) {
      return Verdict.NEAR;
    }
    return nearer > 1 - RARE ? Verdict.FAR : Verdict.NEW;
  }

  /** What follows, in a sentence with its numbers. */
  public String sentence() {
    String reals = scope.apart() ? "held-out pictures" : "training pictures, each from the others,";
    String times = English.of("%.2f times as far as %s usually are", ratio(), reals);
    String share = String.format(Locale.ENGLISH, "%.0f %%", 100 * nearer);
    return switch (verdict()) {
      case MEMORY ->
          nearest.get(0).featureDistance() == 0
              ? "A memory: to the extractor it is the same as a training picture."
              : "Most likely a memory: its nearest training picture is " + times + ".";
      case NEAR ->
          "Nearer to a training picture than usual: "
              + times
              + ", and only "
              + share
              + " of them are nearer.";
      case NEW ->
          "No memory: its nearest training picture is "
              + times
              + ", and "
              + share
              + " of them are nearer.";
      case FAR ->
          "No memory, but like no training picture either: its nearest one is " + times + ".";
    };
  }
}
