package studio.saddlepoint.latent.direction;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Space;

/**
 * A direction along which codes mean something, {@code z' = z + d}.
 *
 * @param name what a person calls it, on one line
 * @param space which codes it is of
 * @param vector of unit length, {@code (Z)} or {@code (D)}
 * @param layers the styled layers that it moves; {@link LayerRange#ALL} in z
 * @param deviation of the generator's codes along it, above 0: one unit of a slider
 * @param origin how it was found
 */
public record Direction(
    String name,
    Space space,
    List<Float> vector,
    LayerRange layers,
    double deviation,
    DirectionOrigin origin) {
  /** So long a name may be. */
  public static final int LONGEST_NAME = 60;

  /** So far a slider goes to either side, in deviations. */
  public static final double REACH = 3;

  /** Rounding of single numbers moves the length by less. */
  private static final double LENGTH_TOLERANCE = 1e-3;

  /** Checks all of it. */
  public Direction {
    name = checkedName(name);
    vector = List.copyOf(vector);
    double squares = 0;
    for (float each : vector) {
      squares += (double) each * each;
    }
    if (!(Math.abs(Math.sqrt(squares) - 1) < LENGTH_TOLERANCE)) {
      throw new StudioException(
          English.of(
              "The direction \"%s\" has the length %s instead of 1, or numbers that are not finite.",
              name, Math.sqrt(squares)));
    }
    if (!(deviation > 0) || !Double.isFinite(deviation)) {
      throw new StudioException(
          English.of(
              "The deviation of codes along \"%s\" is %s: it must be above 0.", name, deviation));
    }
    if (layers.isEmpty()) {
      throw new StudioException(
          English.of("The direction \"%s\" moves no layers: name some, such as 0-3.", name));
    }
  }

  private static String checkedName(String name) {
    String line = name.strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.length() > LONGEST_NAME) {
      throw new StudioException(
          English.of(
              "A direction must have a name of 1 to %d letters, not %d.",
              LONGEST_NAME, line.length()));
    }
    return line;
  }

  /** A vector of doubles as it is kept. */
  static List<Float> numbers(double[] vector) {
    List<Float> numbers = new ArrayList<>(vector.length);
    for (double each : vector) {
      numbers.add((float) each);
    }
    return numbers;
  }

  /** The same direction by another name. */
  public Direction named(String other) {
    return new Direction(other, space, vector, layers, deviation, origin);
  }

  /**
   * A step along it.
   *
   * @param units in deviations of codes; below 0 the other way
   */
  public Shift shift(double units) {
    return new Shift(space, vector, layers, units * deviation);
  }

  /** Whether a generator's codes can be moved along it. */
  public boolean fits(CodeSizes sizes) {
    return refusal(sizes).isEmpty();
  }

  /**
   * Why a generator's codes cannot be moved along it; empty where they can.
   *
   * @param sizes of the generator's codes
   */
  public String refusal(CodeSizes sizes) {
    int size = space == Space.Z ? sizes.z() : sizes.w().size();
    if (size != vector.size()) {
      return English.of(
          "The direction \"%s\" has %d numbers, but the generator's codes %s have %d: it was found for another one.",
          name, vector.size(), space.id(), size);
    }
    if (!layers.equals(LayerRange.ALL) && layers.to() >= Math.max(1, sizes.w().layers())) {
      return English.of(
          "The direction \"%s\" moves the layers %s, but the generator has %d: it was found for another one.",
          name, layers.toString(), sizes.w().layers());
    }
    return "";
  }

  /**
   * Refuses a generator whose codes cannot be moved along it.
   *
   * @throws StudioException with the reason
   */
  public void require(CodeSizes sizes) {
    String refusal = refusal(sizes);
    if (!refusal.isEmpty()) {
      throw new StudioException(refusal);
    }
  }
}
