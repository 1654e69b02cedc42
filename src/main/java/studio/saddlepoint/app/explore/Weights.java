package studio.saddlepoint.app.explore;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** The source of the explorer's generators. */
interface Weights {
  /**
   * The weights of a run as they are now.
   *
   * @param run that is being trained
   * @param averaged whether to take the averaged ones
   */
  CompletableFuture<Renderer> live(OpenRun run, boolean averaged);

  /**
   * Loads the weights of a checkpoint when it is called, on the thread that calls it.
   *
   * @param run the run
   * @param checkpoint which of its checkpoints
   * @param averaged whether to take the averaged weights
   */
  Callable<Renderer> saved(OpenRun run, SavedCheckpoint checkpoint, boolean averaged);
}
