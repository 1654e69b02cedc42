package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.TorchEngine;

/** Adds the directions of a file to those of a run. */
@Command(name = "import", description = "Adds the directions of a file to those of a run.")
final class DirectionsImportCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Parameters(index = "1", paramLabel = "JSON", description = "The file to read.")
  private Path file = Path.of("");

  DirectionsImportCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder folder = Runs.open(home, run);
    DirectionFile kept = DirectionFile.of(folder);
    Directions added = DirectionFile.at(file).read();
    TorchEngine.start(console);
    try (Snapshot snapshot = Snapshot.load(folder, Runs.checkpoint(folder, "latest"), false)) {
      added.all().forEach(each -> each.require(snapshot.codeSizes()));
    }
    Directions now = kept.change(before -> before.with(added.all()));
    console.result(
        Map.of("directions", now.all().stream().map(DirectionText::document).toList()),
        English.of(
            "%s added; %s are kept with the run.",
            English.count(added.all().size(), "direction"),
            English.count(now.all().size(), "direction")));
    return Main.DONE;
  }
}
