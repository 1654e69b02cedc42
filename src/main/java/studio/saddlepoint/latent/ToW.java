package studio.saddlepoint.latent;

/** The first half of a generator, for one class: what codes in w are made with. */
public interface ToW {
  /** How long codes are. */
  CodeSizes sizes();

  /**
   * From z to w, not truncated.
   *
   * @param z code {@code (Z)}
   * @return {@code (L D)}, or {@code (D)} where layers have no codes of their own
   */
  float[] map(float[] z);
}
