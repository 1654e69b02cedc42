package studio.saddlepoint.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.image.ImageSource;

/**
 * The realism of each generated image (Kynkäänniemi et al. 2019, equation 3).
 *
 * @param scores of each image, in the order in which they were made, {@code (N)}: 1 and more is
 *     inside the real images' manifold; infinite for the copy of a typical real one. Not to be
 *     changed
 * @param names of the images in the same order, see {@link ImageSource#name}
 * @param most some images of the highest scores, highest first
 * @param least some images of the lowest scores, lowest first
 */
public record RealismScores(
    double[] scores, List<String> names, List<Scored> most, List<Scored> least) {
  private static final int SHOWN = 12;

  /**
   * An image and its score.
   *
   * @param index in the order in which the images were made
   */
  public record Scored(int index, Picture picture, double score) {}

  /** Copies the lists. */
  public RealismScores {
    names = List.copyOf(names);
    most = List.copyOf(most);
    least = List.copyOf(least);
  }

  /** With the pictures of the best and of the worst; of few images none is in both. */
  static RealismScores of(double[] scores, ImageSource images) {
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> scores[i]))
            .toList();
    int shown = Math.min(SHOWN, scores.length / 2);
    return new RealismScores(
        scores,
        IntStream.range(0, scores.length).mapToObj(images::name).toList(),
        IntStream.range(0, shown)
            .mapToObj(i -> order.get(scores.length - 1 - i))
            .map(index -> scored(index, scores, images))
            .toList(),
        order.stream().limit(shown).map(i -> scored(i, scores, images)).toList());
  }

  private static Scored scored(int index, double[] scores, ImageSource images) {
    return new Scored(index, images.picture(index), scores[index]);
  }
}
