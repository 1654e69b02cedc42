package studio.saddlepoint.latent.grid;

import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.PictureConversion;

/**
 * A grid of pictures.
 *
 * @param request what was asked for
 * @param pictures one for each cell
 */
public record GridPictures(GridRequest request, List<Picture> pictures) {
  /** Copies the pictures. */
  public GridPictures {
    pictures = List.copyOf(pictures);
  }

  /**
   * All in one picture.
   *
   * @param gap transparent pixels between two
   */
  public Picture sheet(int gap) {
    return PictureConversion.grid(pictures, request.columns(), gap, 0);
  }
}
