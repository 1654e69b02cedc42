package studio.saddlepoint.metrics.attribute;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.latent.direction.Attribute;

/**
 * What a judge tells of one attribute of the same code through a training.
 *
 * @param attribute which
 * @param steps of the weights, ascending
 * @param values one for each step: of a class its logit less the mean of all logits, of a factor
 *     its measure; NaN where there is no picture that could be judged
 */
public record AttributeTrace(Attribute attribute, List<Long> steps, List<Double> values) {
  /** Smaller changes are none: a judge's numbers are of the size of 1. */
  private static final double NO_CHANGE = 1e-3;

  /** Checks that there is a value for each step. */
  public AttributeTrace {
    steps = List.copyOf(steps);
    values = List.copyOf(values);
    if (steps.size() != values.size()) {
      throw new IllegalArgumentException(steps.size() + " steps, " + values.size() + " values");
    }
  }

  /** The places of values that are known. */
  private int[] known() {
    return IntStream.range(0, values.size()).filter(i -> Double.isFinite(values.get(i))).toArray();
  }

  /**
   * When the attribute appeared: the first place from which on it stays on the last value's side of
   * the middle between the first value and the last.
   *
   * @return empty where too little is known, or it ends where it began
   */
  public OptionalInt halfway() {
    int[] known = known();
    if (known.length < 2) {
      return OptionalInt.empty();
    }
    double first = values.get(known[0]);
    double last = values.get(known[known.length - 1]);
    if (Math.abs(last - first) < NO_CHANGE) {
      return OptionalInt.empty();
    }
    double middle = (first + last) / 2;
    int place = known.length - 1;
    while (place > 0 && (values.get(known[place - 1]) - middle) * (last - first) >= 0) {
      place--;
    }
    return OptionalInt.of(known[place]);
  }

  /** What became of it, in a sentence with its numbers. */
  public String sentence() {
    int[] known = known();
    String name = attribute.kind() == Attribute.Kind.CLASS ? " (logit)" : "";
    if (known.length == 0) {
      return English.of("%s%s: no picture could be judged.", attribute.name(), name);
    }
    int last = known[known.length - 1];
    String from =
        English.of(
            "%s%s: %.2f at step %,d, %.2f at step %,d",
            attribute.name(),
            name,
            values.get(known[0]),
            steps.get(known[0]),
            values.get(last),
            steps.get(last));
    OptionalInt half = halfway();
    return half.isEmpty()
        ? from + "; it ends where it began."
        : from
            + English.of(
                "; half of the way to its final value is reached at step %,d.",
                steps.get(half.getAsInt()));
  }
}
