package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.Timings;

/** Measures how fast the window answers. */
@Command(
    name = "window",
    description = {
      "Measures how fast the window answers while nothing trains, and while a training uses the processors.",
      "Opens a window and presses its buttons with the mouse: leave both alone meanwhile. Times are from a press to the picture of what it changed, in milliseconds; they may be up to two pictures (33 ms) too long, never too short. Where there is no display, a program such as xvfb-run lends one."
    })
final class BenchWindowCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final WindowTimes window;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Times that each thing is done; default: ${DEFAULT-VALUE}.")
  private int rounds = 20;

  private final Map<String, Object> document = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  BenchWindowCommand(CommandOutput console, WindowTimes window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new BadUse("--rounds is " + rounds + ": it must be at least 1.");
    }
    document.put("rounds", rounds);
    lines.add(row("", "at rest", "", "training", ""));
    lines.add(row("", "median", "p95", "median", "p95"));
    for (AnswerTimes each : window.measure(rounds, console)) {
      Map<String, Object> times = new LinkedHashMap<>();
      put(times, "atRest", each.atRest());
      put(times, "training", each.training());
      document.put(each.key(), times);
      lines.add(
          row(
              each.action(),
              millis(each.atRest().map(Timings::medianMillis)),
              millis(each.atRest().map(Timings::p95Millis)),
              millis(each.training().map(Timings::medianMillis)),
              millis(each.training().map(Timings::p95Millis))));
    }
    console.result(document, String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }

  private static void put(Map<String, Object> times, String key, Optional<Timings> of) {
    of.ifPresent(
        each -> {
          times.put(key + "MedianMillis", each.medianMillis());
          times.put(key + "P95Millis", each.p95Millis());
        });
  }

  private static String millis(Optional<Double> of) {
    return of.map(each -> String.format(Locale.ENGLISH, "%,.0f", each)).orElse("-");
  }

  private static String row(String what, String... values) {
    StringBuilder row = new StringBuilder(String.format(Locale.ENGLISH, "%-32s", what));
    for (String each : values) {
      row.append(String.format(Locale.ENGLISH, "%9s", each));
    }
    return row.toString().stripTrailing();
  }
}
