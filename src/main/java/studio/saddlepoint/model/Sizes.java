package studio.saddlepoint.model;

import studio.saddlepoint.core.English;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;

/**
 * The sides of the pictures of a network that grows: powers of two times the smallest.
 *
 * @param smallest side of the first stage's pictures
 * @param stages how many there are
 */
record Sizes(int smallest, int stages) {

  /** The side of a stage's pictures. */
  int of(int stage) {
    return smallest << stage;
  }

  /** The resolution of a pass. */
  Resolution at(ForwardContext context) {
    return context.resolution().orElseGet(() -> Resolution.of(of(stages - 1)));
  }

  /**
   * The stage of a resolution.
   *
   * @throws IllegalArgumentException if no stage has pictures of its size
   */
  int stage(Resolution now) {
    for (int i = 0; i < stages; i++) {
      if (of(i) == now.size()) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        English.of("no stage of %d from %d has pictures of %d", stages, smallest, now.size()));
  }
}
