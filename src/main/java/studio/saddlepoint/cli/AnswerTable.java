package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.Timings;

/**
 * Times of answers, at rest and while a training computes, as a table.
 *
 * @param times a line each
 */
record AnswerTable(List<AnswerTimes> times) {
  private static final int SHORTEST = 32;

  /** Medians, 95th and 99th percentiles, for machines. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    for (AnswerTimes each : times) {
      Map<String, Object> one = new LinkedHashMap<>();
      put(one, "atRest", each.atRest());
      put(one, "training", each.training());
      document.put(each.key(), one);
    }
    return document;
  }

  /** The same for people. */
  String text() {
    int width = times.stream().mapToInt(each -> each.action().length() + 1).max().orElse(SHORTEST);
    List<String> lines = new ArrayList<>();
    lines.add(row(width, "", "at rest", "", "", "training", "", ""));
    lines.add(row(width, "", "median", "p95", "p99", "median", "p95", "p99"));
    for (AnswerTimes each : times) {
      lines.add(
          row(
              width,
              each.action(),
              millis(each.atRest().map(Timings::medianMillis)),
              millis(each.atRest().map(Timings::p95Millis)),
              millis(each.atRest().map(Timings::p99Millis)),
              millis(each.training().map(Timings::medianMillis)),
              millis(each.training().map(Timings::p95Millis)),
              millis(each.training().map(Timings::p99Millis))));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void put(Map<String, Object> times, String key, Optional<Timings> of) {
    of.ifPresent(
        each -> {
          times.put(key + "MedianMillis", each.medianMillis());
          times.put(key + "P95Millis", each.p95Millis());
          times.put(key + "P99Millis", each.p99Millis());
        });
  }

  private static String millis(Optional<Double> of) {
    return of.map(each -> String.format(Locale.ENGLISH, "%,.0f", each)).orElse("-");
  }

  private static String row(int width, String what, String... values) {
    StringBuilder row =
        new StringBuilder(
            String.format(Locale.ENGLISH, "%-" + Math.max(SHORTEST, width) + "s", what));
    for (String each : values) {
      row.append(String.format(Locale.ENGLISH, "%9s", each));
    }
    return row.toString().stripTrailing();
  }
}
