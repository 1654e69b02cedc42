package studio.saddlepoint.core;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line as its words, and as a text that a person pastes into a terminal: its shell parts
 * the text into the same words again.
 *
 * @param words the program's name and what follows it
 */
public record ShellLine(List<String> words) {
  /** What no shell reads anything into. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:+-][A-Za-z0-9_./:+=,@%-]*");

  private static final Pattern PLAIN_ON_WINDOWS =
      Pattern.compile("[A-Za-z0-9_./:\\\\+-][A-Za-z0-9_./:\\\\+=-]*");

  /** What a terminal parts a text with. */
  public enum Shell {
    /** Those of Linux and macOS. */
    POSIX,
    /** PowerShell and, where that is possible with the same text, the command prompt. */
    WINDOWS;

    /** That of this computer. */
    public static Shell here() {
      return File.separatorChar == '\\' ? WINDOWS : POSIX;
    }
  }

  /** Copies the words. */
  public ShellLine {
    words = List.copyOf(words);
  }

  /** The text for a shell. */
  public String text(Shell shell) {
    return words.stream()
        .map(each -> shell == Shell.POSIX ? posix(each) : windows(each))
        .collect(Collectors.joining(" "));
  }

  /** Nothing has a meaning between single quotes but their end. */
  private static String posix(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /**
   * Between double quotes both shells of Windows leave most as it is. PowerShell reads {@code $}
   * and {@code `} there, and the command prompt {@code %}: then single quotes, which only
   * PowerShell knows. Programs read a quote within a word from a backslash before it, and
   * backslashes before a quote as half as many.
   */
  private static String windows(String word) {
    if (PLAIN_ON_WINDOWS.matcher(word).matches()) {
      return word;
    }
    String told = word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1");
    boolean meant = word.chars().anyMatch(each -> "$`%\"\u201c\u201d\u201e".indexOf(each) >= 0);
    return meant
        ? "'" + told.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'"
        : '"' + told + '"';
  }
}
