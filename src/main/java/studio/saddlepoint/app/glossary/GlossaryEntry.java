package studio.saddlepoint.app.glossary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of the glossary: what a term means.
 *
 * @param id by which others point to it
 * @param term the word
 * @param also other words for it, or for what it also speaks of
 * @param explains what of the window it explains: {@code field:} and the key of a hyper-parameter
 *     ({@code *} for either network), {@code chart:} and its id, {@code measure:} and its key,
 *     {@code lab:} and an experiment, and behind another colon one of its presets
 * @param text two or three sentences
 * @param formula in one line; empty where there is none
 * @param source paper or book; empty where there is none
 * @param see ids of other entries
 */
record GlossaryEntry(
    String id,
    String term,
    List<String> also,
    List<String> explains,
    String text,
    String formula,
    String source,
    List<String> see) {
  private static final String EITHER = "field:*";
  private static final String LAB = "lab:";

  /** Whether it explains a part of the window. */
  boolean explains(String subject) {
    return explains.stream()
        .anyMatch(
            each ->
                each.equals(subject)
                    || each.startsWith(EITHER)
                        && subject.startsWith("field:")
                        && subject.endsWith(each.substring(EITHER.length())));
  }

  /** Where in the lab it can be seen: an experiment, and behind a colon a preset. */
  Optional<String> inLab() {
    return explains.stream()
        .filter(each -> each.startsWith(LAB))
        .map(each -> each.substring(LAB.length()))
        .findFirst();
  }

  /** Where a search finds it: 0 in its word, 1 in another word for it, 2 in its text, 3 nowhere. */
  int rank(String words) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    if (holds(term, sought)) {
      return 0;
    }
    if (also.stream().anyMatch(each -> holds(each, sought))) {
      return 1;
    }
    return holds(text, sought) || holds(source, sought) ? 2 : 3;
  }

  private static boolean holds(String text, String sought) {
    return text.toLowerCase(Locale.ROOT).contains(sought);
  }
}
