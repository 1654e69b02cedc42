package studio.saddlepoint.metrics;

import java.util.List;
import studio.saddlepoint.core.Picture;

/**
 * A generated image with the real images that are nearest to it in feature space.
 *
 * @param generated the generated image
 * @param nearest real images, nearest first
 * @param distances their distances in feature space, ascending
 * @param realism its realism score: above 1 inside the real images' manifold; infinite for the copy
 *     of a typical one
 */
public record Neighbours(
    Picture generated, List<Picture> nearest, double[] distances, double realism) {
  /** Refuses lengths that do not fit. */
  public Neighbours {
    nearest = List.copyOf(nearest);
    if (nearest.size() != distances.length) {
      throw new IllegalArgumentException(
          nearest.size() + " images with " + distances.length + " distances");
    }
  }
}
