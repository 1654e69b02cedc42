package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.CurvesBenchmark;
import studio.saddlepoint.core.English;

/** Measures how soon the charts of a long training are there. */
@Command(
    name = "curves",
    description = {
      "Measures how soon the charts of a long training are there: with the pyramid that is kept beside its log, and without it.",
      "A log is made in the system's folder for temporary files, and deleted afterwards."
    })
final class BenchCurvesCommand implements Callable<Integer> {
  private final CommandOutput console;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "Numbers in the log, 7 a step; default: ${DEFAULT-VALUE}.")
  private long points = 10_000_000;

  BenchCurvesCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (points < 1000) {
      throw new BadUse("--points is " + points + ": it must be at least 1000.");
    }
    CurvesBenchmark.Times times = new CurvesBenchmark(points, console).run();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("points", times.points());
    document.put("logBytes", times.logBytes());
    document.put("keptBytes", times.keptBytes());
    document.put("openSeconds", times.openSeconds());
    document.put("buildSeconds", times.buildSeconds());
    document.put("viewMillis", times.viewMillis());
    document.put("detailMillis", times.detailMillis());
    console.result(
        document,
        English.of(
            "%,d points, a log of %.0f MB, its pyramid %.1f MB%n"
                + "opened with the pyramid in %.2f s, without it (in the background) in %.1f s%n"
                + "what a chart of 1,000 columns draws of a series: median %.2f ms%n"
                + "every step of a narrow part, from the log: median %.0f ms",
            times.points(),
            times.logBytes() / 1e6,
            times.keptBytes() / 1e6,
            times.openSeconds(),
            times.buildSeconds(),
            times.viewMillis(),
            times.detailMillis()));
    return Main.DONE;
  }
}
