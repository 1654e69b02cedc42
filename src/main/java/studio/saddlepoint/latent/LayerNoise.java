package studio.saddlepoint.latent;

import java.util.Map;

/**
 * The noise that layers of a frozen generator add to their maps, pixel by pixel (Karras et al.
 * 2019, section 3.2).
 */
public enum LayerNoise {
  /** The noise that is kept with the weights: the same in each picture. */
  FIXED("fixed"),
  /** None, as if its strengths were zero. */
  OFF("off"),
  /** New noise in each picture, as in training. */
  FRESH("fresh");

  private final String id;

  LayerNoise(String id) {
    this.id = id;
  }

  /** Its name in commands and files. */
  public String id() {
    return id;
  }

  /** What files say of pictures drawn so, by key; nothing of what is usual. */
  public Map<String, String> notes() {
    return this == FIXED ? Map.of() : Map.of("noise", id);
  }
}
