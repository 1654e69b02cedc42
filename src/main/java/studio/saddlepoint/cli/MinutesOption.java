package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.cli.RecipeChoice.Setting;

/** The time to train, in place of a number of steps. */
final class MinutesOption {
  private static final double MOST = 365 * 24 * 60;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description =
          "Trains for this long, such as 10 or 0.5, in place of a number of steps; opening the data is not counted.")
  private @Nullable Double minutes;

  /**
   * The time, where it was given.
   *
   * @param settings what else is to be set; the steps must not be among it
   */
  Optional<Duration> given(List<Setting> settings) {
    if (minutes == null) {
      return Optional.empty();
    }
    if (settings.stream().anyMatch(each -> each.parameter().key().equals("training.steps"))) {
      throw new BadUse(
          "--minutes and a number of steps both say when the training ends: give one of them.");
    }
    return Optional.of(time(minutes));
  }

  /**
   * Minutes as a time.
   *
   * @throws BadUse if they are none
   */
  static Duration time(double minutes) {
    if (!(minutes > 0 && minutes <= MOST)) {
      throw new BadUse(
          String.format(
              Locale.ENGLISH,
              "--minutes is %s: it must be above 0 and at most %,.0f (a year), such as 10.",
              minutes,
              MOST));
    }
    return Duration.ofNanos(Math.max(1, Math.round(minutes * 60e9)));
  }
}
