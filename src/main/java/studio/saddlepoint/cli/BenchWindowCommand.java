package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.ProcessState;
import studio.saddlepoint.bench.Soak;
import studio.saddlepoint.bench.Timings;
import studio.saddlepoint.core.English;

/** Measures how fast the window answers. */
@Command(
    name = "window",
    description = {
      "Measures how fast the window answers while nothing trains, and while a training uses the processors.",
      "Opens a window and presses its buttons with the mouse: leave both alone meanwhile. Times are from a press to the picture of what it changed, in milliseconds; they may be up to two pictures (33 ms) too long, never too short. Frames are from one picture of the window to the next. Where there is no display, a program such as xvfb-run lends one."
    })
final class BenchWindowCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  private final CommandOutput console;
  private final WindowTimes window;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Times that each thing is done; default: ${DEFAULT-VALUE}.")
  private int rounds = 20;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description =
          "Trains in the window for so many minutes instead, with all charts open, goes about in it, and tells every minute how much memory, how many open files and threads the program holds: after five minutes it should be no more. Tells as well how smoothly the charts and the lab's plane move, and what share of the processor time drawing takes.")
  private @Nullable Integer minutes;

  private final Map<String, Object> document = new LinkedHashMap<>();

  BenchWindowCommand(CommandOutput console, WindowTimes window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new BadUse("--rounds is " + rounds + ": it must be at least 1.");
    }
    if (minutes != null) {
      return soak(minutes);
    }
    document.put("rounds", rounds);
    AnswerTable table = new AnswerTable(window.measure(rounds, console));
    document.putAll(table.document());
    console.result(document, table.text());
    return Main.DONE;
  }

  private int soak(int length) {
    if (length < 1) {
      throw new BadUse("--minutes is " + length + ": it must be at least 1.");
    }
    Soak soak =
        window.soak(Duration.ofMinutes(length), each -> console.note(Soak.line(each)), console);
    document.put("minutes", soak.minutes().stream().map(BenchWindowCommand::told).toList());
    soak.frames().ifPresent(each -> document.put("framesP99Millis", each.p99Millis()));
    soak.labFrames().ifPresent(each -> document.put("labFramesP99Millis", each.p99Millis()));
    soak.drawing().ifPresent(each -> document.put("drawingShare", each));
    document.put("flat", soak.flat().orElse(null));
    soak.grownBytes().ifPresent(each -> document.put("grownBytes", each));
    List<String> lines = new ArrayList<>();
    soak.minutes().forEach(each -> lines.add(Soak.line(each)));
    soak.frames().ifPresent(each -> lines.add(frames("Train with all its charts", each)));
    soak.labFrames().ifPresent(each -> lines.add(frames("the lab's plane as it runs", each)));
    soak.drawing()
        .ifPresent(
            each ->
                lines.add(
                    English.of(
                        "Drawing took %.1f %% of the program's processor time, with all charts live and nobody at the mouse.",
                        PERCENT * each)));
    lines.add(soak.sentence());
    console.result(document, String.join(System.lineSeparator(), lines));
    return soak.flat().orElse(true) ? Main.DONE : Main.FAILED;
  }

  private static String frames(String of, Timings times) {
    return English.of(
        "Frames of %s: median %.0f ms, p95 %.0f ms, p99 %.0f ms",
        of, times.medianMillis(), times.p95Millis(), times.p99Millis());
  }

  private static Map<String, Object> told(ProcessState state) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("seconds", state.at().toSeconds());
    state.residentBytes().ifPresent(each -> told.put("residentBytes", each));
    state.handles().ifPresent(each -> told.put("handles", each));
    told.put("threads", state.threads());
    return told;
  }
}
