package studio.saddlepoint.latent.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that samples are written to. */
public enum ExportKind {
  /** All samples in one picture. */
  SHEET(".png", 10_000),
  /** A folder with a PNG file for each sample. */
  FOLDER("", 1_000_000),
  /** The same in a zip. */
  ZIP(".zip", 1_000_000),
  /** One array of NumPy. */
  NPZ(".npz", 1_000_000);

  private final String ending;
  private final int most;

  ExportKind(String ending, int most) {
    this.ending = ending;
    this.most = most;
  }

  /** How names of such files end, with the dot; empty for a folder. */
  public String ending() {
    return ending;
  }

  /** The largest number of samples. */
  public int most() {
    return most;
  }

  /** Whether the classes of samples can be told beside them. */
  public boolean takesLabels() {
    return this != SHEET;
  }

  /** The kind of a file by the ending of its name. */
  public static Optional<ExportKind> ofFile(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> !each.ending.isEmpty() && small.endsWith(each.ending))
        .findFirst();
  }
}
