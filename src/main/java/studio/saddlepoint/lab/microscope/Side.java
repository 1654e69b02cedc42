package studio.saddlepoint.lab.microscope;

/** The network that is looked into, and what it is shown meanwhile. */
public enum Side {
  /** The generator, at latent codes. */
  GENERATOR,
  /** The discriminator, at real pictures. */
  REAL,
  /** The discriminator, at what the generator of the step makes. */
  FAKE
}
