package studio.saddlepoint.latent;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * How far intermediate codes w are drawn towards their mean (Karras et al. 2019, appendix B), for
 * generators with a mapping network.
 *
 * @param psi 0 for the mean itself, 1 for the codes as they are
 * @param cutoff styled layers that are drawn, from the first; {@link #ALL} for all
 * @param towardsClass whether the mean is that of the picture's own class; the same as the common
 *     one where the generator is not conditional
 */
public record WTruncation(double psi, int cutoff, boolean towardsClass) {
  /** Every styled layer. */
  public static final int ALL = -1;

  /** Codes as they are. */
  public static final WTruncation NONE = new WTruncation(1, ALL);

  /** Checks the numbers. */
  public WTruncation {
    if (!(psi >= 0 && psi <= 1)) {
      throw new StudioException(
          "psi is " + psi + ": it must be between 0 (the mean code) and 1 (no truncation).");
    }
    if (cutoff != ALL && cutoff < 1) {
      throw new StudioException(
          "The cutoff is " + cutoff + ": it must be 1 or more styled layers.");
    }
  }

  /** Towards the mean of all classes. */
  public WTruncation(double psi, int cutoff) {
    this(psi, cutoff, false);
  }

  /** The same, towards another mean. */
  public WTruncation towardsClass(boolean own) {
    return new WTruncation(psi, cutoff, own);
  }

  /** The same in other layers. */
  public WTruncation inLayers(int first) {
    return new WTruncation(psi, first, towardsClass);
  }

  /** Whether codes stay as they are. */
  public boolean none() {
    return psi == 1;
  }

  /** Such as {@code psi 0.7}, or {@code psi 0.7 in 4 layers}. */
  public String text() {
    return "psi "
        + psi
        + (cutoff == ALL ? "" : " in " + English.count(cutoff, "layer"))
        + (towardsClass ? " towards the class" : "");
  }

  /** The mean that codes are drawn towards, for machines: that of their class, or of all. */
  public String towards() {
    return towardsClass ? "class" : "all";
  }

  /** What files say of pictures drawn so, by key; nothing where codes stay as they are. */
  public Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    if (!none()) {
      notes.put("psi", Double.toString(psi));
      if (cutoff != ALL) {
        notes.put("psi-layers", Integer.toString(cutoff));
      }
      if (towardsClass) {
        notes.put("psi-towards", "class");
      }
    }
    return notes;
  }
}
