package studio.saddlepoint.app.explore.grid;

import studio.saddlepoint.latent.Shift;

/**
 * A direction that spans a plane.
 *
 * @param name what a person calls it
 * @param unit the shift of one unit along it
 */
public record PlaneAxis(String name, Shift unit) {}
