package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.StartingPoint;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.run.branch.Branching;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Author;

/**
 * A training that a person sets up from another run: a fine-tuning, whose networks start from that
 * run's weights, or a branch, which goes on from a checkpoint with all of its state.
 *
 * @param run the other run
 * @param checkpoints that there are to start from, the newest first
 * @param chosen one of these
 * @param values of a branch: the run's recipe at each of the checkpoints; empty of a fine-tuning
 */
public record FineTuning(
    RunFolder run,
    List<SavedCheckpoint> checkpoints,
    SavedCheckpoint chosen,
    Map<SavedCheckpoint, Recipe> values) {
  /**
   * A fine-tuning from the newest checkpoint of a run. Reads the disk.
   *
   * @throws StudioException if it has none
   */
  static FineTuning of(RunFolder run) {
    List<SavedCheckpoint> all = newestFirst(run);
    return new FineTuning(run, all, all.get(0), Map.of());
  }

  /**
   * A branch from the newest checkpoint of a run. Reads the disk.
   *
   * @throws StudioException if it has none that can be read
   */
  static FineTuning branch(RunFolder run) {
    return branch(run, OptionalLong.empty());
  }

  /**
   * A branch from the newest checkpoint of a run that is not after a step; where all are, from the
   * first. Reads the disk.
   *
   * @param step empty for the newest of all
   * @throws StudioException if it has none that can be read
   */
  static FineTuning branch(RunFolder run, OptionalLong step) {
    List<SavedCheckpoint> all = newestFirst(run);
    Map<SavedCheckpoint, Recipe> values = new LinkedHashMap<>();
    StudioException unread = null;
    for (SavedCheckpoint each : all) {
      try {
        values.put(each, BranchPoint.of(run, each).recipe());
      } catch (StudioException e) { // damaged, or it made room just now
        unread = e;
      }
    }
    if (values.isEmpty() && unread != null) {
      throw unread;
    }
    List<SavedCheckpoint> read = List.copyOf(values.keySet());
    SavedCheckpoint chosen =
        step.isEmpty()
            ? read.get(0)
            : read.stream()
                .filter(each -> each.step() <= step.getAsLong())
                .findFirst()
                .orElse(read.get(read.size() - 1));
    return new FineTuning(run, read, chosen, values);
  }

  private static List<SavedCheckpoint> newestFirst(RunFolder run) {
    List<SavedCheckpoint> all =
        run.checkpoints().stream()
            .sorted(
                Comparator.comparingLong(SavedCheckpoint::step)
                    .reversed()
                    .thenComparing(SavedCheckpoint::best))
            .toList();
    if (all.isEmpty()) {
      throw new StudioException(Messages.text("finetune.none", run.title()));
    }
    return all;
  }

  /** The same from another checkpoint. */
  public FineTuning from(SavedCheckpoint checkpoint) {
    return new FineTuning(run, checkpoints, checkpoint, values);
  }

  /** The weights that a fine-tuning starts from; empty of a branch. */
  public Optional<StartingPoint> start() {
    return values.isEmpty() ? Optional.of(StartingPoint.of(run, chosen)) : Optional.empty();
  }

  /** The checkpoint that a branch goes on from; empty of a fine-tuning. */
  public Optional<BranchPoint> branchPoint() {
    return Optional.ofNullable(values.get(chosen))
        .map(recipe -> new BranchPoint(run, chosen, recipe));
  }

  /** Whether it is a branch. */
  public boolean branches() {
    return !values.isEmpty();
  }

  /** The recipe that it trains unless a person says otherwise. */
  public Recipe recipe() {
    return start()
        .map(StartingPoint::recipe)
        .or(() -> branchPoint().map(BranchPoint::recipe))
        .orElseThrow();
  }

  /** Makes the run. Works on the disk. */
  RunFolder make(Path root, Recipe recipe, Progress progress) {
    return branchPoint()
        .map(from -> Branching.make(root, from, recipe, "", Author.PERSON, progress))
        .orElseGet(() -> RunFolder.create(root, recipe, start()));
  }
}
