package studio.saddlepoint.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.curve.LogIndex;
import studio.saddlepoint.run.curve.LogWindow;
import studio.saddlepoint.run.event.EventLog;

/**
 * The numbers of every step in a range, read from the log in the background when a chart shows so
 * few steps that the history does not tell them apart. All methods but {@link #index} are for the
 * FX thread.
 */
public final class LogDetail {
  private static final Logger LOG = Logger.getLogger(LogDetail.class.getName());

  /** Read beyond each end, as a share of what is shown, so that the view can be moved a little. */
  private static final double BESIDE = 0.5;

  /** What may be missing at the end while steps are being made, as a share of what is shown. */
  private static final double BEHIND = 0.2;

  private final EventLog log;
  private final LatestTask<Optional<LogWindow>> reading;
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private @Nullable LogWindow window;
  private @Nullable LogWindow asked;
  private volatile LogIndex index = new LogIndex();

  LogDetail(Executor worker, Executor ui, EventLog log) {
    this.log = log;
    reading = new LatestTask<>(worker, ui);
  }

  /** Counts up when something was read. */
  public ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** The log was looked through already. From any thread, which does not use the index any more. */
  void index(LogIndex known) {
    index = known;
  }

  /** Forgets what was read: the training goes on from an earlier step. */
  void clear() {
    window = null;
    asked = null;
  }

  /**
   * The numbers of a range; nothing where they are not read yet, which is begun then.
   *
   * @param from first step
   * @param to last step
   * @param lastStep the last one told
   */
  public Optional<LogWindow> of(double from, double to, long lastStep) {
    double end = Math.min(to, lastStep);
    LogWindow now = window;
    LogWindow request = asked;
    if (request == null || !request.covers(from, end)) {
      ask(from - BESIDE * (to - from), Math.min(lastStep, to + BESIDE * (to - from)));
    }
    return now != null && now.covers(from, end - BEHIND * (to - from))
        ? Optional.of(now)
        : Optional.empty();
  }

  private void ask(double from, double to) {
    asked = new LogWindow(from, to, Map.of());
    reading.request(
        () -> read(from, to),
        read -> {
          window = read.orElse(null);
          version.set(version.get() + 1);
        },
        e -> LOG.log(Level.FINE, "The log cannot be read in detail", e));
  }

  private Optional<LogWindow> read(double from, double to) {
    Optional<LogWindow> read = LogWindow.read(log, index, from, to, Progress.NONE);
    if (read.isEmpty()) {
      index = new LogIndex(); // another log
    }
    return read;
  }
}
