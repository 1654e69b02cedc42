package studio.saddlepoint.data;

/**
 * The shape of one image, {@code (C, H, W)}.
 *
 * @param channels 1 for grey, 3 for colour (red, green, blue)
 * @param height rows
 * @param width columns
 */
public record ImageShape(int channels, int height, int width) {
  /** Checks that all three are positive. */
  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "image shape (" + channels + ", " + height + ", " + width + ")");
    }
  }

  /** Numbers in one image: channels x height x width. */
  public int pixels() {
    return channels * height * width;
  }
}
