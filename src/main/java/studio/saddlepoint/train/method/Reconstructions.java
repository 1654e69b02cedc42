package studio.saddlepoint.train.method;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;

/**
 * Real pictures and what an autoencoder makes of them.
 *
 * @param shape of each
 * @param real (N, C, H, W) in -1..1
 * @param made (N, C, H, W) in -1..1
 */
public record Reconstructions(ImageShape shape, float[] real, float[] made) {
  private static final int GAP = 2;
  private static final int BACKGROUND = 0xff20242b;

  /** Both as one picture of two rows: the real ones above, what was made of each below. */
  public Picture picture() {
    int count = real.length / shape.pixels();
    List<Picture> both = new ArrayList<>();
    for (float[] row : List.of(real, made)) {
      for (int i = 0; i < count; i++) {
        both.add(PictureConversion.of(row, i, shape));
      }
    }
    return PictureConversion.grid(both, count, GAP, BACKGROUND);
  }
}
