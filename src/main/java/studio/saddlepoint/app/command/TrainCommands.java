package studio.saddlepoint.app.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.app.FineTuning;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** Trainings as command lines. */
public final class TrainCommands {
  private TrainCommands() {}

  /**
   * A training of a recipe.
   *
   * @param from what its networks start from; empty for first weights of its own
   */
  public static ShellLine of(Recipe recipe, Optional<FineTuning> from) {
    if (from.isEmpty()) {
      Recipe base = nearest(recipe);
      return onData(new CommandWords("train").word(base.name()), base, recipe);
    }
    FineTuning other = from.get();
    CommandWords words =
        other.branches()
            ? new CommandWords("branch").path(other.run().path())
            : new CommandWords("train").option("--from", other.run().path());
    words.option("--checkpoint", name(other.chosen()));
    return other.branches()
        ? set(words, other.recipe(), recipe)
        : onData(words, other.recipe(), recipe);
  }

  /** The training of a run from its beginning. */
  public static ShellLine again(RunFolder run) {
    Optional<RunOrigin> origin = run.origin();
    if (origin.isEmpty() || origin.get().run().isEmpty()) {
      return of(run.recipe(), Optional.empty());
    }
    RunOrigin from = origin.get();
    if (from.branch()) {
      CommandWords words = new CommandWords("branch");
      words.word(from.path().isEmpty() ? from.run() : from.path());
      words.option("--checkpoint", Long.toString(from.step()));
      from.changes().forEach((key, values) -> words.option("--set", key + "=" + values.get(1)));
      return words.line();
    }
    Recipe base = nearest(run.recipe());
    CommandWords words = new CommandWords("train").word(base.name()).option("--from", from.run());
    words.option("--checkpoint", Long.toString(from.step()));
    return onData(words, base, run.recipe());
  }

  /** As the command line names a checkpoint. */
  public static String name(SavedCheckpoint checkpoint) {
    return checkpoint.best() ? "best" : Long.toString(checkpoint.step());
  }

  /** The recipe of the program's own from which the fewest values have to be set. */
  private static Recipe nearest(Recipe recipe) {
    List<Recipe> all = Recipes.embedded();
    return all.stream()
        .min(
            Comparator.comparingInt(
                each -> HyperParameters.differences(sameData(each, recipe), recipe).size()))
        .orElseThrow();
  }

  /** As {@code --data} puts a recipe on the data of another. */
  private static Recipe sameData(Recipe base, Recipe recipe) {
    return OtherData.of(base, recipe.data().source());
  }

  private static ShellLine onData(CommandWords words, Recipe base, Recipe recipe) {
    String source = recipe.data().source();
    if (!source.equals(base.data().source())) {
      words.option("--data", source);
    }
    return set(words, sameData(base, recipe), recipe);
  }

  private static ShellLine set(CommandWords words, Recipe base, Recipe recipe) {
    for (Map.Entry<String, List<String>> each :
        HyperParameters.differences(base, recipe).entrySet()) {
      words.option("--set", each.getKey() + "=" + each.getValue().get(1));
    }
    return words.line();
  }
}
