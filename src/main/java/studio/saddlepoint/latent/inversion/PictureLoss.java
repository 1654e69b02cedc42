package studio.saddlepoint.latent.inversion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;

/**
 * How far pictures are from a target: the mean squared difference of pixels, and the squared
 * distance of features over the squared length of the target's features, each by its weight.
 */
final class PictureLoss {
  private static final double TINY = 1e-12;

  private final float[] target;
  private final ImageShape shape;
  private final PictureFeatures features;
  private final InversionSettings settings;
  private float @Nullable [] seen;
  private double scale;

  /**
   * The distances from a target.
   *
   * @param target (C, H, W) in -1..1
   */
  PictureLoss(
      float[] target, ImageShape shape, PictureFeatures features, InversionSettings settings) {
    this.target = target;
    this.shape = shape;
    this.features = features;
    this.settings = settings;
  }

  /**
   * The loss of each picture.
   *
   * @param pixels (N, C, H, W)
   * @return (N)
   */
  NDArray of(NDArray pixels) {
    NDArray loss = Scalars.mul(meanSquares(pixels), settings.pixelWeight());
    return settings.featureWeight() == 0
        ? loss
        : loss.add(
            Scalars.mul(
                squaredDistances(pixels), settings.featureWeight() / Math.max(TINY, scale)));
  }

  /**
   * Numbers whose squares' sum is {@link #of}.
   *
   * @param pixels (N, C, H, W)
   * @return (N, M)
   */
  NDArray residuals(NDArray pixels) {
    NDArray ofPixels =
        Scalars.mul(
            pixels.sub(array(pixels)).reshape(pixels.getShape().get(0), -1),
            Math.sqrt(settings.pixelWeight() / target.length));
    if (settings.featureWeight() == 0) {
      return ofPixels;
    }
    NDArray off = featuresOff(pixels);
    return ofPixels.concat(
        Scalars.mul(off, Math.sqrt(settings.featureWeight() / Math.max(TINY, scale))), 1);
  }

  /**
   * The mean squared difference of the pixels of each picture.
   *
   * @return (N)
   */
  NDArray meanSquares(NDArray pixels) {
    NDArray difference = pixels.sub(array(pixels)).reshape(pixels.getShape().get(0), -1);
    return difference.square().mean(new int[] {1});
  }

  /**
   * The squared Euclidean distance of the features of each picture.
   *
   * @return (N)
   */
  NDArray squaredDistances(NDArray pixels) {
    return featuresOff(pixels).square().sum(new int[] {1});
  }

  private NDArray featuresOff(NDArray pixels) {
    float[] wanted = wanted(pixels);
    NDArray found = features.of(pixels);
    return found.sub(ArrayScopes.of(found.getManager(), wanted, new Shape(1, wanted.length)));
  }

  private NDArray array(NDArray like) {
    return ArrayScopes.of(
        like.getManager(), target, new Shape(1, shape.channels(), shape.height(), shape.width()));
  }

  /** The target's own features, found once. */
  private float[] wanted(NDArray like) {
    if (seen == null) {
      seen = Autograd.without(() -> features.of(array(like)).toFloatArray());
      for (float each : seen) {
        if (!Float.isFinite(each)) {
          throw new StudioException(
              "The extractor gives " + each + " as a feature of the picture. Choose another one.");
        }
        scale += (double) each * each;
      }
    }
    return seen;
  }
}
