package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.NetworkFit;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.StartingPoint;

/** The options that choose the weights which a fine-tuning starts from. */
final class FromOptions {
  @Option(
      names = "--from",
      paramLabel = "RUN|FILE",
      description =
          "Fine-tunes: the networks start from the weights of another run, by its folder or name, or of a checkpoint's file.")
  private @Nullable String from;

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      description = "Which checkpoint of the run that --from names; default: latest.")
  private @Nullable String checkpoint;

  /**
   * What was chosen.
   *
   * @throws BadUse if there is no such run or checkpoint
   */
  Optional<StartingPoint> chosen(Home home) {
    if (from == null) {
      if (checkpoint != null) {
        throw new BadUse("--checkpoint is for --from: name the run that it is of.");
      }
      return Optional.empty();
    }
    Optional<Path> file = PathNames.spelt(from).filter(Files::isRegularFile);
    if (file.isPresent()) {
      if (checkpoint != null) {
        throw new BadUse(
            "--from names the checkpoint " + from + " already: leave --checkpoint out.");
      }
      try {
        return Optional.of(StartingPoint.of(file.get()));
      } catch (StudioException e) {
        throw new BadUse(e);
      }
    }
    RunFolder run = Runs.open(home, from);
    return Optional.of(
        StartingPoint.of(run, Runs.checkpoint(run, checkpoint == null ? "latest" : checkpoint)));
  }

  /**
   * Tells what a fine-tuning starts from, and what was probably not meant.
   *
   * @throws BadUse if the weights do not fit the recipe's networks
   */
  static void tell(StartingPoint start, Recipe recipe, CommandOutput console) {
    start
        .refusal(recipe)
        .ifPresent(
            reason -> {
              throw new BadUse(reason);
            });
    console.note("Starts from the weights of " + start.origin() + ".");
    NetworkFit.warnings(recipe, start.recipe()).forEach(console::note);
    RecipeCheck.warningsOfFineTuning(recipe).forEach(console::note);
  }
}
