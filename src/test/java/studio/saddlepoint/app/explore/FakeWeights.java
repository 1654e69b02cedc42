package studio.saddlepoint.app.explore;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** Blobs in place of generators. */
final class FakeWeights implements Weights {
  private final List<String> classes;

  FakeWeights(List<String> classes) {
    this.classes = classes;
  }

  @Override
  public CompletableFuture<Renderer> live(OpenRun run, boolean averaged) {
    return CompletableFuture.completedFuture(
        new BlobRenderer(run.statusProperty().get().step(), averaged, classes));
  }

  @Override
  public Callable<Renderer> saved(OpenRun run, SavedCheckpoint checkpoint, boolean averaged) {
    return () -> new BlobRenderer(checkpoint.step(), averaged, classes);
  }
}
