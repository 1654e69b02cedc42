package studio.saddlepoint.latent.direction;

import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** Checks of how many directions are asked for. */
final class Counts {
  private Counts() {}

  /**
   * Refuses what there is not.
   *
   * @param count how many directions
   * @param most how many there are
   */
  static void require(int count, int most) {
    if (count < 1 || count > most) {
      throw new StudioException(
          English.of("%d directions were asked for: there are 1 to %d of them here.", count, most));
    }
  }
}
