package studio.saddlepoint.latent.walk;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;

/**
 * How time passes on the way from a key to the next: a place on the way, 0 to 1, for a share of the
 * time, 0 to 1. All begin at 0, end at 1, never turn back, and are the same backwards.
 */
public enum Easing {
  /** Evenly: {@code t}. */
  LINEAR,
  /** Slow at both keys, where it stands still: {@code 3 t^2 - 2 t^3} (Hermite's cubic). */
  SMOOTH,
  /**
   * Slower still at both keys, where its acceleration is 0 as well: {@code 6 t^5 - 15 t^4 + 10 t^3}
   * (Perlin 2002, Improving Noise).
   */
  SMOOTHER;

  /**
   * The place on the way.
   *
   * @param t share of the time, 0 to 1
   */
  public double at(double t) {
    return switch (this) {
      case LINEAR -> t;
      case SMOOTH -> t * t * (3 - 2 * t);
      case SMOOTHER -> t * t * t * (t * (6 * t - 15) + 10);
    };
  }

  /** Its name in commands and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The easing of a name.
   *
   * @throws StudioException if there is none
   */
  public static Easing of(String id) {
    return Arrays.stream(values())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new StudioException(
                    "easing is "
                        + id
                        + ": it must be one of "
                        + Arrays.stream(values()).map(Easing::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
