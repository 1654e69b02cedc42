package studio.saddlepoint.latent;

import java.util.Locale;

/** The two spaces that a generator's codes live in. */
public enum Space {
  /** Codes as they are drawn, from the prior. */
  Z,
  /** Intermediate codes, behind the mapping network (Karras et al. 2019, section 2). */
  W;

  /** Its name in files, commands and keys of texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
