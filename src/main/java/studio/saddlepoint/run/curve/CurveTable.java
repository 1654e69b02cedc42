package studio.saddlepoint.run.curve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;

/**
 * The numbers of a run's log as a table, CSV after RFC 4180: a row for each step at which any of
 * the quantities was told, with its step and time. What was not told at a step is empty.
 */
public final class CurveTable {
  private static final String SCORE = "score.";

  private CurveTable() {}

  /**
   * Writes a table, whole or not at all.
   *
   * @param keys of the quantities; scores have {@code score.} before their name
   * @return how many rows it has
   * @throws StudioException if the log cannot be read, or the file not be written
   */
  public static long write(EventLog log, Set<String> keys, Path file, Progress progress) {
    AtomicLong rows = new AtomicLong();
    try {
      AtomicFile.ON_DISK.write(
          file,
          channel -> {
            rows.set(0);
            // Not closed: the channel is another's.
            Writer out =
                new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
            rows.set(write(log, List.copyOf(keys), out, progress));
            out.flush();
          });
    } catch (UncheckedIOException e) {
      throw unwritable(file, e.getCause());
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    return rows.get();
  }

  private static StudioException unwritable(Path file, IOException e) {
    return new StudioException(
        English.of("%s cannot be written (%s). Choose another folder.", file, DiskErrors.reason(e)),
        e);
  }

  /**
   * Writes a table.
   *
   * @return how many rows it has
   * @throws IOException if it cannot be written
   */
  public static long write(EventLog log, List<String> keys, Writer out, Progress progress)
      throws IOException {
    out.write("step,time");
    for (String key : keys) {
      out.write(',');
      out.write(quoted(key));
    }
    out.write("\r\n");
    LogIndex index = new LogIndex();
    index.extend(log, Progress.NONE);
    List<Event.Scored> scores = new ArrayList<>();
    for (Event event : EventLog.settled(index.events())) {
      if (event instanceof Event.Scored scored) {
        scores.add(scored);
      }
    }
    scores.sort(Comparator.comparingLong(Event::step));
    Rows rows = new Rows(keys, out, scores);
    try {
      LogWindow.scalars(log, index, 0, Double.MAX_VALUE, progress, rows::take);
      rows.scoresUpTo(Long.MAX_VALUE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows.count;
  }

  private static String quoted(String text) {
    return text.matches("[\\w.\\- ]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Rows in the order of their steps; scores come between the numbers of steps. */
  private static final class Rows {
    private final List<String> keys;
    private final Writer out;
    private final List<Event.Scored> scores;
    private int next;
    private long count;

    Rows(List<String> keys, Writer out, List<Event.Scored> scores) {
      this.keys = keys;
      this.out = out;
      this.scores = scores;
    }

    void take(Event.Scalars scalars) {
      scoresUpTo(scalars.step());
      row(scalars, scalars.values(), "");
    }

    void scoresUpTo(long step) {
      while (next < scores.size() && scores.get(next).step() < step) {
        Event.Scored scored = scores.get(next++);
        row(scored, scored.values(), SCORE);
      }
    }

    private void row(Event event, Map<String, Double> values, String prefix) {
      StringBuilder line = new StringBuilder();
      line.append(event.step()).append(',').append(event.time());
      boolean any = false;
      for (String key : keys) {
        Double value = key.startsWith(prefix) ? values.get(key.substring(prefix.length())) : null;
        line.append(',');
        if (value != null) {
          line.append(value.doubleValue());
          any = true;
        }
      }
      if (any) {
        try {
          out.append(line).append("\r\n");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        count++;
      }
    }
  }
}
