package studio.saddlepoint.latent.grid;

import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerNoise;

/** All classes of one code. */
public final class ClassGrid {
  private static final double WIDE = 1.6;

  private ClassGrid() {}

  /**
   * A grid.
   *
   * @param cell how all are drawn, and of which code
   * @param classNames of all classes
   * @throws StudioException if there are none
   */
  public static GridRequest of(GridCell cell, List<String> classNames, LayerNoise noise) {
    if (classNames.isEmpty()) {
      throw new StudioException(
          "This generator was trained without classes: there is nothing to choose. Train a conditional one.");
    }
    int count = Math.min(classNames.size(), GridRequest.MOST);
    int columns = (int) Math.min(count, Math.ceil(Math.sqrt(WIDE * count)));
    return new GridRequest(
        columns,
        IntStream.range(0, count).mapToObj(i -> cell.of(i).called(classNames.get(i))).toList(),
        List.of(),
        List.of(),
        noise);
  }
}
