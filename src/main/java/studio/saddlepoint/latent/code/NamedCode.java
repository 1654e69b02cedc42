package studio.saddlepoint.latent.code;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;

/**
 * A latent code that a person gave a name.
 *
 * @param name on one line, 1 to {@value #LONGEST_NAME} letters; never one that reads as a code, so
 *     that wherever a code is typed a name may be typed as well
 * @param point the code
 * @param className the class that its picture was drawn with; empty where the generator is not told
 *     one
 * @param made when it got its name
 * @param step of the snapshot that it was found with; empty where it came from elsewhere
 * @param note a person's own words about it
 */
public record NamedCode(
    String name,
    LatentPoint point,
    Optional<String> className,
    Instant made,
    OptionalLong step,
    String note) {
  /** Letters in the longest name. */
  public static final int LONGEST_NAME = 80;

  /** Puts the name on one line and checks it. */
  public NamedCode {
    name = oneLine(name);
    note = note.strip().replace("\r\n", "\n");
    requireName(name);
  }

  /** A code with a name and nothing else that is known. */
  public static NamedCode of(String name, LatentPoint point, Instant made) {
    return new NamedCode(name, point, Optional.empty(), made, OptionalLong.empty(), "");
  }

  /** The same under another name. */
  public NamedCode named(String other) {
    return new NamedCode(other, point, className, made, step, note);
  }

  /** The same with another note. */
  public NamedCode noted(String other) {
    return new NamedCode(name, point, className, made, step, other);
  }

  /** A name as it is kept: characters that would steer what shows it are gone. */
  private static String oneLine(String name) {
    return Escapes.name(name.replaceAll("\\s+", " ").strip());
  }

  private static void requireName(String name) {
    if (name.isEmpty()) {
      throw new StudioException("A code must have a name: write at least one letter.");
    }
    if (name.length() > LONGEST_NAME) {
      throw new StudioException(
          English.of(
              "The name \"%s...\" has %d letters: %d are the most.",
              name.substring(0, LONGEST_NAME / 2), name.length(), LONGEST_NAME));
    }
    if (readsAsCode(name)) {
      throw new StudioException(
          English.of(
              "\"%s\" is a latent code, not a name for one: put a letter before it, such as \"%s %s\".",
              name, "Code", name));
    }
  }

  /** Whether a text is a code, so that it can be no name. */
  static boolean readsAsCode(String text) {
    try {
      return !LatentPoint.parse(text).toString().isEmpty();
    } catch (StudioException e) {
      return false;
    }
  }

  /** The name as it is compared: two that only differ in small and capital letters are one. */
  static String key(String name) {
    return oneLine(name).toLowerCase(Locale.ROOT);
  }

  /**
   * The number of its class.
   *
   * @param classNames those that a generator knows
   * @return 0 where it has none, or the generator knows no such class
   */
  public int label(List<String> classNames) {
    return className.map(classNames::indexOf).filter(found -> found >= 0).orElse(0);
  }

  /** Whether it has this name, small or capital letters. */
  public boolean isNamed(String other) {
    return key(name).equals(key(other));
  }
}
