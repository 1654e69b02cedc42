package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.RunFolder;

/** Writes a run as files that other programs read. */
@Command(
    name = "export",
    description = "Writes a run as files that other programs read; each option is a kind of file.")
final class ExportCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Mixin private ExportTensorBoard tensorBoard = new ExportTensorBoard();

  @Mixin private ExportGenerator generator = new ExportGenerator();

  ExportCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  /** All kinds of files. */
  private List<ExportFormat> formats() {
    List<ExportFormat> formats = new ArrayList<>(generator.formats());
    formats.add(tensorBoard);
    return formats;
  }

  @Override
  public Integer call() {
    List<ExportFormat> asked = formats().stream().filter(ExportFormat::asked).toList();
    if (asked.isEmpty()) {
      throw new BadUse(
          "Nothing is asked for. Say what to write: "
              + formats().stream().map(ExportFormat::option).collect(Collectors.joining(", "))
              + ".");
    }
    RunFolder folder = Runs.open(home, run);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.id());
    List<String> lines = new ArrayList<>();
    for (ExportFormat each : asked) {
      ExportFormat.Exported done = each.write(folder, console);
      document.put(each.option().substring("--".length()), done.document());
      lines.add(done.text());
    }
    console.result(document, String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }
}
