package studio.saddlepoint.run.event;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.LineFile;

/** Reads what is new in an event log, a part at a time, however long it is. For one thread. */
public final class Follower {
  /** Enough for ten thousand steps; little against the memory of a window. */
  private static final int PART_BYTES = 4 << 20;

  private final LineFile file;
  private final ScalarsReader reader = new ScalarsReader();
  private final long start;
  private final long end;
  private long position;
  private long passedOver;

  Follower(LineFile file, long start, long end) {
    this.file = file;
    this.start = start;
    this.end = end;
    position = start;
  }

  /**
   * The next events told since the last poll, oldest first, as they were told, but for the last
   * binary digit of a step's numbers; empty when all were read. Damaged lines, and those of another
   * version, are skipped. A log that became shorter is another one and is read from its beginning.
   *
   * @throws StudioException if the folder is gone or the file cannot be read
   */
  public List<Event> poll() {
    if (position > start) {
      file.requireThere(); // else it would be read once more when it is back
    }
    if (file.size() < position) {
      position = 0;
      passedOver = 0;
    }
    while (true) {
      if (position >= end) {
        return List.of();
      }
      LineFile.Part part = file.from(position, (int) Math.min(PART_BYTES, end - position));
      boolean moved = part.end() > position;
      position = part.end();
      List<Event> events = new ArrayList<>(part.lines().size());
      for (String line : part.lines()) {
        reader.read(line).ifPresentOrElse(events::add, () -> passedOver++);
      }
      if (!events.isEmpty() || !moved) {
        return events;
      }
    }
  }

  /** How many whole lines were passed over so far: damaged, or of another version. */
  public long passedOver() {
    return passedOver;
  }

  /** The share of the log, or of its part, that was read, 0 to 1. */
  public double share() {
    double all = Math.min(end, file.size()) - start;
    return Math.max(0, Math.min(1, (position - start) / Math.max(1, all)));
  }
}
