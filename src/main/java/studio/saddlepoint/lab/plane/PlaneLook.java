package studio.saddlepoint.lab.plane;

/**
 * What a training of points looks like at a moment. Points are x and y in turn; arrays are not
 * changed by anybody.
 *
 * @param step steps made
 * @param heat what the discriminator says of each place of a square from -{@link #REACH} to {@link
 *     #REACH}, (side, side), from the bottom left on, row by row
 * @param side of the square of {@code heat}
 * @param probability whether {@code heat} is how probably a place is real, 0 to 1; a score without
 *     bounds otherwise
 * @param real real points
 * @param fake generated points, always from the same codes
 * @param pull where each generated point is to go: minus the gradient of the generator's loss by
 *     it, times the number of points
 * @param grid where the generator takes the crossings of a grid of codes from -2 to 2, (lines,
 *     lines)
 * @param lines of the grid each way
 * @param modes of the data that generated points are at
 * @param allModes how many modes the data has
 * @param off share of the generated points that are at none
 * @param lossOfDiscriminator of its last move; not a number before the first
 * @param lossOfGenerator of its last move; not a number before the first
 */
public record PlaneLook(
    long step,
    float[] heat,
    int side,
    boolean probability,
    float[] real,
    float[] fake,
    float[] pull,
    float[] grid,
    int lines,
    int modes,
    int allModes,
    double off,
    double lossOfDiscriminator,
    double lossOfGenerator) {
  /** Where the square ends that is looked at. */
  public static final double REACH = 1.6;

  /** Whether the generator or the discriminator has lost itself in numbers without bounds. */
  public boolean diverged() {
    for (float each : fake) {
      if (!Float.isFinite(each)) {
        return true;
      }
    }
    for (float each : heat) {
      if (!Float.isFinite(each)) {
        return true;
      }
    }
    return false;
  }
}
