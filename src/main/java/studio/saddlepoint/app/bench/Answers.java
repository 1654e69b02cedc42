package studio.saddlepoint.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.Timings;

/** The times measured so far, by what was done. */
final class Answers {
  private final Map<String, List<Long>> atRest = new LinkedHashMap<>();
  private final Map<String, List<Long>> training = new LinkedHashMap<>();

  private boolean counts = true;

  /** Whether what comes now counts. */
  void count(boolean now) {
    counts = now;
  }

  /** A time in nanoseconds. */
  void add(String key, boolean trains, long nanos) {
    if (!counts) {
      return;
    }
    atRest.computeIfAbsent(key, each -> new ArrayList<>());
    training.computeIfAbsent(key, each -> new ArrayList<>());
    (trains ? training : atRest).get(key).add(nanos);
  }

  List<AnswerTimes> all() {
    return atRest.keySet().stream()
        .map(
            key ->
                new AnswerTimes(
                    key,
                    Messages.text("bench.window." + key),
                    timings(atRest.get(key)),
                    timings(training.get(key))))
        .toList();
  }

  private static Optional<Timings> timings(List<Long> nanos) {
    return nanos.isEmpty()
        ? Optional.empty()
        : Optional.of(Timings.of(nanos.stream().mapToLong(each -> each).toArray()));
  }
}
