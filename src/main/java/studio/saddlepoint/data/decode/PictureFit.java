package studio.saddlepoint.data.decode;

import java.util.Arrays;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;

/** How a picture of any shape becomes a square. */
public enum PictureFit {
  /** The middle square; what is beyond is cut off. */
  CROP("crop"),
  /** All of it, its edges drawn on to both sides. */
  PAD("pad"),
  /** All of it, between black bars. */
  PAD_BLACK("pad-black");

  private final String id;

  PictureFit(String id) {
    this.id = id;
  }

  /** Its name in commands and files. */
  public String id() {
    return id;
  }

  /**
   * The one of a name.
   *
   * @throws StudioException if there is none
   */
  public static PictureFit parse(String id) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new StudioException(
                    "The fit is \""
                        + id
                        + "\": it must be one of "
                        + Arrays.stream(values())
                            .map(PictureFit::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * Planes in the middle of squares.
   *
   * @param planes (C, H, W)
   * @return (C, S, S) with S the longer of both sides
   */
  byte[] padded(byte[] planes, int channels, int height, int width) {
    int side = Math.max(height, width);
    int top = (side - height) / 2;
    int left = (side - width) / 2;
    byte[] square = new byte[channels * side * side];
    for (int i = 0; i < square.length; i++) {
      int y = i / side % side - top;
      int x = i % side - left;
      boolean inside = y >= 0 && y < height && x >= 0 && x < width;
      if (inside || this != PAD_BLACK) {
        int row = Math.max(0, Math.min(height - 1, y));
        int column = Math.max(0, Math.min(width - 1, x));
        square[i] = planes[(i / (side * side) * height + row) * width + column];
      }
    }
    return square;
  }
}
