package studio.saddlepoint.core.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.download.Network;

/**
 * A person's preferences wherever the program works, in the window and in the commands. A value
 * that means nothing is as if it were not kept, and the log tells.
 *
 * @param runs where new runs go; empty for the usual folder
 * @param earlierRuns folders in which runs were kept before; they are still looked for there
 * @param threads that the engine computes with, from 1; {@link #AUTOMATIC} for as many as it
 *     chooses
 * @param device that new recipes get, such as {@code cpu}; {@link #AUTOMATIC_DEVICE} leaves them
 *     theirs
 * @param offline whether the network must never be used
 */
public record Preferences(
    Optional<Path> runs, List<Path> earlierRuns, int threads, String device, boolean offline) {
  /** As many threads as the engine chooses. */
  public static final int AUTOMATIC = 0;

  /** The device that a recipe names, as a rule the first GPU. */
  public static final String AUTOMATIC_DEVICE = "auto";

  /** Of {@link #runs()}: a path. */
  public static final String RUNS = "runs.folder";

  /** Of {@link #earlierRuns()}: a path a line. */
  public static final String EARLIER_RUNS = "runs.earlier";

  /** Of {@link #threads()}: a number. */
  public static final String THREADS = "threads";

  /** Of {@link #device()}: {@code auto}, {@code cpu}, {@code gpu0}, ... */
  public static final String DEVICE = "device";

  /** Of {@link #offline()}: {@code never} or {@code ask}. */
  public static final String NETWORK = "network";

  /** The value of {@link #NETWORK} that forbids it. */
  public static final String NEVER = "never";

  /** All of these. */
  public static final Set<String> KEYS = Set.of(RUNS, EARLIER_RUNS, THREADS, DEVICE, NETWORK);

  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
  private static final int MOST_THREADS = 4096;

  /** Copies the list. */
  public Preferences {
    earlierRuns = List.copyOf(earlierRuns);
  }

  /** The preferences of a program's folders, as they are kept now. */
  public static Preferences of(Home home) {
    return of(new SettingsFile(home.settings()).read().values());
  }

  /** The preferences among kept values. */
  public static Preferences of(Properties values) {
    return new Preferences(
        path(values.getProperty(RUNS, "")),
        Arrays.stream(values.getProperty(EARLIER_RUNS, "").split("\n"))
            .flatMap(each -> path(each).stream())
            .toList(),
        threads(values.getProperty(THREADS, "")),
        device(values.getProperty(DEVICE, "")),
        values.getProperty(NETWORK, "").equals(NEVER));
  }

  private static Optional<Path> path(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<Path> path = PathNames.spelt(text).filter(Path::isAbsolute);
    if (path.isEmpty()) {
      meaningless(RUNS, text);
    }
    return path.map(Path::normalize);
  }

  private static int threads(String text) {
    if (text.isBlank()) {
      return AUTOMATIC;
    }
    if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= MOST_THREADS) {
      return Integer.parseInt(text);
    }
    meaningless(THREADS, text);
    return AUTOMATIC;
  }

  private static String device(String text) {
    if (text.isBlank() || text.matches("auto|cpu|gpu\\d{1,2}")) {
      return text.isBlank() ? AUTOMATIC_DEVICE : text;
    }
    meaningless(DEVICE, text);
    return AUTOMATIC_DEVICE;
  }

  private static void meaningless(String key, String text) {
    LOG.warn("The preference {} is \"{}\", which means nothing: the default is used.", key, text);
  }

  /** The program's folders with the runs where they are preferred to be. */
  public Home place(Home home) {
    return runs.isEmpty() && earlierRuns.isEmpty()
        ? home
        : home.withRuns(runs.orElse(home.runs()), earlierRuns);
  }

  /** Forbids this process the network where that is preferred. */
  public void heedNetwork() {
    if (offline) {
      Network.forbid(true);
    }
  }
}
