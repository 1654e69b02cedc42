package studio.saddlepoint.data;

import java.util.List;
import studio.saddlepoint.core.English;

/**
 * A file that was left out of a data set.
 *
 * @param file the file, relative to the data set's folder
 * @param reason why, for a person to read
 * @param mayPass whether the reason is not the file's content, so that it may be read another time:
 *     rights, a disk or share that is away, too many open files
 */
public record DataProblem(String file, String reason, boolean mayPass) {
  /** Why images are left out that lie beside folders which are classes. */
  public static final String BESIDE_FOLDERS = "lies beside the folders of the classes";

  /**
   * A file left out for what it is.
   *
   * @param file the file, relative to the data set's folder
   * @param reason why, for a person to read
   */
  public DataProblem(String file, String reason) {
    this(file, reason, false);
  }

  /** The first of some problems for a message, after a space; empty where there are none. */
  public static String first(List<DataProblem> problems) {
    return problems.isEmpty()
        ? ""
        : English.of(
            " %s: %s %s.",
            problems.size() == 1
                ? "The problem"
                : English.of("The first of %,d problems", problems.size()),
            problems.get(0).file(),
            problems.get(0).reason());
  }
}
