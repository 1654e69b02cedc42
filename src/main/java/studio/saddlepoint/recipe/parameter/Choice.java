package studio.saddlepoint.recipe.parameter;

import java.util.Locale;

/** A value of a closed list, with words for a person. Implemented by enums. */
public interface Choice {
  /** The enum constant's name. */
  String name();

  /** What a person calls it. */
  String label();

  /** What it means, in one sentence. */
  String help();

  /** Whether a person may choose it; others are only read. */
  default boolean offered() {
    return true;
  }

  /** How JSON and the command line write it: {@code NON_SATURATING} is {@code non-saturating}. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
