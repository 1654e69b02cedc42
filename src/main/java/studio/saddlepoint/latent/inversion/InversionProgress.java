package studio.saddlepoint.latent.inversion;

import studio.saddlepoint.core.Picture;

/**
 * How far an inversion is.
 *
 * @param step steps that are made
 * @param steps in all, at most
 * @param loss the least so far
 * @param picture that of the least loss
 */
public record InversionProgress(int step, int steps, double loss, Picture picture) {}
