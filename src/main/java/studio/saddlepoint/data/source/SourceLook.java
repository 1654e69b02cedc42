package studio.saddlepoint.data.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.recipe.DataSettings;

/**
 * The files that a data set is made from, as they lie there at a moment: held against those of
 * another one without reading any picture.
 *
 * @param place where they lie, for a person
 * @param state of all of them, as a hash
 * @param files length and time of each by its name; none where there are very many, or one holds
 *     all pictures
 */
public record SourceLook(String place, String state, Map<String, String> files) {
  /** Names of more files are not kept. */
  private static final int MOST_NAMED = 50_000;

  /** Copies the map. */
  public SourceLook {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * Looks at the files of a data set now.
   *
   * @return empty for a generated one, which has no files
   * @throws studio.saddlepoint.core.StudioException if there is nothing any more that can be used
   */
  public static Optional<SourceLook> of(DataSettings data) {
    if (DataSets.isGenerated(data.source())) {
      return Optional.empty();
    }
    try (ImportSource found = Importers.at(data.source(), data.folders(), Progress.NONE)) {
      Map<String, String> files = new TreeMap<>();
      List<Listing.Entry> all = found.files();
      if (all.size() <= MOST_NAMED) {
        all.forEach(each -> files.put(each.name(), each.length() + " " + each.modifiedMillis()));
      }
      return Optional.of(new SourceLook(PathNames.text(found.path()), found.state(), files));
    }
  }

  /**
   * What became of them, such as "In /pictures 003.png is gone."; empty where they are the same.
   *
   * @param now a later look at the same place
   */
  public Optional<String> changeTo(SourceLook now) {
    if (now.state.equals(state)) {
      return Optional.empty();
    }
    List<String> gone = new ArrayList<>(files.keySet());
    gone.removeAll(now.files.keySet());
    List<String> fresh = new ArrayList<>(now.files.keySet());
    fresh.removeAll(files.keySet());
    List<String> written =
        files.keySet().stream()
            .filter(now.files::containsKey)
            .filter(each -> !files.get(each).equals(now.files.get(each)))
            .toList();
    List<String> changes = new ArrayList<>();
    add(changes, gone, "gone");
    add(changes, fresh, "new");
    add(changes, written, "not what it was");
    return Optional.of(
        English.of(
            "In %s %s.",
            place,
            changes.isEmpty()
                ? "files were written again, or may be read by others than before"
                : String.join(", ", changes)));
  }

  private static void add(List<String> changes, List<String> names, String what) {
    if (names.size() == 1) {
      changes.add(Escapes.name(names.get(0)) + " is " + what);
    } else if (!names.isEmpty()) {
      changes.add(
          English.of(
              "%s and %s are %s",
              Escapes.name(names.get(0)),
              English.count(names.size() - 1, "other file"),
              what.replace("it was", "they were")));
    }
  }
}
