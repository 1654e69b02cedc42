package studio.saddlepoint.latent.film;

import java.math.BigDecimal;
import studio.saddlepoint.core.StudioException;

/**
 * Frames of a film in a second.
 *
 * @param perSecond {@link #SLOWEST} to {@link #FASTEST}
 */
public record FrameRate(double perSecond) {
  /** One frame in ten seconds. */
  public static final double SLOWEST = 0.1;

  /** Few screens show more. */
  public static final double FASTEST = 120;

  /** The longest film: twenty minutes at 30 frames a second. */
  public static final int MOST_FRAMES = 36_000;

  /** Films of the cinema and most of the web have about as many. */
  public static final FrameRate USUAL = new FrameRate(25);

  /** Checks it. */
  public FrameRate {
    if (!(perSecond >= SLOWEST && perSecond <= FASTEST)) {
      throw new StudioException(
          "The frame rate is "
              + text(perSecond)
              + ": it must be between 0.1 and 120 frames a second, such as 25.");
    }
  }

  /**
   * How many frames fill a time.
   *
   * @param seconds any
   * @return the nearest whole number
   */
  public double frames(double seconds) {
    return Math.rint(seconds * perSecond);
  }

  /** The time that frames take, in seconds. */
  public double seconds(long frames) {
    return frames / perSecond;
  }

  /** The number as a person writes it, such as {@code 25} or {@code 12.5}. */
  @Override
  public String toString() {
    return text(perSecond);
  }

  private static String text(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
