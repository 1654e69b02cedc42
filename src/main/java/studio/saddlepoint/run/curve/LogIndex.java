package studio.saddlepoint.run.curve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;

/**
 * What a run's log holds where, found by one look at its bytes that parses nearly nothing: parts of
 * about a megabyte with their steps, and the lines that are not the numbers of a step.
 */
public final class LogIndex {
  private static final int PART = 1 << 20;
  private static final byte[] SCALARS =
      "{\"type\":\"scalars\",\"time\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STEP = "\",\"step\":".getBytes(StandardCharsets.US_ASCII);

  /**
   * Whole lines of the log.
   *
   * @param start first byte
   * @param end byte after the last one
   * @param least the least step whose numbers are in it
   * @param most the last such step; below the least where there is none
   * @param begun how often the training began or was resumed in the log before it
   */
  public record Part(long start, long end, long least, long most, int begun) {}

  final List<Part> parts = new ArrayList<>();
  final List<String> others = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Long> begins = new ArrayList<>();
  private long passedOver;

  /** Nothing yet. */
  public LogIndex() {}

  LogIndex(List<Part> parts, List<String> others, long passedOver) {
    this.passedOver = passedOver;
    this.parts.addAll(parts);
    others.forEach(this::other);
  }

  /** The byte after the last whole line that was looked at. */
  public long end() {
    return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
  }

  /** The events that are not the numbers of a step, as they were told. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Whole lines that tell nothing: cut off, damaged, or of another version. */
  public long passedOver() {
    return passedOver;
  }

  /** Whether an event is not among {@link #events}. */
  static boolean isNumbers(Event event) {
    return event instanceof Event.Scalars;
  }

  /** The steps at which the training began or was resumed, in the log's order. */
  public List<Long> begins() {
    return List.copyOf(begins);
  }

  /** The parts that have numbers of steps in a range. */
  public List<Part> parts(double from, double to) {
    return parts.stream().filter(each -> each.most() >= from && each.least() <= to).toList();
  }

  /**
   * Looks at what is new in a log.
   *
   * @return whether it went on as it was; a shorter log is another one, which is not looked at
   */
  public boolean extend(EventLog log, Progress progress) {
    long size = log.size();
    if (size < end()) {
      return false;
    }
    while (true) {
      progress.checkCancelled();
      EventLog.Bytes bytes = log.bytes(end(), PART);
      if (bytes.length() == 0) {
        return true;
      }
      look(bytes);
      progress.report("Reading the log", Math.min(1, end() / (double) Math.max(1, size)));
    }
  }

  private void look(EventLog.Bytes part) {
    byte[] bytes = part.data();
    int begun = begins.size();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    int start = 0;
    for (int i = 0; i < part.length(); i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      long step = step(bytes, start, i);
      if (step < 0 && i > start) {
        Optional<Event> event = other(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        step = event.filter(LogIndex::isNumbers).map(Event::step).orElse(-1L);
      }
      if (step >= 0) {
        least = Math.min(least, step);
        most = Math.max(most, step);
      }
      start = i + 1;
    }
    parts.add(new Part(part.start(), part.start() + part.length(), least, most, begun));
  }

  /** Keeps a line that is an event but not the numbers of a step; numbers may look unusual, too. */
  private Optional<Event> other(String line) {
    Optional<Event> event = EventLog.event(line);
    passedOver += event.isPresent() ? 0 : 1;
    if (event.isPresent() && !isNumbers(event.get())) {
      others.add(line);
      events.add(event.get());
      if (event.get() instanceof Event.Begun) {
        begins.add(event.get().step());
      }
    }
    return event;
  }

  /** The step of a line of the usual form; below 0 where it has another. */
  private static long step(byte[] bytes, int start, int end) {
    if (!matches(bytes, start, end, SCALARS)) {
      return -1;
    }
    int at = start + SCALARS.length;
    while (at < end && bytes[at] != '"') {
      at++;
    }
    if (!matches(bytes, at, end, STEP) || bytes[end - 1] != '}') {
      return -1;
    }
    long step = 0;
    int digit = at + STEP.length;
    for (; digit < end && bytes[digit] >= '0' && bytes[digit] <= '9'; digit++) {
      step = 10 * step + bytes[digit] - '0';
    }
    return digit > at + STEP.length && bytes[digit] == ',' ? step : -1;
  }

  private static boolean matches(byte[] bytes, int start, int end, byte[] wanted) {
    if (end - start < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[start + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
