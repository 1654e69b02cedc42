package studio.saddlepoint.run.curve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;

/**
 * The numbers of all steps in a range as the log has them, for where a chart shows less than its
 * pyramid tells apart.
 *
 * @param from first step
 * @param to last step
 * @param points by quantity; a bucket for each value
 */
public record LogWindow(double from, double to, Map<String, Points> points) {
  /**
   * Reads the parts of a log that have these steps.
   *
   * @param index of the log; is extended to its end
   * @return empty where the log is another one than was indexed
   */
  public static Optional<LogWindow> read(
      EventLog log, LogIndex index, double from, double to, Progress progress) {
    Map<String, Column> columns = new LinkedHashMap<>();
    boolean read =
        scalars(
            log,
            index,
            from,
            to,
            progress,
            row ->
                row.values()
                    .forEach(
                        (key, value) ->
                            columns
                                .computeIfAbsent(key, each -> new Column())
                                .add(row.step(), value)));
    Map<String, Points> points = new LinkedHashMap<>();
    columns.forEach((key, column) -> points.put(key, column.points()));
    return read ? Optional.of(new LogWindow(from, to, points)) : Optional.empty();
  }

  /**
   * Reads the numbers of steps in a range that still hold, in order.
   *
   * @return false where the log is another one than was indexed
   */
  public static boolean scalars(
      EventLog log,
      LogIndex index,
      double from,
      double to,
      Progress progress,
      Consumer<Event.Scalars> row) {
    if (!index.extend(log, Progress.NONE)) {
      return false;
    }
    List<LogIndex.Part> parts = index.parts(from, to);
    List<Long> begins = index.begins();
    double done = 0;
    for (LogIndex.Part part : parts) {
      progress.checkCancelled();
      RunCurves.Held held = new RunCurves.Held(begins.subList(part.begun(), begins.size()));
      for (Event event : held.of(log.between(part.start(), part.end()))) {
        if (event instanceof Event.Scalars scalars && event.step() >= from && event.step() <= to) {
          row.accept(scalars);
        }
      }
      progress.report("Reading the log", ++done / parts.size());
    }
    return true;
  }

  /** Whether a range is within this one. */
  public boolean covers(double first, double last) {
    return first >= from && last <= to;
  }

  private static final class Column {
    private double[] steps = new double[256];
    private double[] values = new double[256];
    private int size;

    void add(long step, double value) {
      while (size > 0 && steps[size - 1] > step) {
        size--; // done again after a torn line, as in a series
      }
      if (!Double.isFinite(value)) {
        return;
      }
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      steps[size] = step;
      values[size++] = value;
    }

    Points points() {
      double[] value = Arrays.copyOf(values, size);
      long[] ones = new long[size];
      Arrays.fill(ones, 1);
      return new Points(Arrays.copyOf(steps, size), value, value, value, ones);
    }
  }
}
