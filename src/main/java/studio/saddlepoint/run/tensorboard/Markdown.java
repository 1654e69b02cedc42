package studio.saddlepoint.run.tensorboard;

import studio.saddlepoint.core.Escapes;

/** Texts of others in Markdown, where they must not be read as more than letters. */
final class Markdown {
  private Markdown() {}

  /** A text on one line that shows as it is. */
  static String plain(String text) {
    return Escapes.name(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
  }
}
