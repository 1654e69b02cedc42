package studio.saddlepoint.core;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program's folders: the system's conventions, or everything below {@code SADDLEPOINT_HOME}
 * where that is set.
 *
 * @param runs where new runs are put, one folder each
 * @param otherRuns folders in which runs may be, too: the usual one, and those of before
 * @param dataSets where data sets are kept that were downloaded
 * @param caches what can be made again: converted data sets, feature statistics, classifiers
 * @param settings the person's preferences
 */
public record Home(Path runs, List<Path> otherRuns, Path dataSets, Path caches, Path settings) {
  /** Copies the list. */
  public Home {
    otherRuns = List.copyOf(otherRuns);
  }

  /**
   * Folders with the downloaded data sets beside the runs that learn them.
   *
   * @param runs where runs are kept, one folder each
   * @param caches what can be made again
   * @param settings the person's preferences
   */
  public Home(Path runs, Path caches, Path settings) {
    this(runs, List.of(), runs.resolveSibling("data-sets"), caches, settings);
  }

  /**
   * The folders of this process, by its environment. Nothing is created.
   *
   * @throws StudioException if the text of one cannot be its name
   */
  public static Home ofEnvironment() {
    String home = System.getenv("SADDLEPOINT_HOME");
    if (home != null && !home.isBlank()) {
      return at(folder("SADDLEPOINT_HOME", home));
    }
    ProjectDirectories directories = ProjectDirectories.from("studio", "", "Saddlepoint");
    return new Home(
        folder("Your data folder", directories.dataDir).resolve("runs"),
        folder("Your cache folder", directories.cacheDir),
        folder("Your settings folder", directories.configDir));
  }

  private static Path folder(String what, String text) {
    return PathNames.whole(text)
        .orElseThrow(
            () ->
                new StudioException(
                    English.of(
                        "%s is \"%s\", which no folder can be called. Set SADDLEPOINT_HOME to another one.%s",
                        what, text, PathNames.cure(text))));
  }

  /**
   * The same folders, but for the runs. Those that are elsewhere stay there and are found.
   *
   * @param folder where new runs are put
   * @param earlier where they were put before
   */
  public Home withRuns(Path folder, List<Path> earlier) {
    List<Path> others =
        Stream.concat(Stream.of(runs), Stream.concat(otherRuns.stream(), earlier.stream()))
            .filter(each -> !each.equals(folder))
            .distinct()
            .toList();
    return new Home(folder, others, dataSets, caches, settings);
  }

  /** All folders in which runs are looked for, that of new ones first. */
  public List<Path> runFolders() {
    return Stream.concat(Stream.of(runs), otherRuns.stream()).toList();
  }

  /**
   * Everything below one folder.
   *
   * @param root the folder
   */
  public static Home at(Path root) {
    return new Home(root.resolve("runs"), root.resolve("caches"), root.resolve("settings"));
  }
}
