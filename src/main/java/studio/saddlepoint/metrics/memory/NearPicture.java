package studio.saddlepoint.metrics.memory;

import studio.saddlepoint.core.Picture;

/**
 * A training picture near another one.
 *
 * @param picture as it is shown
 * @param index in the training part of the data set
 * @param label its class; -1 where it has none
 * @param featureDistance Euclidean distance of features
 * @param pixelDistance root of the mean squared difference of pixels, which go from -1 to 1
 */
public record NearPicture(
    Picture picture, int index, int label, double featureDistance, double pixelDistance) {}
