package studio.saddlepoint.data;

/** The part of a data set: what is learnt from, and what is held back. */
public enum Split {
  /** What networks learn from. */
  TRAIN,
  /** What is held back. */
  TEST
}
