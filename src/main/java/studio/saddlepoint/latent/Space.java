package studio.saddlepoint.latent;

import java.util.Locale;
import studio.saddlepoint.core.StudioException;

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

  /**
   * The space of a name.
   *
   * @throws StudioException if there is none
   */
  public static Space of(String id) {
    for (Space each : values()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    throw new StudioException("\"" + id + "\" is no space of codes: it must be z or w.");
  }
}
