package studio.saddlepoint.metrics.memory;

import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.inversion.InversionResult;

/**
 * The code that was found for a picture, beside the training picture that is nearest to it.
 *
 * @param target the picture, as the generator's size has it
 * @param result the code, and what it makes
 * @param featureDistance of what it makes, as shown, from the picture: the Euclidean one, by the
 *     same features as that of the training picture
 * @param pixelDistance root of the mean squared difference of pixels, which go from -1 to 1
 * @param nearest the training picture
 */
public record FoundPicture(
    Picture target,
    InversionResult result,
    double featureDistance,
    double pixelDistance,
    NearPicture nearest) {}
