package studio.saddlepoint.metrics;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.human.HumanTest;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * The protocol of a person's numbers. The settings: {@code pace} ({@code untimed} or {@code
 * staircase}), {@code real_name}, {@code real_count}, {@code fake_count}, {@code truncation} (a
 * number or {@code none}), {@code truncation_psi} and {@code truncation_cutoff} where codes were
 * truncated in w, and {@code seed}.
 *
 * @param settings by these names
 */
public record JudgementProtocol(ScoreSettings settings) implements Protocol {
  private static final String PACE = "pace";
  private static final String TRUNCATION = "truncation";
  private static final String UNTIMED = "untimed";

  /** Whether settings are of numbers that a person gave. */
  static boolean knows(ScoreSettings settings) {
    return !settings.text(PACE).isEmpty();
  }

  /**
   * How a test's numbers were made.
   *
   * @param truncation of the generated pictures, or none
   * @param inW how their codes were truncated in w
   * @param seed decided which pictures were shown
   */
  public static JudgementProtocol of(
      HumanTest test, OptionalDouble truncation, WTruncation inW, long seed) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(PACE, test.pace().name().toLowerCase(Locale.ROOT));
    settings.put("fake_count", (long) test.errorsOnGenerated().of());
    settings.put("real_count", (long) test.errorsOnReal().of());
    settings.put("real_name", "train");
    if (truncation.isPresent()) {
      settings.put(TRUNCATION, truncation.getAsDouble());
    } else {
      settings.put(TRUNCATION, "none");
    }
    MetricProtocol.put(settings, inW);
    settings.put("seed", seed);
    return new JudgementProtocol(new ScoreSettings(settings));
  }

  /** Such as {@code Human test (untimed, 25 of train and 25 generated, trunc none)}. */
  @Override
  public String sentence() {
    return "Human test (" + conditions() + ")";
  }

  @Override
  public String conditions() {
    OptionalDouble truncation = settings.number(TRUNCATION);
    return String.format(
        Locale.ENGLISH,
        "%s, %,d of %s and %,d generated, %s",
        settings.text(PACE).equals(UNTIMED) ? UNTIMED : "timed by a staircase",
        settings.count("real_count"),
        settings.text("real_name"),
        settings.count("fake_count"),
        MetricProtocol.inW(settings)
            .orElse("trunc " + (truncation.isPresent() ? truncation.getAsDouble() : "none")));
  }
}
