package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.cli.RecipeChoice.Setting;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.PreferredDevice;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.StylePreset;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.StartingPoint;
import studio.saddlepoint.torch.TorchEngine;

/** Trains a recipe in a new run. */
@Command(
    name = "train",
    description = "Trains a recipe in a new run. Ctrl-C ends it with a checkpoint.")
final class TrainCommand implements Callable<Integer> {
  /** What a preset's settings follow from. */
  private static final Set<String> SIZES = Set.of("data.size", "training.batchSize");

  private final CommandOutput console;
  private final Home home;
  private final String device;

  @Parameters(
      paramLabel = "RECIPE",
      arity = "0..1",
      description =
          "A recipe's JSON file, or the name of one that comes with the program. With --from it may be left out: that run's own.")
  private String recipe = "";

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Trains on other data: strokes, shapes, the name of a well-known data set (see data get), or the path of a folder or zip of images, IDX files or CIFAR.")
  private @Nullable String data;

  @Mixin private FromOptions from = new FromOptions();

  @Option(names = "--steps", paramLabel = "N", description = "Steps to make in all.")
  private @Nullable String steps;

  @Mixin private MinutesOption minutes = new MinutesOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the run's folder is made, instead of the runs folder.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Sets a value of the recipe, such as generator.optimizer.learningRate=1e-4. May be given many times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--preset",
      paramLabel = "auto|cifar|small",
      description =
          "Makes the recipe one of StyleGAN2, with the settings of its authors for this size and batch, or those for two cores (small). What is given by --set stays.")
  private @Nullable String preset;

  /**
   * The command.
   *
   * @param device preferred where the recipe leaves the choice; {@code auto} for none
   */
  TrainCommand(CommandOutput console, Home home, String device) {
    this.console = console;
    this.home = home;
    this.device = device;
  }

  private List<Setting> settings() {
    List<Setting> all = new ArrayList<>();
    if (steps != null) {
      all.add(Setting.of("training.steps=" + steps));
    }
    settings.forEach(each -> all.add(Setting.of(each)));
    return all;
  }

  /** The recipe that it trains. */
  Recipe recipe() {
    return chosen(settings(), from.chosen(home));
  }

  @Override
  public Integer call() {
    List<Setting> all = settings();
    Optional<Duration> time = minutes.given(all);
    Optional<StartingPoint> start = from.chosen(home);
    Recipe chosen = chosen(all, start);
    start.ifPresent(each -> FromOptions.tell(each, chosen, console));
    if (start.isEmpty()) {
      RecipeCheck.warnings(chosen).forEach(console::note);
    }
    RunFolder run = RunFolder.create(out == null ? home.runs() : out, chosen, start);
    return new TrainingWatch(run, home, console).watch(List.of(), time);
  }

  private static Recipe filled(Recipe chosen, String name) {
    StylePreset found =
        Arrays.stream(StylePreset.values())
            .filter(each -> each.id().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new BadUse("--preset is " + name + ": it must be auto, cifar or small."));
    try {
      return found.fill(chosen);
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  private Recipe chosen(List<Setting> all, Optional<StartingPoint> start) {
    if (recipe.isEmpty() && start.isEmpty()) {
      throw new BadUse(
          "Missing required parameter: 'RECIPE', or a run to fine-tune: --from RUN. See saddlepoint train --help.");
    }
    Recipe chosen =
        recipe.isEmpty() && start.isPresent() ? start.get().recipe() : RecipeChoice.load(recipe);
    if (data != null) {
      chosen = RecipeChoice.on(chosen, data, home);
    }
    if (all.stream().noneMatch(each -> each.parameter().key().equals(PreferredDevice.key()))
        && TorchEngine.has(device)) {
      chosen = PreferredDevice.of(chosen, device);
    }
    if (preset != null) {
      List<Setting> sizes =
          all.stream().filter(each -> SIZES.contains(each.parameter().key())).toList();
      chosen = filled(RecipeChoice.with(chosen, sizes), preset);
    }
    chosen = RecipeChoice.with(chosen, all);
    return RecipeChoice.ofNew(
        chosen.with("data.source", DataSource.of(chosen.data().source(), home)));
  }
}
