package studio.saddlepoint.app.lab;

/**
 * What is drawn of a plane beside its points.
 *
 * @param heat what the discriminator says
 * @param pull which way generated points are pulled
 * @param grid of codes, as the generator bends it
 */
record PlaneShown(boolean heat, boolean pull, boolean grid) {
  static final PlaneShown ALL = new PlaneShown(true, true, true);
}
