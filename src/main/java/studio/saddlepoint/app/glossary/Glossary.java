package studio.saddlepoint.app.glossary;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All terms that the window uses, by the alphabet. */
final class Glossary {
  private static final String FILE = "glossary.json";

  private static final Glossary EMBEDDED = read();

  private final List<GlossaryEntry> entries;

  private Glossary(List<GlossaryEntry> entries) {
    this.entries = entries;
  }

  /** The one that comes with the program. */
  static Glossary embedded() {
    return EMBEDDED;
  }

  private static Glossary read() {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Glossary.class.getResourceAsStream(FILE)),
            StandardCharsets.UTF_8)) {
      return new Glossary(
          Stream.of(new Gson().fromJson(in, GlossaryEntry[].class))
              .sorted(Comparator.comparing(GlossaryEntry::term, String.CASE_INSENSITIVE_ORDER))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries. */
  List<GlossaryEntry> entries() {
    return entries;
  }

  /** An entry by its id. */
  Optional<GlossaryEntry> entry(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** The entry that explains a part of the window. */
  Optional<GlossaryEntry> explaining(String subject) {
    return entries.stream().filter(entry -> entry.explains(subject)).findFirst();
  }

  /** Entries in which words occur, those that are called so first. */
  List<GlossaryEntry> find(String words) {
    return entries.stream()
        .filter(entry -> entry.rank(words) < 3)
        .sorted(Comparator.comparingInt(entry -> entry.rank(words)))
        .toList();
  }
}
