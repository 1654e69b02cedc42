package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.Directions;

/** Writes the directions of a run into a file, for another copy of the run. */
@Command(
    name = "export",
    description = "Writes the directions of a run into a file, for another copy of the run.")
final class DirectionsExportCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Parameters(index = "1", paramLabel = "JSON", description = "The file to write.")
  private Path file = Path.of("");

  DirectionsExportCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    DirectionFile kept = DirectionFile.of(Runs.open(home, run));
    if (Files.exists(file)) {
      throw new BadUse(file + " is there already: name another file, or delete it first.");
    }
    Directions all = kept.read();
    DirectionFile.at(file).save(all);
    console.result(
        Map.of("file", file.toAbsolutePath().toString(), "directions", all.all().size()),
        English.of("%s in %s", English.count(all.all().size(), "direction"), file.toString()));
    return Main.DONE;
  }
}
