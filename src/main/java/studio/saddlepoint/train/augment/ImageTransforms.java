package studio.saddlepoint.train.augment;

import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.MethodState;

/** The transforms of a recipe. */
public final class ImageTransforms {
  private ImageTransforms() {}

  /**
   * What a recipe does to pictures.
   *
   * @param settings augmentations and instance noise (Sonderby et al. 2017)
   * @param methodState knows how often to augment, where that is adaptive
   */
  public static ImageTransform of(MethodSettings settings, MethodState methodState) {
    AugmentSettings augment = settings.augment();
    ImageTransform transform =
        augment.colour() || augment.translation() || augment.cutout()
            ? Augmentations.of(augment, AdaptiveAugmentation.probability(augment, methodState))
            : ImageTransform.PLAIN;
    double deviation = settings.instanceNoise();
    return deviation == 0
        ? transform
        : transform.then(
            (x, random) -> LayerOps.instanceNoise(x, random.normal(x.getShape()), deviation));
  }
}
