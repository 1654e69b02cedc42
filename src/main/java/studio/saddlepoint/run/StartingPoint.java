package studio.saddlepoint.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.NetworkFit;
import studio.saddlepoint.recipe.FineTunedRecipe;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.file.RunFiles;

/**
 * The weights of another run that a fine-tuning is to start from.
 *
 * @param origin which run, and where it stood
 * @param checkpoint the file that has them
 * @param recipe what a fine-tuning trains unless a person says otherwise: that run's own, see
 *     {@link FineTunedRecipe}
 */
public record StartingPoint(RunOrigin origin, Path checkpoint, Recipe recipe) {
  private static final String OF_OPTIMIZER = ".optimizer.";

  /** A checkpoint of a run. */
  public static StartingPoint of(RunFolder run, SavedCheckpoint checkpoint) {
    Recipe own = run.recipe();
    return new StartingPoint(
        new RunOrigin(run.id(), run.title(), checkpoint.step(), own.data().source()),
        checkpoint.file(),
        FineTunedRecipe.of(own, checkpoint.step()));
  }

  /**
   * A checkpoint by its file, in a run folder or not.
   *
   * @throws StudioException if it is none; names the file
   */
  public static StartingPoint of(Path file) {
    Path path = file.toAbsolutePath().normalize();
    CheckpointFile.Head head = CheckpointFile.head(path);
    Optional<Path> run =
        Optional.ofNullable(path.getParent())
            .filter(parent -> PathNames.of(parent).equals(RunFiles.CHECKPOINTS))
            .map(Path::getParent)
            .filter(folder -> Files.isRegularFile(folder.resolve(RunFiles.RECIPE)));
    if (run.isPresent()) {
      return of(RunFolder.open(run.get()), new SavedCheckpoint(path, head.step(), false));
    }
    return new StartingPoint(
        new RunOrigin("", PathNames.of(path), head.step(), head.recipe().data().source()),
        path,
        FineTunedRecipe.of(head.recipe(), head.step()));
  }

  /**
   * Why a recipe's networks cannot start from these weights; empty where they can. What the data
   * set decides, its colours and classes, is not known here.
   */
  public Optional<String> refusal(Recipe wanted) {
    return NetworkFit.refusal(wanted, recipe, "\"" + origin.title() + "\"");
  }

  /** Reads the weights of all networks, without what moved them. */
  Checkpoint weights() {
    Checkpoint whole = CheckpointFile.read(checkpoint);
    Map<String, HostTensor> networks = new LinkedHashMap<>(whole.tensors());
    networks.keySet().removeIf(name -> name.contains(OF_OPTIMIZER));
    return new Checkpoint(
        whole.step(), whole.imagesSeen(), whole.recipe(), networks, whole.state());
  }
}
