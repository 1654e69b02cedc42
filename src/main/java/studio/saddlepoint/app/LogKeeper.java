package studio.saddlepoint.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import studio.saddlepoint.app.fx.FxThrottle;

/** Keeps the newest log records for the window and counts the warnings not seen yet. */
public final class LogKeeper extends Handler {
  private static final int MOST = 2_000;

  private final Deque<LogRecord> records = new ArrayDeque<>();
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final FxThrottle shown;
  private int warnings;

  /**
   * A keeper that listens to nothing yet.
   *
   * @param ui the FX thread
   */
  public LogKeeper(Executor ui) {
    setLevel(Level.INFO);
    shown = new FxThrottle(ui, () -> Duration.ofMillis(500), this::show);
  }

  /** Listens to everything that is logged in this program. */
  public void install() {
    Logger.getLogger("").addHandler(this);
    TrainingStory.logger().addHandler(this);
  }

  /** Listens no more. */
  public void uninstall() {
    Logger.getLogger("").removeHandler(this);
    TrainingStory.logger().removeHandler(this);
  }

  /** Warnings that came since {@link #seen()}. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** Counts up when there are new records. */
  public ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** The records kept, oldest first. */
  public List<LogRecord> records() {
    synchronized (records) {
      return new ArrayList<>(records);
    }
  }

  /** The person looks at the log. */
  public void seen() {
    synchronized (records) {
      warnings = 0;
    }
    unseen.set(0);
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    synchronized (records) {
      records.addLast(record);
      if (records.size() > MOST) {
        records.removeFirst();
      }
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        warnings++;
      }
    }
    shown.request();
  }

  private void show() {
    int count;
    synchronized (records) {
      count = warnings;
    }
    unseen.set(count);
    version.set(version.get() + 1);
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    uninstall();
  }
}
