package studio.saddlepoint.latent.mixing;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.latent.LayerRange;

/**
 * The styles of a part of the sizes, as Karras et al. 2019 (figure 3) part them: coarse ones of 4x4
 * and 8x8, middle ones of 16x16 and 32x32, fine ones of what is larger. Where nothing is larger
 * than 32x32, each has about a third of the sizes.
 */
public enum StyleGroup {
  /** Pose, general shape. */
  COARSE,
  /** Smaller features. */
  MIDDLE,
  /** Colours and texture. */
  FINE;

  private static final int COARSEST = 2;
  private static final int MIDDLEMOST = 2;

  /**
   * The layers of this group; empty where too few sizes leave it none.
   *
   * @param sizes the size that each styled layer works at, ascending
   */
  public Optional<LayerRange> layers(List<Integer> sizes) {
    List<Integer> distinct = sizes.stream().distinct().toList();
    int count = distinct.size();
    boolean paper = count > COARSEST + MIDDLEMOST;
    int middle = paper ? COARSEST : Math.round(count / 3f);
    int fine = paper ? COARSEST + MIDDLEMOST : Math.round(2 * count / 3f);
    List<Integer> mine =
        switch (this) {
          case COARSE -> distinct.subList(0, middle);
          case MIDDLE -> distinct.subList(middle, fine);
          case FINE -> distinct.subList(fine, count);
        };
    return mine.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LayerRange(
                sizes.indexOf(mine.get(0)), sizes.lastIndexOf(mine.get(mine.size() - 1))));
  }
}
