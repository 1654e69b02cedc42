package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.cli.RecipeChoice.Setting;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.run.branch.Branching;
import studio.saddlepoint.run.event.Author;

/** Makes a new run that goes on from a checkpoint of another one with other settings. */
@Command(
    name = "branch",
    description =
        "Makes a new run that goes on from a checkpoint of another one, with all of its state, with other settings, and trains it. Ctrl-C ends it with a checkpoint.")
final class BranchCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      description = "Where the branch begins; default: ${DEFAULT-VALUE}.")
  private String checkpoint = "latest";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps to make in all, those of the other run before included.")
  private @Nullable String steps;

  @Mixin private MinutesOption minutes = new MinutesOption();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Decides all that is random from here on; default: that run's, as it would be.")
  private @Nullable String seed;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Goes on with other data, whose pictures and classes the networks know: what train --data takes.")
  private @Nullable String data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Sets a value of the recipe from here on, such as generator.optimizer.learningRate=1e-4. May be given many times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What the branch is called; default: that run's title and the step.")
  private String title = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the branch's folder is made, instead of the runs folder.")
  private @Nullable Path out;

  @Option(names = "--no-train", description = "Only makes it: resume trains it.")
  private boolean unbegun;

  BranchCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    List<Setting> all = new ArrayList<>();
    if (steps != null) {
      all.add(Setting.of("training.steps=" + steps));
    }
    if (seed != null) {
      all.add(Setting.of("seed=" + seed));
    }
    settings.forEach(each -> all.add(Setting.of(each)));
    Optional<Duration> time = minutes.given(all);
    RunFolder parent = Runs.open(home, run);
    BranchPoint from = BranchPoint.of(parent, Runs.checkpoint(parent, checkpoint));
    Recipe recipe = recipe(from, all);
    long step = from.checkpoint().step();
    if (!unbegun && time.isEmpty() && recipe.training().steps() <= step) {
      throw new BadUse(
          English.of(
              "The %s are made already at that checkpoint: name more in all by --steps, such as %d, or leave it unbegun by --no-train.",
              English.count(recipe.training().steps(), "step"), step + 1000));
    }
    RecipeCheck.warningsOfFineTuning(recipe).forEach(console::note);
    Map<String, List<String>> changes = from.changes(recipe);
    RunFolder made =
        Branching.make(
            out == null ? home.runs() : out, from, recipe, title, Author.COMMAND, Progress.NONE);
    console.note(
        English.of(
            "Run %s in %s, a branch of %s at step %,d: %s.",
            made.id(), made.path().getParent(), parent.id(), step, told(changes)));
    return unbegun
        ? tell(made, parent, step, changes)
        : new TrainingWatch(made, home, console).watch(List.of(), time);
  }

  private Recipe recipe(BranchPoint from, List<Setting> all) {
    Recipe recipe = from.recipe();
    if (data != null) {
      recipe = RecipeChoice.on(recipe, data, home);
    }
    Recipe chosen = RecipeChoice.ofNew(RecipeChoice.with(recipe, all));
    from.refusal(chosen)
        .ifPresent(
            reason -> {
              throw new BadUse(reason);
            });
    return chosen;
  }

  private static String told(Map<String, List<String>> changes) {
    List<String> words = new ArrayList<>();
    changes.forEach((key, values) -> words.add(key + " " + values.get(0) + " -> " + values.get(1)));
    return words.isEmpty() ? "nothing is changed" : String.join(", ", words);
  }

  private int tell(RunFolder made, RunFolder parent, long step, Map<String, List<String>> changes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", made.path().toString());
    document.put("parent", parent.path().toString());
    document.put("step", step);
    document.put("changes", changes);
    console.result(document, "Train it: saddlepoint resume " + made.id());
    return Main.DONE;
  }
}
