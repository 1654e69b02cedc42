package studio.saddlepoint.run.event;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.file.LineFile;

/**
 * The part of a run's log that holds at one of its steps, copied line by line in bounded memory:
 * what was told of later steps, and what was lost by going back ({@link EventLog#settled}), is left
 * out, and so are damaged lines. The log may grow meanwhile.
 */
public final class PastLog {
  private static final int BLOCK = 4 * 1024 * 1024;

  /** A line of the numbers of a step, which nearly all are: it need not be read further. */
  private static final Pattern SCALARS =
      Pattern.compile("\\{\"type\":\"scalars\",\"time\":\"[^\"]+\",\"step\":(\\d{1,18}),.*}");

  private static final Pattern BEGUN = Pattern.compile("\\{\"type\":\"begun\".*}");

  private final LineFile from;
  private final long step;
  private final Predicate<Event> wanted;
  private final List<Event.Changed> changes = new ArrayList<>();
  private boolean checkpointed;
  private long lines;

  private PastLog(Path run, long step, Predicate<Event> wanted) {
    this.from = new LineFile(run, EventLog.NAME);
    this.step = step;
    this.wanted = wanted;
  }

  /**
   * What was copied.
   *
   * @param changes the changes among it, oldest first
   * @param checkpointed whether it tells of a checkpoint of the last step
   * @param lines how many lines it has
   */
  public record Copied(List<Event.Changed> changes, boolean checkpointed, long lines) {
    /** Copies the list. */
    public Copied {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Copies it.
   *
   * @param run the run folder
   * @param to the folder that gets it; must be there
   * @param step the last step that is told of
   * @param wanted which events other than the numbers of steps are copied
   * @param progress told how far it is
   * @throws IOException if it cannot be written
   * @throws studio.saddlepoint.core.StudioException if it cannot be read
   */
  public static Copied copy(
      Path run, Path to, long step, Predicate<Event> wanted, Progress progress) throws IOException {
    PastLog log = new PastLog(run, step, wanted);
    log.write(to.resolve(EventLog.NAME), log.begins(), progress);
    return new Copied(log.changes, log.checkpointed, log.lines);
  }

  /**
   * A line at which a training began or went on.
   *
   * @param line its number
   * @param lowest the lowest step of this one and all after it
   */
  private record Begin(long line, long lowest) {}

  private List<Begin> begins() {
    List<Begin> found = new ArrayList<>();
    long number = 0;
    for (LineFile.Part part = from.from(0, BLOCK);
        !part.lines().isEmpty();
        part = from.from(part.end(), BLOCK)) {
      for (String line : part.lines()) {
        if (BEGUN.matcher(line).matches()
            && EventJson.event(line).orElse(null) instanceof Event.Begun begun) {
          found.add(new Begin(number, begun.step()));
        }
        number++;
      }
    }
    for (int i = found.size() - 2; i >= 0; i--) {
      Begin each = found.get(i);
      found.set(i, new Begin(each.line(), Math.min(each.lowest(), found.get(i + 1).lowest())));
    }
    return found;
  }

  private void write(Path file, List<Begin> begins, Progress progress) throws IOException {
    long number = 0;
    int next = 0;
    double size = Math.max(1, from.size());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (LineFile.Part part = from.from(0, BLOCK);
          !part.lines().isEmpty();
          part = from.from(part.end(), BLOCK)) {
        progress.checkCancelled();
        progress.report("Copying the log", Math.min(1, part.end() / size));
        for (String line : part.lines()) {
          while (next < begins.size() && begins.get(next).line() <= number) {
            next++;
          }
          long holds = next < begins.size() ? begins.get(next).lowest() : Long.MAX_VALUE;
          if (isPast(line, Math.min(step, holds))) {
            out.write(line);
            out.write('\n');
            lines++;
          }
          number++;
        }
      }
    }
  }

  /**
   * Whether a line is told of a step up to the last one, and not lost.
   *
   * @param holds the last step whose repeatable events still hold
   */
  private boolean isPast(String line, long holds) {
    Matcher scalars = SCALARS.matcher(line);
    if (scalars.matches()) {
      return Long.parseLong(scalars.group(1)) <= holds;
    }
    Optional<Event> read = EventJson.event(line);
    if (read.isEmpty()) {
      return false;
    }
    Event event = read.get();
    if (event.step() > (EventLog.repeatable(event) ? holds : step) || !wanted.test(event)) {
      return false;
    }
    if (event instanceof Event.Changed change) {
      changes.add(change);
    }
    checkpointed |= event instanceof Event.Checkpointed && event.step() == step;
    return true;
  }
}
