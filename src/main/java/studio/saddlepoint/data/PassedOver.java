package studio.saddlepoint.data;

import java.util.List;
import java.util.Locale;

/**
 * Files or folders of one kind that are no part of a data set. Nothing is wrong with them, but a
 * person may have meant otherwise.
 *
 * @param kind what they are, such as "txt files", "files without an ending" or "empty folders"
 * @param count how many
 * @param names of the first ones, from the data set's folder
 */
public record PassedOver(String kind, int count, List<String> names) {
  /** At most so many are named. */
  public static final int NAMED = 5;

  /** Copies the names. */
  public PassedOver {
    names = List.copyOf(names);
  }

  /** For a person: {@code 3 txt files: a.txt, b.txt, c.txt}. */
  public String text() {
    return String.format(Locale.ENGLISH, "%,d %s: ", count, kind)
        + String.join(", ", names)
        + (count > names.size() ? ", ..." : "");
  }
}
