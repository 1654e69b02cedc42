package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.run.RunFolder;

/** Lists the directions kept with a run. */
@Command(name = "list", description = "Lists the directions that are kept with a run.")
final class DirectionsListCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  DirectionsListCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder folder = Runs.open(home, run);
    Directions kept = DirectionFile.of(folder).read();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.path().toString());
    document.put("directions", kept.all().stream().map(DirectionText::document).toList());
    console.result(
        document,
        kept.all().isEmpty()
            ? "No directions are kept with this run yet. Find some: saddlepoint explore directions find "
                + folder.id()
                + " --method sefa"
            : kept.all().stream()
                .map(DirectionText::line)
                .collect(Collectors.joining(System.lineSeparator())));
    return Main.DONE;
  }
}
