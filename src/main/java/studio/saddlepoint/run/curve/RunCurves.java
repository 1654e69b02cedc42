package studio.saddlepoint.run.curve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.run.event.Event;

/** All quantities that a run has told so far. For one thread at a time. */
public final class RunCurves {
  /**
   * The seconds that it trained until each step: without pauses, without the time between its end
   * and its being resumed, and without what it stood still. A clock that goes backwards adds
   * nothing.
   */
  public static final String TRAINED = "time.trained";

  final Map<String, Series> series = new LinkedHashMap<>();
  @Nullable Instant clock;
  long lastStep;
  boolean whole = true;

  /** The names of all quantities, in the order they were first told. */
  public List<String> keys() {
    return List.copyOf(series.keySet());
  }

  /** A quantity over the steps, by its name; scores have {@code score.} before theirs. */
  public Optional<Series> series(String key) {
    return Optional.ofNullable(series.get(key));
  }

  /** The last step whose numbers were told. */
  public long lastStep() {
    return lastStep;
  }

  /** Takes in an event. */
  public void take(Event event) {
    if (event instanceof Event.Begun begun) {
      begin(begun);
    } else if (event instanceof Event.Resumed || isGap(event)) {
      clock = event.time();
    } else if (event instanceof Event.Scalars scalars) {
      long step = event.step();
      at(TRAINED).add(step, trained(event.time(), step));
      scalars.values().forEach((key, value) -> at(key).add(step, value));
      lastStep = step;
    } else if (event instanceof Event.Scored scored) {
      scored.values().forEach((key, value) -> at("score." + key).add(event.step(), value));
    }
  }

  /** Whether the time until it was not trained. */
  private static boolean isGap(Event event) {
    return event instanceof Event.Found found
        && (found.kind().equals(Event.Found.STOOD_STILL)
            || found.kind().equals(Event.Found.CLOCK_SET));
  }

  private void begin(Event.Begun begun) {
    long step = begun.step();
    clock = begun.time();
    if (series.values().stream().anyMatch(each -> each.lastStep > step)) {
      for (Series each : series.values()) {
        whole &= each.forgetAfter(step);
      }
      lastStep = Math.min(lastStep, step);
    }
  }

  /** The seconds trained until a step that is told now. */
  private double trained(Instant now, long step) {
    Series before = at(TRAINED);
    if (step < before.lastStep) {
      before.forgetAfter(step - 1);
    }
    double last = before.isEmpty() ? 0 : before.last();
    double since = clock == null ? 0 : Duration.between(clock, now).toNanos() / 1e9;
    clock = now;
    return last + Math.max(0, since);
  }

  private Series at(String key) {
    return series.computeIfAbsent(key, each -> new Series());
  }

  /** The same in arrays of its own. */
  public RunCurves copy() {
    RunCurves copy = new RunCurves();
    series.forEach((key, each) -> copy.series.put(key, each.copy()));
    copy.clock = clock;
    copy.lastStep = lastStep;
    copy.whole = whole;
    return copy;
  }

  /**
   * Leaves out the numbers of steps that a log tells to be lost further on: read in one go, they
   * need not be taken back.
   */
  public static final class Held {
    private final long[] least;
    private int begun;

    /**
     * A filter.
     *
     * @param begins the steps at which the training began or was resumed, in the log's order
     */
    public Held(List<Long> begins) {
      least = new long[begins.size() + 1];
      least[begins.size()] = Long.MAX_VALUE;
      for (int i = begins.size() - 1; i >= 0; i--) {
        least[i] = Math.min(least[i + 1], begins.get(i));
      }
    }

    /** The next events of the log, without what is lost. */
    public List<Event> of(List<Event> part) {
      List<Event> held = new ArrayList<>(part.size());
      for (Event event : part) {
        if (event instanceof Event.Begun) {
          begun++;
        }
        if (!(event instanceof Event.Scalars)
            || event.step() <= least[Math.min(begun, least.length - 1)]) {
          held.add(event);
        }
      }
      return held;
    }
  }
}
