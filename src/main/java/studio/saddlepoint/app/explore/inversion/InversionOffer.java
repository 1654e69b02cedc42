package studio.saddlepoint.app.explore.inversion;

import java.util.List;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.inversion.InversionSpace;

/**
 * What a generator offers to the tools.
 *
 * @param shape of its pictures
 * @param spaces in which codes can be looked for
 */
public record InversionOffer(ImageShape shape, List<InversionSpace> spaces) {
  /** Copies the list. */
  public InversionOffer {
    spaces = List.copyOf(spaces);
  }
}
