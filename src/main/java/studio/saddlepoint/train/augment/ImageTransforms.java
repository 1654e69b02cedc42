package studio.saddlepoint.train.augment;

import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.MethodState;

/** The transforms of a recipe. */
public final class ImageTransforms {
  private ImageTransforms() {}

  /**
   * What a recipe does to pictures: ADA's augmentations, then DiffAugment's, then instance noise
   * (Sonderby et al. 2017).
   *
   * @param settings augmentations and instance noise
   * @param range of the pictures' pixels; ADA's numbers are for pixels between -1 and 1
   * @param methodState knows how often to augment, where that is adaptive
   */
  public static ImageTransform of(
      MethodSettings settings, PictureRange range, MethodState methodState) {
    AugmentSettings augment = settings.augment();
    double probability = augment.any() ? AdaptiveAugmentation.probability(augment, methodState) : 0;
    ImageTransform transform =
        signed(AdaAugmentations.of(augment, probability), range)
            .then(Augmentations.of(augment, probability));
    double deviation = settings.instanceNoise();
    return deviation == 0
        ? transform
        : transform.then(
            (x, random) -> LayerOps.instanceNoise(x, random.normal(x.getShape()), deviation));
  }

  /** A transform of pixels between -1 and 1 as one of pixels of this range. */
  private static ImageTransform signed(ImageTransform transform, PictureRange range) {
    RangeConversion conversion = new RangeConversion(range);
    return transform == ImageTransform.PLAIN || range != PictureRange.UNIT
        ? transform
        : ((ImageTransform)
                (x, random) -> conversion.ofSigned(transform.of(conversion.toSigned(x), random)))
            .alsoUnderPenalties();
  }
}
