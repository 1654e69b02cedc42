package studio.saddlepoint.run.branch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.model.NetworkFit;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/**
 * A checkpoint of a run that another run is to go on from, with all of its state.
 *
 * @param run the run
 * @param checkpoint which of its checkpoints
 * @param recipe the run's values at that step, which a branch has unless a person says otherwise
 */
public record BranchPoint(RunFolder run, SavedCheckpoint checkpoint, Recipe recipe) {
  private static final Set<String> PLAYERS = Set.of("generator", "discriminator", "encoder");

  /** Settings of networks that say how they learn. */
  private static final Set<String> LEARNING =
      Set.of("emaDecay", "dropout", "firstWeights", "frozenLayers");

  /** What decides the networks, their pictures, or steps that are made already. */
  private static final Set<String> FIXED =
      Set.of(
          "data.size",
          "method.kind",
          "method.conditional",
          "method.pretraining",
          "method.generatorPretraining");

  private static final String GROWING = "method.growing.";
  private static final String OPTIMIZER = "optimizer.kind";

  /**
   * A checkpoint. Reads its beginning.
   *
   * @throws studio.saddlepoint.core.StudioException if it is gone or is none; names the file
   */
  public static BranchPoint of(RunFolder run, SavedCheckpoint checkpoint) {
    return new BranchPoint(run, checkpoint, CheckpointFile.head(checkpoint.file()).recipe());
  }

  /**
   * Why no run with a recipe can go on from here; empty where one can. What the data set decides,
   * its colours and classes, is not known here.
   *
   * @return a sentence that names the first field, its values, and what to do
   */
  public Optional<String> refusal(Recipe wanted) {
    for (Map.Entry<String, List<String>> each :
        HyperParameters.differences(recipe, wanted).entrySet()) {
      String key = each.getKey();
      if (isFixed(key, each.getValue())) {
        return Optional.of(
            key
                + " is "
                + each.getValue().get(1)
                + " here and "
                + each.getValue().get(0)
                + " in \""
                + run.title()
                + "\": a branch goes on with the networks, optimizers and steps of that run, which"
                + " this decides. Set it as it is there, or train a new run.");
      }
    }
    return NetworkFit.refusal(wanted, recipe, "\"" + run.title() + "\"");
  }

  private static boolean isFixed(String key, List<String> values) {
    if (HyperParameters.of(key).live()) {
      return false;
    }
    if (key.endsWith(OPTIMIZER)) {
      return !values.stream().allMatch(each -> each.startsWith("adam")); // adamw has its moments
    }
    String part = key.substring(0, Math.max(0, key.indexOf('.')));
    boolean ofNetwork =
        PLAYERS.contains(part)
            && !key.contains(".optimizer.")
            && !LEARNING.contains(key.substring(key.lastIndexOf('.') + 1));
    return ofNetwork || FIXED.contains(key) || key.startsWith(GROWING);
  }

  /** What a recipe has in place of the run's values: each key with its value before and after. */
  public Map<String, List<String>> changes(Recipe wanted) {
    return HyperParameters.differences(recipe.inImages(), ordered(wanted).inImages());
  }

  /** A recipe with the memory order of this checkpoint, which a branch goes on in. */
  Recipe ordered(Recipe wanted) {
    return NetworkFit.inOrderOf(recipe, wanted);
  }
}
