package studio.saddlepoint.latent.film.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.film.FrameRate;

/**
 * When which sheet is shown.
 *
 * @param sheets numbers of sheets, ascending
 * @param ticks for how many frames each is shown
 */
record FilmTiming(List<Integer> sheets, List<Integer> ticks) {
  /** Sheets in a second, where no time is asked for. */
  private static final double SHEETS_A_SECOND = 8;

  private static final double LEAST_SECONDS = 2;
  private static final double MOST_SECONDS = 30;

  /** The last sheet is seen for so long beyond its time. */
  private static final double HELD_SECONDS = 1;

  FilmTiming {
    sheets = List.copyOf(sheets);
    ticks = List.copyOf(ticks);
  }

  /**
   * Gives each sheet the same time; where there are more sheets than frames, some are left out
   * evenly, but neither the first nor the last.
   *
   * @param count how many sheets there are, at least 2
   * @param seconds of the film but for the last sheet's end; empty for an eighth of a second a
   *     sheet, between 2 and 30 seconds
   * @throws StudioException if the film would be too long or too short
   */
  static FilmTiming of(int count, OptionalDouble seconds, FrameRate rate) {
    double usual = Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, count / SHEETS_A_SECOND));
    double time = seconds.orElse(usual);
    if (!(time > 0 && Double.isFinite(time))) {
      throw new StudioException(
          "The film's time is " + time + " seconds: it must be a number above 0, such as 10.");
    }
    double frames = rate.frames(time);
    if (frames > FrameRate.MOST_FRAMES) {
      throw new StudioException(
          English.of(
              "The film would have %,.0f frames, and the longest has %,d: choose less time, or a lower frame rate.",
              frames, FrameRate.MOST_FRAMES));
    }
    if (frames < 2) {
      throw new StudioException(
          English.of(
              "%s seconds at %s frames a second are fewer than two frames: choose more time, or a higher frame rate.",
              time, rate));
    }
    return spread(count, (int) frames, (int) Math.max(1, rate.frames(HELD_SECONDS)));
  }

  /** The time that is taken where none is asked for. */
  static double usualSeconds(int count) {
    return Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, count / SHEETS_A_SECOND));
  }

  private static FilmTiming spread(int count, int frames, int held) {
    int shown = Math.min(count, frames);
    List<Integer> sheets = new ArrayList<>();
    List<Integer> ticks = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      sheets.add((int) Math.round((double) i * (count - 1) / (shown - 1)));
      long begin = (long) i * frames / shown;
      long end = (i + 1L) * frames / shown;
      ticks.add((int) (end - begin) + (i == shown - 1 ? held : 0));
    }
    return new FilmTiming(sheets, ticks);
  }
}
