package studio.saddlepoint.latent.film;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.core.English;

/** The kinds of files that films are written to. */
public enum FilmFormat {
  /** Shown everywhere, at most 256 colours a frame. */
  GIF(".gif"),
  /** A PNG that moves: without loss, shown by browsers. */
  APNG(".png"),
  /** Small, for players and slides; with loss. */
  MP4(".mp4"),
  /** A folder with a PNG for each frame. */
  FRAMES("");

  /** GIF counts in hundredths of a second, and players take 1 of them for 10. */
  private static final double FASTEST_GIF = 50;

  private final String ending;

  FilmFormat(String ending) {
    this.ending = ending;
  }

  /** How names of such files end, with the dot; empty for a folder. */
  public String ending() {
    return ending;
  }

  /** Its name in commands and answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether such a file tells for how long a frame is shown. */
  public boolean timed() {
    return this != FRAMES;
  }

  /** The format of a file by the ending of its name. */
  public static Optional<FilmFormat> ofFile(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.endsWith(".apng")) {
      return Optional.of(APNG);
    }
    return Arrays.stream(values())
        .filter(each -> !each.ending.isEmpty() && small.endsWith(each.ending))
        .findFirst();
  }

  /**
   * Why it cannot hold a film of a rate, as a sentence that says what to do; empty where it can.
   */
  public Optional<String> refusal(FrameRate rate) {
    return this == GIF && rate.perSecond() > FASTEST_GIF
        ? Optional.of(
            English.of(
                "A GIF shows at most 50 frames a second, not %s: players slow down what asks for more. Choose 50 or fewer, or another format.",
                rate))
        : Optional.empty();
  }

  /**
   * What a person should know of how it tells time, as a sentence; empty where every frame is shown
   * for exactly as long as was asked for.
   */
  public Optional<String> remark(FrameRate rate) {
    double hundredths = 100 / rate.perSecond();
    double whole = Math.floor(hundredths + 1e-9);
    return this == GIF && hundredths - whole > 1e-9
        ? Optional.of(
            English.of(
                "GIF counts in hundredths of a second: its frames are shown for %.0f or %.0f of them, so that %s a second is right on average.",
                whole, whole + 1, rate))
        : Optional.empty();
  }
}
