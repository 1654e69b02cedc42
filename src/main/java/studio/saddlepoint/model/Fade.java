package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;

/** The fading of pictures into pictures of twice the side (Karras et al. 2018, section 2). */
public final class Fade {
  private Fade() {}

  /**
   * {@code (1 - fade) old + fade new}.
   *
   * @param old (N, C, H, W)
   * @param made (N, C, H, W)
   * @param fade share of the new, 0 to 1
   */
  static NDArray mix(NDArray old, NDArray made, double fade) {
    return Scalars.mul(old, 1 - fade).add(Scalars.mul(made, fade));
  }

  /** Twice as large in both directions, by nearest neighbours. */
  static NDArray enlarged(NDArray pictures) {
    return Ops.upsampleNearest(pictures, 2);
  }

  /** Half as large in both directions: means of 2 by 2 pixels. */
  static NDArray shrunk(NDArray pictures) {
    return LayerOps.averagePool(pictures, 2);
  }

  /**
   * Real pictures as networks at a resolution are to see them: as large, and while its newest
   * layers fade in as coarse as the generated ones.
   *
   * @param pictures (N, C, H, W), a whole multiple of its size
   * @return (N, C, h, h)
   */
  public static NDArray real(NDArray pictures, Resolution now) {
    int scale = Math.toIntExact(pictures.getShape().get(2) / now.size());
    NDArray fitting = scale == 1 ? pictures : LayerOps.averagePool(pictures, scale);
    return now.fade() == 1 ? fitting : mix(enlarged(shrunk(fitting)), fitting, now.fade());
  }
}
