package studio.saddlepoint.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Progress;

/**
 * The output of commands: results to the standard output, everything on the way to the standard
 * error. On a terminal the way is one line that is written over.
 */
final class CommandOutput implements Progress {
  private static final long LINE_EVERY_NANOS = 5_000_000_000L;
  private static final long REWRITE_EVERY_NANOS = 100_000_000L;
  private static final int WIDTH = 79;

  /** The last character of ASCII and the first that is not printed as it is. */
  private static final char DELETE = 0x7f;

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private static final JsonNull NULL = JsonNull.INSTANCE;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean json;
  private String stage = "";
  private String last = "";
  private long lastLine;
  private int shown;

  /**
   * A console.
   *
   * @param out for results
   * @param err for progress and errors
   * @param terminal whether a person watches, so that a line may be written over
   */
  CommandOutput(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Makes {@link #result} print JSON only. */
  void json(boolean on) {
    json = on;
  }

  boolean json() {
    return json;
  }

  /**
   * Prints what a command found.
   *
   * @param document for machines: keys and values as JSON has them
   * @param text for people
   */
  synchronized void result(Object document, String text) {
    clear();
    out.println(json ? ascii(JSON.toJson(finite(document))) : Escapes.lines(text));
    out.flush();
  }

  /**
   * The same document without a letter that a console or a locale could not spell, or that would
   * steer a terminal.
   */
  private static String ascii(String document) {
    StringBuilder ascii = new StringBuilder();
    document
        .chars()
        .forEach(
            each -> {
              if (each < DELETE) {
                ascii.append((char) each);
              } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", each));
              }
            });
    return ascii.toString();
  }

  /** JSON has no NaN: numbers that are none become null. */
  private static Object finite(Object document) {
    if (document instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key, finite(value)));
      return copy;
    }
    if (document instanceof List<?> list) {
      return list.stream().map(CommandOutput::finite).toList();
    }
    return document instanceof Double number && !Double.isFinite(number) ? NULL : document;
  }

  /**
   * Whether everything printed for the standard output has arrived there. It has not where a disk
   * is full or the reader of a pipe has ended, which print streams keep to themselves.
   */
  synchronized boolean arrived() {
    return !out.checkError();
  }

  /** For help texts; letters become bytes as everywhere in what is printed. */
  PrintWriter writer() {
    Writer text =
        new Writer() {
          @Override
          public void write(char[] letters, int from, int count) {
            out.print(new String(letters, from, count));
          }

          @Override
          public void flush() {
            out.flush();
          }

          @Override
          public void close() {
            flush();
          }
        };
    return new PrintWriter(text, true);
  }

  /** Prints a line that stays, on the way. */
  synchronized void note(String line) {
    clear();
    err.println(Escapes.name(line));
  }

  /** Prints an error. */
  synchronized void error(String message) {
    note("saddlepoint: " + message.replaceAll("\\s*\\R\\s*", " "));
  }

  /** Prints where an error came from. */
  synchronized void trace(Throwable e) {
    clear();
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    err.print(Escapes.lines(text.toString()));
  }

  /**
   * Shows how things stand: over the line before on a terminal, as a line every few seconds
   * otherwise.
   */
  synchronized void status(String text) {
    String line = Escapes.name(text);
    long now = System.nanoTime();
    if (now - lastLine < (terminal ? REWRITE_EVERY_NANOS : LINE_EVERY_NANOS)
        || terminal && shown > 0 && line.equals(last)) {
      return;
    }
    lastLine = now;
    last = line;
    if (terminal) {
      String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
      err.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
      err.flush();
      shown = cut.length();
    } else {
      err.println(line);
    }
  }

  @Override
  public synchronized void report(String what, double fraction) {
    if (!what.equals(stage)) {
      if (fraction >= 1) {
        return; // done at once: nothing to wait for
      }
      stage = what;
      lastLine = System.nanoTime() - LINE_EVERY_NANOS;
    }
    status(Double.isNaN(fraction) ? what + " ..." : what + " " + Math.round(fraction * 100) + " %");
  }

  private void clear() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
