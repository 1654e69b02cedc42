package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.train.report.RunReport;

/** Writes the report of a run. */
@Command(
    name = "report",
    description =
        "Writes a run as one HTML file that needs nothing else: recipe, charts, sample sheets, scores with how they were made, findings and history.")
final class ReportCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file: .html; without it report.html in the run's folder.")
  private @Nullable Path out;

  ReportCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder folder = Runs.open(home, run);
    Path file = out == null ? folder.path().resolve("report.html") : out;
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".htm")) {
      throw new BadUse(English.of("--out is %s: its name must end with .html.", file));
    }
    ImagePaths.writable(file, "--out");
    RunReport.write(folder, home.caches(), file, console);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.id());
    document.put("out", file.toString());
    console.result(document, English.of("The report of %s is in %s", folder.id(), file));
    return Main.DONE;
  }
}
