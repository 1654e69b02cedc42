package studio.saddlepoint.train.diagnosis;

/** The small picture that shows a finding. */
public enum Sight {
  /** Nothing to be seen. */
  NONE,

  /** The fakes that are most alike, beside each other. */
  ALIKE,

  /** Fakes, and below each the nearest training picture. */
  NEAREST,

  /** The shares of the classes: of the fakes, and of the data. */
  CLASSES,

  /** Some fakes, and below them some real pictures. */
  PICTURES
}
