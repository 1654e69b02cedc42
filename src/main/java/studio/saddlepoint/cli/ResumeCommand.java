package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.cli.RecipeChoice.Setting;
import studio.saddlepoint.core.Home;

/** Continues a run from its latest checkpoint. */
@Command(
    name = "resume",
    description = "Continues a run from its latest checkpoint. Ctrl-C ends it with another.")
final class ResumeCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps to make in all, those before included.")
  private @Nullable String steps;

  @Mixin private MinutesOption minutes = new MinutesOption();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes a value that may change while training, such as generator.optimizer.learningRate=1e-4. May be given many times.")
  private List<String> settings = new ArrayList<>();

  ResumeCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    List<Setting> changes = new ArrayList<>();
    if (steps != null) {
      changes.add(Setting.of("training.steps=" + steps));
    }
    settings.forEach(each -> changes.add(Setting.of(each)));
    for (Setting each : changes) {
      if (!each.parameter().live()) {
        throw new BadUse(
            each.parameter().key()
                + " cannot change in a run that has begun: train a new one with --set "
                + each.parameter().key()
                + "="
                + each.value()
                + ".");
      }
    }
    Optional<Duration> time = minutes.given(changes);
    return new TrainingWatch(Runs.open(home, run), home, console).watch(changes, time);
  }
}
