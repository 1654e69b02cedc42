package studio.saddlepoint.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.Directions;

/** Deletes a direction of a run. */
@Command(name = "delete", description = "Deletes a direction of a run.")
final class DirectionsDeleteCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "Its name.")
  private String name = "";

  DirectionsDeleteCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    DirectionFile kept = DirectionFile.of(Runs.open(home, run));
    Directions now = kept.change(before -> before.without(name));
    console.result(
        Map.of("directions", now.all().stream().map(DirectionText::document).toList()),
        English.of(
            "%s is deleted; %s are kept with the run.",
            name, English.count(now.all().size(), "direction")));
    return Main.DONE;
  }
}
