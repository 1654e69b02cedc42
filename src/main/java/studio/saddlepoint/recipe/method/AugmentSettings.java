package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Augmentations of every picture the discriminator sees (DiffAugment, Zhao et al. 2020; ADA, Karras
 * et al. 2020).
 *
 * @param colour whether brightness, saturation and contrast vary
 * @param translation whether pictures are shifted
 * @param cutout whether a square is cut out
 * @param pixelBlitting whether pictures are mirrored, turned by right angles and shifted
 * @param geometry whether pictures are scaled, rotated and moved
 * @param colourTransforms whether brightness, contrast, luma, hue and saturation vary
 * @param filtering whether bands of frequencies are made stronger or weaker
 * @param corruption whether noise is added and a rectangle is cut out
 * @param probability share of pictures augmented, where it is not adaptive
 * @param adaptive whether the share follows how much the discriminator overfits (ADA)
 * @param target what the mean sign of the real logits should be
 * @param speed thousands of real pictures within which the share can go from 0 to 1
 */
public record AugmentSettings(
    @Parameter(
            label = "Augment colour",
            value = "false",
            advanced = true,
            help =
                "Varies brightness, saturation and contrast of all the discriminator sees: for few pictures.")
        boolean colour,
    @Parameter(
            label = "Augment translation",
            value = "false",
            advanced = true,
            help = "Shifts all the discriminator sees by up to an eighth: for few pictures.")
        boolean translation,
    @Parameter(
            label = "Augment cutout",
            value = "false",
            advanced = true,
            help =
                "Cuts a square of half the size out of all the discriminator sees: for few pictures.")
        boolean cutout,
    @Parameter(
            label = "ADA: pixel blitting",
            value = "false",
            advanced = true,
            help =
                "Mirrors, turns by right angles and shifts by whole pixels all the discriminator sees: the group blit of ADA, for few pictures.")
        boolean pixelBlitting,
    @Parameter(
            label = "ADA: geometric transforms",
            value = "false",
            advanced = true,
            help =
                "Scales, rotates, stretches and moves all the discriminator sees: the group geom of ADA, for few pictures.")
        boolean geometry,
    @Parameter(
            label = "ADA: colour transforms",
            value = "false",
            advanced = true,
            help =
                "Varies brightness, contrast, luma, hue and saturation of all the discriminator sees: the group color of ADA, for few pictures.")
        boolean colourTransforms,
    @Parameter(
            label = "ADA: filtering",
            value = "false",
            advanced = true,
            help =
                "Makes bands of frequencies of all the discriminator sees stronger or weaker: the group filter of ADA. The paper does without it.")
        boolean filtering,
    @Parameter(
            label = "ADA: noise and cutout",
            value = "false",
            advanced = true,
            help =
                "Adds noise to all the discriminator sees, and cuts a rectangle out: the groups noise and cutout of ADA. The paper does without them.")
        boolean corruption,
    @Parameter(
            label = "Augment probability",
            value = "1",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help = "Share of pictures that each augmentation changes. Not used while adaptive.")
        double probability,
    @Parameter(
            label = "Adaptive augmentation",
            value = "false",
            advanced = true,
            help =
                "Augments more while the discriminator is too sure of real pictures (ADA, Karras et al. 2020).")
        boolean adaptive,
    @Parameter(
            label = "Adaptive target",
            value = "0.6",
            min = -1,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Mean sign of the real logits that adaptive augmentation holds: 0.6 in the paper.")
        double target,
    @Parameter(
            label = "Adaptive speed",
            value = "500",
            min = 1,
            max = 1000000.0,
            live = true,
            unit = "thousand pictures",
            advanced = true,
            help = "Real pictures within which the share can go from none to all.")
        double speed) {

  /** Whether a group of ADA is on. */
  public boolean ada() {
    return pixelBlitting || geometry || colourTransforms || filtering || corruption;
  }

  /** Whether anything is augmented. */
  public boolean any() {
    return colour || translation || cutout || ada();
  }
}
