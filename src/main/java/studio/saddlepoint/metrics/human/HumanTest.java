package studio.saddlepoint.metrics.human;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import studio.saddlepoint.metrics.distribution.Share;

/**
 * The answers of a person who was shown real and generated pictures, one at a time: HYPE (Zhou et
 * al. 2019, "HYPE: A Benchmark for Human eYe Perceptual Evaluation of Generative Models"). Their
 * HYPE-infinity is the error rate on all pictures, shown without a limit of time: 50 % is guessing,
 * so the generated ones cannot be told from the real ones.
 *
 * @param pace how long pictures were shown
 * @param answers in the order they were given
 */
public record HumanTest(Pace pace, List<Answer> answers) {
  /** How long a picture is shown. */
  public enum Pace {
    /** Until the person answers (HYPE-infinity). */
    UNTIMED,
    /** As short as the person can still tell, found by a {@link Staircase} (HYPE-time). */
    STAIRCASE
  }

  /**
   * One answer.
   *
   * @param real whether the picture was real
   * @param saidReal what the person said
   * @param took from when the picture appeared until the answer
   * @param exposureMillis how long the picture was to be seen; 0 where that was not limited
   */
  public record Answer(boolean real, boolean saidReal, Duration took, int exposureMillis) {
    /** Whether the person was right. */
    public boolean right() {
      return real == saidReal;
    }
  }

  /** Copies the answers. */
  public HumanTest {
    answers = List.copyOf(answers);
  }

  /** Errors on all pictures. */
  public Share errors() {
    return new Share((int) answers.stream().filter(each -> !each.right()).count(), answers.size());
  }

  /** Real pictures that were taken for generated ones. */
  public Share errorsOnReal() {
    return errorsOn(true);
  }

  /** Generated pictures that were taken for real ones. */
  public Share errorsOnGenerated() {
    return errorsOn(false);
  }

  private Share errorsOn(boolean real) {
    List<Answer> asked = answers.stream().filter(each -> each.real() == real).toList();
    return new Share((int) asked.stream().filter(each -> !each.right()).count(), asked.size());
  }

  /** The median of what answers took, in seconds; NaN without answers. */
  public double medianSeconds() {
    double[] sorted =
        answers.stream().mapToDouble(each -> each.took().toNanos() / 1e9).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The exposure that the staircase settled at; empty where time was not limited. */
  public OptionalDouble thresholdMillis() {
    return pace == Pace.UNTIMED || answers.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Staircase.mode(answers.stream().mapToInt(Answer::exposureMillis).toArray()));
  }

  /**
   * The numbers by name: {@code human_error}, {@code human_error_real}, {@code
   * human_error_generated} (0 to 1), the counts {@code human_real} and {@code human_generated},
   * {@code human_seconds} an answer, and {@code human_threshold_ms} where time was limited. The
   * intervals follow from the counts.
   */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("human_error", errors().rate());
    values.put("human_error_real", errorsOnReal().rate());
    values.put("human_error_generated", errorsOnGenerated().rate());
    values.put("human_real", (double) errorsOnReal().of());
    values.put("human_generated", (double) errorsOnGenerated().of());
    values.put("human_seconds", medianSeconds());
    thresholdMillis().ifPresent(millis -> values.put("human_threshold_ms", millis));
    return values;
  }
}
