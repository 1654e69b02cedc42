package studio.saddlepoint.model;

import java.util.List;

/**
 * The space of what a generator takes.
 *
 * @param size length of z
 * @param classNames the classes it can be asked for; empty where it is not conditional
 */
public record LatentSpace(int size, List<String> classNames) {
  /** Whether the class can be chosen. */
  public boolean conditional() {
    return !classNames.isEmpty();
  }
}
