package studio.saddlepoint.core;

import java.util.Locale;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** The distance of words in spelling, to guess what was meant. */
public final class Spelling {
  private Spelling() {}

  /**
   * How many letters are to be changed, left out, inserted or swapped with the next one (optimal
   * string alignment distance).
   */
  public static int distance(String a, String b) {
    return new DamerauLevenshteinDistance().apply(a, b);
  }

  /**
   * Whether a word is a slip of another: at most a third of its letters wrong, missing, too many or
   * swapped with the next one, or its beginning.
   *
   * @param typed what was typed
   * @param known what it may have been meant to be
   */
  public static boolean isSlip(String typed, String known) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = known.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(a.length(), b.length()) / 3);
    return a.length() > 1 && b.startsWith(a) || distance(a, b) <= allowed;
  }
}
