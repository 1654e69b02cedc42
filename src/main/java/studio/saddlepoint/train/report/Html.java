package studio.saddlepoint.train.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import studio.saddlepoint.core.Escapes;

/**
 * A text of HTML or SVG that is written from its beginning to its end. Whatever is put between tags
 * or into attributes is escaped here and nowhere else: names of runs, classes and files are
 * another's.
 */
final class Html {
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  private void start(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
    text.append('>');
  }

  /** Ends the element that was begun last. */
  Html close() {
    text.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element with a text in it, on the line of what is around. */
  Html inline(String tag, String content, String... attributes) {
    start(tag, attributes);
    text.append(escaped(content)).append("</").append(tag).append('>');
    return this;
  }

  /** An element with a text in it. */
  Html element(String tag, String content, String... attributes) {
    inline(tag, content, attributes);
    text.append('\n');
    return this;
  }

  /** An element that has neither content nor end. */
  Html single(String tag, String... attributes) {
    start(tag, attributes);
    text.append('\n');
    return this;
  }

  /** A text. */
  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** What another one has written. */
  Html with(Html other) {
    text.append(other);
    return this;
  }

  /** A style sheet of our own; nothing of others goes in here. */
  Html style(String css) {
    text.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  /**
   * A row of a table.
   *
   * @param tag of its cells: {@code td} or {@code th}
   */
  Html row(String tag, List<String> cells) {
    open("tr");
    cells.forEach(each -> inline(tag, each));
    return close();
  }

  private static String escaped(String content) {
    return Escapes.lines(content)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
