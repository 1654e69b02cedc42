package studio.saddlepoint.latent.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.run.file.RunDiskErrors;

/**
 * The codes that are kept with a run, in its file {@code bookmarks.json}. Every change begins with
 * what is on the disk, so that the window and a command may both change them. No training reads or
 * writes the file. One that cannot be read is never written over.
 */
public final class Bookmarks {
  /** The file in a run folder. */
  public static final String NAME = "bookmarks.json";

  private static final String LOCK = "bookmarks.lock";

  /** So many are the most of a run. */
  public static final int MOST = 1000;

  private final Path folder;
  private final Path file;

  /**
   * Those of a run; nothing is read yet.
   *
   * @param folder the run folder
   */
  public Bookmarks(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
  }

  /** Where they are kept. */
  public Path file() {
    return file;
  }

  /**
   * All, in the person's order.
   *
   * @throws StudioException if the file is damaged or of a later version; names it
   */
  public List<Bookmark> all() {
    return Files.exists(file) ? CodesJson.read(file) : List.of();
  }

  /**
   * Adds one at the end.
   *
   * @throws StudioException if the name is taken, or the file cannot be read or written
   */
  public void add(Bookmark bookmark) {
    insert(bookmark, Integer.MAX_VALUE);
  }

  /**
   * Adds one at a place.
   *
   * @param place from 0; beyond the end for the end
   * @throws StudioException if the name is taken, or the file cannot be read or written
   */
  public void insert(Bookmark bookmark, int place) {
    change(
        all -> {
          requireFree(all, bookmark.name());
          all.add(Math.min(Math.max(0, place), all.size()), bookmark);
          return all;
        });
  }

  /**
   * Adds several at the end; those whose names are taken get a number behind them.
   *
   * @return as they were added
   * @throws StudioException if the file cannot be read or written; then none is added
   */
  public List<Bookmark> addAll(List<Bookmark> bookmarks) {
    List<Bookmark> added = new ArrayList<>();
    change(
        all -> {
          added.clear();
          for (Bookmark each : bookmarks) {
            Bookmark named = each.named(freeName(names(all), each.name()));
            added.add(named);
            all.add(named);
          }
          return all;
        });
    return List.copyOf(added);
  }

  /**
   * Gives one another name.
   *
   * @throws StudioException if there is none of the old name, or the new one is taken
   */
  public void rename(String name, String other) {
    change(
        all -> {
          int place = require(all, name);
          Bookmark renamed = all.get(place).named(other);
          if (!all.get(place).code().isNamed(other)) {
            requireFree(all, renamed.name());
          }
          all.set(place, renamed);
          return all;
        });
  }

  /**
   * Deletes one.
   *
   * @return what was deleted
   * @throws StudioException if there is none of that name
   */
  public Bookmark delete(String name) {
    List<Bookmark> deleted = new ArrayList<>();
    change(
        all -> {
          deleted.add(all.remove(require(all, name)));
          return all;
        });
    return deleted.get(0);
  }

  /**
   * Moves one to another place.
   *
   * @param place from 0; beyond the end for the end
   * @throws StudioException if there is none of that name
   */
  public void move(String name, int place) {
    change(
        all -> {
          Bookmark moved = all.remove(require(all, name));
          all.add(Math.min(Math.max(0, place), all.size()), moved);
          return all;
        });
  }

  /**
   * What a text names: a bookmark by its name, else a code by its text, which may hold names, such
   * as {@code slerp(bookmark("Smile"),7,0.3)}. Of a code with names the class is that of the first.
   *
   * @throws StudioException if it is neither; names the bookmarks that there are
   */
  public FoundCode find(String text) {
    if (NamedCode.readsAsCode(text)) {
      return new FoundCode(LatentPoint.parse(text), Optional.empty());
    }
    List<Bookmark> all = all();
    if (NamesInCodes.in(text)) {
      List<NamedCode> named = new ArrayList<>();
      LatentPoint point =
          LatentPoint.parse(
              NamesInCodes.spelledOut(text, name -> all.get(require(all, name)).code(), named));
      return new FoundCode(
          point, named.stream().flatMap(each -> each.className().stream()).findFirst());
    }
    OptionalInt place = place(all, text);
    if (place.isEmpty()) {
      place = place(all, NamesInCodes.unquoted(text));
    }
    if (place.isPresent()) {
      NamedCode found = all.get(place.getAsInt()).code();
      return new FoundCode(found.point(), found.className());
    }
    if (text.strip().matches("[a-z]+\\(.*\\)")) {
      return new FoundCode(whole(text), Optional.empty());
    }
    throw new StudioException(
        English.of(
            "\"%s\" is neither a bookmark of this run nor a latent code. %s Codes are whole numbers such as 42, or what was copied, such as slerp(42,7,0.3).",
            text.length() > 40 ? text.substring(0, 40) + "..." : text, known(all)));
  }

  /** A code that cannot be read, or names bookmarks in another way than codes do. */
  private static LatentPoint whole(String text) {
    try {
      return LatentPoint.parse(text);
    } catch (StudioException e) {
      throw new StudioException(
          e.getMessage() + " A bookmark stands within a code as bookmark(\"its name\").", e);
    }
  }

  /** The name itself where it is free, else with the first number behind it that is. */
  public static String freeName(Set<String> taken, String name) {
    Set<String> keys = taken.stream().map(NamedCode::key).collect(Collectors.toSet());
    String free = name;
    for (int i = 2; keys.contains(NamedCode.key(free)); i++) {
      String number = " " + i;
      int room = NamedCode.LONGEST_NAME - number.length();
      free = (name.length() > room ? name.substring(0, room).strip() : name) + number;
    }
    return free;
  }

  private static Set<String> names(List<Bookmark> all) {
    return new HashSet<>(all.stream().map(Bookmark::name).toList());
  }

  private static OptionalInt place(List<Bookmark> all, String name) {
    return IntStream.range(0, all.size()).filter(i -> all.get(i).code().isNamed(name)).findFirst();
  }

  private static int require(List<Bookmark> all, String name) {
    return place(all, name)
        .orElseThrow(
            () ->
                new StudioException(
                    English.of("There is no bookmark \"%s\". %s", name, known(all))));
  }

  private static void requireFree(List<Bookmark> all, String name) {
    if (place(all, name).isPresent()) {
      throw new StudioException(
          English.of("There is a bookmark \"%s\" already: choose another name.", name));
    }
  }

  private static String known(List<Bookmark> all) {
    return all.isEmpty()
        ? "The run has no bookmarks yet."
        : all.stream()
            .limit(10)
            .map(each -> '"' + each.name() + '"')
            .collect(Collectors.joining(", ", "There are: ", all.size() > 10 ? ", ..." : "."));
  }

  private void change(UnaryOperator<List<Bookmark>> change) {
    ChangeLock.during(
        folder.resolve(LOCK),
        () -> {
          List<Bookmark> changed = change.apply(new ArrayList<>(all()));
          if (changed.size() > MOST) {
            throw new StudioException(
                English.of(
                    "%,d bookmarks would be too many: %,d are the most of a run. Export some, and delete them here.",
                    changed.size(), MOST));
          }
          try {
            AtomicFile.ON_DISK.write(file, CodesJson.write(changed));
          } catch (IOException e) {
            throw RunDiskErrors.writing(folder, file, "The bookmarks are as before.", e);
          }
        });
  }
}
