package studio.saddlepoint.metrics.extractor;

import java.util.Arrays;

/**
 * Bilinear resizing around pixel centres without a filter, as PyTorch's {@code interpolate(mode =
 * "bilinear", align_corners = False)}, which pytorch-fid shows images to its network with.
 */
final class BilinearResize implements PlaneResize {
  private final int width;
  private final Taps across;
  private final Taps down;

  /** From width and height to others. */
  BilinearResize(int width, int height, int toWidth, int toHeight) {
    this.width = width;
    this.across = Taps.of(width, toWidth);
    this.down = Taps.of(height, toHeight);
  }

  @Override
  public void plane(float[] source, int from, float[] target, int to) {
    int wide = across.first.length;
    for (int y = 0; y < down.first.length; y++) {
      int upper = from + down.first[y] * width;
      int lower = from + down.second[y] * width;
      float share = down.share[y];
      for (int x = 0; x < wide; x++) {
        int left = across.first[x];
        int right = across.second[x];
        float turn = across.share[x];
        float above = (1 - turn) * source[upper + left] + turn * source[upper + right];
        float below = (1 - turn) * source[lower + left] + turn * source[lower + right];
        target[to + y * wide + x] = (1 - share) * above + share * below;
      }
    }
  }

  /** For each target pixel: two source pixels, and the second one's share. */
  private record Taps(int[] first, int[] second, float[] share) {
    static Taps of(int from, int to) {
      int[] first = new int[to];
      float[] share = new float[to];
      float scale = (float) from / to;
      for (int i = 0; i < to; i++) {
        float middle = Math.max(0, scale * (i + 0.5f) - 0.5f);
        first[i] = (int) middle;
        share[i] = middle - first[i];
      }
      int[] second = Arrays.stream(first).map(i -> Math.min(i + 1, from - 1)).toArray();
      return new Taps(first, second, share);
    }
  }
}
