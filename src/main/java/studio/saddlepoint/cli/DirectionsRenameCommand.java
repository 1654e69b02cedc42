package studio.saddlepoint.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.Directions;

/** Gives a direction of a run another name. */
@Command(name = "rename", description = "Gives a direction of a run another name.")
final class DirectionsRenameCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "The name that it has.")
  private String name = "";

  @Parameters(index = "2", paramLabel = "NEW", description = "The name that it is to have.")
  private String other = "";

  DirectionsRenameCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    DirectionFile kept = DirectionFile.of(Runs.open(home, run));
    Directions now = kept.change(before -> before.renamed(name, other));
    console.result(
        Map.of("directions", now.all().stream().map(DirectionText::document).toList()),
        English.of("%s is called %s now.", name, other));
    return Main.DONE;
  }
}
