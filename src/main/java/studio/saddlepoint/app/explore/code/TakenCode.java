package studio.saddlepoint.app.explore.code;

import java.util.Optional;
import studio.saddlepoint.latent.LatentPoint;

/**
 * A bookmark that a person wants to see.
 *
 * @param point its code
 * @param className the class that it was kept with; empty for none
 * @param place where it is to be put
 */
public record TakenCode(LatentPoint point, Optional<String> className, Place place) {
  /** A place on the page. */
  public enum Place {
    /** Where the explorer stands. */
    HERE,
    /** One end of the path. */
    A,
    /** The other end. */
    B
  }
}
