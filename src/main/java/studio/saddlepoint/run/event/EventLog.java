package studio.saddlepoint.run.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.LineFile;

/**
 * The story of a run, {@code events.jsonl}: one event a line, appended and never changed. One
 * process writes; any number may read meanwhile.
 */
public final class EventLog {
  /** The file in a run folder. */
  public static final String NAME = "events.jsonl";

  private static final int PART_BYTES = 4 << 20;
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
    return follow(0, Long.MAX_VALUE);
  }

  /**
   * As {@link #follow()}, of a part of the log.
   *
   * @param start the first byte of a line
   * @param end nothing is read from this byte on, which begins a line, too
   */
  public Follower follow(long start, long end) {
    return new Follower(file, start, end);
  }

  /** Where it is. */
  public Path path() {
    return file.path();
  }

  /** Bytes in the log. */
  public long size() {
    return file.size();
  }

  /**
   * Whole lines of the log.
   *
   * @param data the bytes, and perhaps some after them
   * @param length how many of the bytes are whole lines
   * @param start where the first one is in the log
   */
  public record Bytes(byte[] data, int length, long start) {}

  /**
   * Whole lines from a byte on, unparsed.
   *
   * @param most about so many bytes, at least a line where there is one
   */
  public Bytes bytes(long start, int most) {
    LineFile.Raw raw = file.raw(start, most);
    return new Bytes(raw.bytes(), raw.lines(), start);
  }

  /** Bytes of the log, fewer where it ends. */
  public byte[] raw(long start, int length) {
    LineFile.Raw raw = file.some(start, length);
    return Arrays.copyOf(raw.bytes(), raw.length());
  }

  /** The events of whole lines from one byte to another, as they were told. */
  public List<Event> between(long start, long end) {
    List<Event> events = new ArrayList<>();
    Follower follower = follow(start, end);
    for (List<Event> part = follower.poll(); !part.isEmpty(); part = follower.poll()) {
      events.addAll(part);
    }
    return events;
  }

  /** The event of a line; nothing where the line is damaged or its type unknown. */
  public static Optional<Event> event(String line) {
    return EventJson.event(line);
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
   * The events of some kinds that still hold, oldest first, and beside them when trainings began:
   * other lines are not looked into, so that the millions of a long run cost little.
   *
   * @throws StudioException if the folder is gone or the file cannot be read
   */
  public List<Event> only(Set<Class<? extends Event>> kinds) {
    List<String> beginnings = new ArrayList<>();
    beginnings.add(EventJson.beginning(Event.Begun.class));
    kinds.forEach(kind -> beginnings.add(EventJson.beginning(kind)));
    List<Event> events = new ArrayList<>();
    long position = 0;
    while (true) {
      LineFile.Part part = file.from(position, PART_BYTES);
      for (String line : part.lines()) {
        if (beginnings.stream().anyMatch(line::startsWith)) {
          EventJson.event(line).ifPresent(events::add);
        }
      }
      if (part.end() <= position) {
        return settled(events);
      }
      position = part.end();
    }
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
        || event instanceof Event.Grown
        || event instanceof Event.Probed;
  }
}
