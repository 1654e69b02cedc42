package studio.saddlepoint.run.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.LineFile;

/**
 * The story of a run, {@code events.jsonl}: one event a line, appended and never changed. One
 * process writes; any number may read meanwhile.
 */
public final class EventLog {
  /** The file in a run folder. */
  public static final String NAME = "events.jsonl";

  private static final long FIRST_LOOK = 64 * 1024;
  private static final long LAST_LOOK = 64 * 1024 * 1024;

  private final LineFile file;
  private volatile int damagedLines;

  /** The log of a run folder; the file need not be there yet. */
  public EventLog(Path folder) {
    file = new LineFile(folder, NAME);
  }

  /**
   * Appends an event and hands it to the operating system. May be called from any thread.
   *
   * @throws StudioException if it cannot be written; names the folder where that is gone
   */
  public void append(Event event) {
    file.append(EventJson.write(event));
  }

  /**
   * The events that still hold, oldest first: see {@link #settled}. A last line that is not
   * complete yet is left out; damaged lines are skipped and counted.
   *
   * @throws StudioException if the folder is gone or the file cannot be read
   */
  public List<Event> read() {
    List<Event> events = new ArrayList<>();
    int damaged = 0;
    for (String line : file.from(0).lines()) {
      Optional<Event> event = EventJson.event(line);
      event.ifPresent(events::add);
      damaged += event.isPresent() ? 0 : 1;
    }
    damagedLines = damaged;
    return settled(events);
  }

  /** How many lines the last {@link #read()} skipped because they were damaged or unknown. */
  public int damagedLines() {
    return damagedLines;
  }

  /**
   * A reader for a window that follows the run while this or another process writes it. Its first
   * poll gives everything from the beginning.
   */
  public Follower follow() {
    return new Follower(file);
  }

  /**
   * Leaves out what was lost: where a training began again from step S, the scalars, sheets,
   * changes, checkpoints and scores told before of steps after S do not hold any more, because
   * those steps are done again. What a follower polls is to be passed through this together with
   * what came before whenever a {@link Event.Begun} comes.
   *
   * @param events as they were told
   */
  public static List<Event> settled(List<Event> events) {
    List<Event> held = new ArrayList<>(events.size());
    for (Event event : events) {
      if (event instanceof Event.Begun) {
        held.removeIf(earlier -> earlier.step() > event.step() && repeatable(earlier));
      }
      held.add(event);
    }
    return held;
  }

  /**
   * What was told since a step was made last, its scalars included; for step 0, since the training
   * began. Looks back from the end, so that long logs cost nothing.
   *
   * @param step which
   * @return oldest first; all that was looked through where that step is not among it
   */
  public List<Event> since(long step) {
    long size = file.size();
    for (long length = FIRST_LOOK; ; length *= 2) {
      List<Event> events = within(size, length);
      for (int i = events.size() - 1; i >= 0; i--) {
        if (makes(events.get(i), step)) {
          return List.copyOf(events.subList(i, events.size()));
        }
      }
      if (length >= Math.min(size, LAST_LOOK)) {
        return events;
      }
    }
  }

  private static boolean makes(Event event, long step) {
    return event.step() == step
        && (event instanceof Event.Scalars
            || event instanceof Event.Begun begun && !begun.resumed());
  }

  private List<Event> within(long size, long length) {
    List<Event> events = new ArrayList<>();
    for (String line : file.from(Math.max(0, size - length)).lines()) {
      EventJson.event(line).ifPresent(events::add);
    }
    return events;
  }

  /** The events in the last bytes of the file, doubling the bytes until there is one. */
  public List<Event> tail(long bytes) {
    long size = file.size();
    for (long length = bytes; ; length *= 2) {
      List<Event> events = within(size, length);
      if (!events.isEmpty() || length >= size) {
        return events;
      }
    }
  }

  /** Whether a step that is made again tells this again. */
  static boolean repeatable(Event event) {
    return event instanceof Event.Scalars
        || event instanceof Event.Sheet
        || event instanceof Event.Scored
        || event instanceof Event.Checkpointed
        || event instanceof Event.Changed
        || event instanceof Event.Grown;
  }
}
