package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.metrics.record.JsonReport;
import studio.saddlepoint.metrics.record.RecordFile;
import studio.saddlepoint.metrics.record.ScoreFormat;
import studio.saddlepoint.metrics.record.ScoreReport;
import studio.saddlepoint.run.RunFolder;

/** Tells all scores of a run, as the window's export does. */
@Command(
    name = "scores",
    description = {
      "Tells all scores of a run, and how each was made, as the window's export does.",
      "Without --out as tables, with --json as one document."
    })
final class ScoresCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes them to this file: .csv, .json or .md.")
  private @Nullable Path out;

  ScoresCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    Path file = out;
    if (file == null) {
      ScoreReport report = report();
      console.result(JsonReport.document(report), ScoreFormat.MARKDOWN.write(report).strip());
      return Main.DONE;
    }
    ScoreFormat format = format(file);
    ImagePaths.writable(file, "--out");
    ScoreReport report = report();
    RecordFile.write(file, format.write(report));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", report.run());
    document.put("scores", report.rows().size());
    document.put("out", file.toString());
    String count = English.count(report.rows().size(), "score");
    console.result(document, English.of("%s of %s are in %s", count, report.run(), file));
    return Main.DONE;
  }

  private ScoreReport report() {
    RunFolder folder = Runs.open(home, run);
    PassedLines.tell(folder.damagedScores(), folder.path().resolve("scores.jsonl"), console);
    return ScoreReport.of(folder);
  }

  private static ScoreFormat format(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(ScoreFormat.values())
        .filter(each -> name.endsWith("." + each.ending()))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUse(English.of("--out is %s: its name must end with %s.", file, endings())));
  }

  private static String endings() {
    return Arrays.stream(ScoreFormat.values())
        .map(each -> "." + each.ending())
        .collect(Collectors.joining(", "));
  }
}
