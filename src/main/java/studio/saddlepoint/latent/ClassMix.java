package studio.saddlepoint.latent;

import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.StudioException;

/**
 * A second class that a conditional generator is asked for beside the first: what it is told of the
 * classes is {@code (1 - share) first + share second}.
 *
 * @param second the other class
 * @param share its share, 0 to 1
 */
public record ClassMix(int second, double share) {
  /** One class alone. */
  public static final ClassMix NONE = new ClassMix(0, 0);

  /** Checks both. */
  public ClassMix {
    if (second < 0 || !(share >= 0 && share <= 1)) {
      throw new StudioException(
          "The share of class " + second + " is " + share + ": it must be between 0 and 1.");
    }
  }

  /** Whether there is one class alone. */
  public boolean none() {
    return share == 0;
  }

  /**
   * What files say of pictures drawn so, by key; nothing where there is one class alone.
   *
   * @param classNames of all classes
   */
  public Map<String, String> notes(List<String> classNames) {
    return none() || second >= classNames.size()
        ? Map.of()
        : Map.of("mixed-class", classNames.get(second), "mixed-share", Double.toString(share));
  }
}
