package studio.saddlepoint.app;

import java.util.Comparator;
import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.StartingPoint;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/**
 * A fine-tuning that a person sets up: a new training whose networks start from a run's weights.
 *
 * @param run whose weights they are
 * @param checkpoints that there are to start from, the newest first
 * @param chosen one of these
 */
public record FineTuning(RunFolder run, List<SavedCheckpoint> checkpoints, SavedCheckpoint chosen) {
  /**
   * Of a run, from its newest checkpoint. Reads the disk.
   *
   * @throws StudioException if it has none
   */
  static FineTuning of(RunFolder run) {
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
    return new FineTuning(run, all, all.get(0));
  }

  /** The same from another checkpoint. */
  public FineTuning from(SavedCheckpoint checkpoint) {
    return new FineTuning(run, checkpoints, checkpoint);
  }

  /** The weights that it starts from. */
  public StartingPoint start() {
    return StartingPoint.of(run, chosen);
  }
}
