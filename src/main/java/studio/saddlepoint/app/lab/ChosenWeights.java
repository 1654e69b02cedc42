package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;

/**
 * The weights of a run: a checkpoint's, or those of now while it trains.
 *
 * @param folder of the run
 * @param title of the run
 * @param choice which weights
 * @param training of the run in this program, where there is one
 */
record ChosenWeights(
    Path folder, String title, SnapshotChoice choice, Optional<Training> training) {
  /** The training of a run in this program, while it goes on. FX thread. */
  static Optional<Training> training(StudioModel studio, Path folder) {
    return studio.trainings().stream()
        .filter(each -> each.folder().path().equals(folder) && each.active())
        .findFirst()
        .flatMap(OpenRun::training);
  }

  /** Whether they are those of now. */
  boolean live() {
    return choice instanceof SnapshotChoice.Live
        && training.filter(each -> !each.status().state().isFinal()).isPresent();
  }

  /**
   * The weights of the step itself, not averaged; whoever asks closes them. Not on the FX thread.
   *
   * @throws StudioException if the training has ended meanwhile
   */
  Snapshot snapshot() throws Exception {
    return choice instanceof SnapshotChoice.Saved saved
        ? Snapshot.load(RunFolder.open(folder), saved.checkpoint(), false)
        : training
            .orElseThrow(() -> new StudioException(Messages.text("snapshot.ended")))
            .snapshot(false)
            .get();
  }
}
