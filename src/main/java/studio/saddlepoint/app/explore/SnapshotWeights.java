package studio.saddlepoint.app.explore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** Generators of the runs themselves. */
final class SnapshotWeights implements Weights {
  @Override
  public CompletableFuture<Renderer> live(OpenRun run, boolean averaged) {
    return run.training()
        .map(training -> training.snapshot(averaged).<Renderer>thenApply(Drawing::new))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new StudioException(Messages.text("snapshot.ended"))));
  }

  @Override
  public Callable<Renderer> saved(OpenRun run, SavedCheckpoint checkpoint, boolean averaged) {
    return () -> new Drawing(Snapshot.load(run.folder(), checkpoint, averaged));
  }

  /** A snapshot as the explorer sees it. */
  private record Drawing(Snapshot snapshot) implements Renderer {
    @Override
    public long step() {
      return snapshot.step();
    }

    @Override
    public boolean averaged() {
      return snapshot.averaged();
    }

    @Override
    public LatentSpace latent() {
      return snapshot.latent();
    }

    @Override
    public ImageShape shape() {
      return snapshot.shape();
    }

    @Override
    public boolean encodes() {
      return snapshot.encoder().isPresent();
    }

    @Override
    public List<Picture> render(float[][] z, int[] labels, double threshold) {
      return snapshot.render(z, labels, threshold);
    }

    @Override
    public int styledLayers() {
      return snapshot.hasMapping() ? Math.max(1, snapshot.w().layers()) : 0;
    }

    @Override
    public Optional<KeptClusters> clusters() {
      return snapshot.clusters();
    }

    @Override
    public List<Integer> styledSizes() {
      return snapshot.styledSizes();
    }

    @Override
    public boolean hasNoise() {
      return snapshot.hasNoise();
    }

    @Override
    public CodeSizes sizes() {
      return snapshot.codeSizes();
    }

    @Override
    public List<Picture> draw(
        List<LatentPoint> points, int[] labels, double threshold, Styling styling) {
      try (Snapshot styled = styling.of(snapshot)) {
        return CodeDrawing.draw(styled, points, labels, threshold);
      }
    }

    @Override
    public Optional<Snapshot> share() {
      return snapshot.share();
    }

    @Override
    public boolean prepared(double threshold) {
      return snapshot.prepared(threshold);
    }

    @Override
    public boolean prepare(double threshold) {
      return snapshot.prepare(threshold);
    }

    @Override
    public void close() {
      snapshot.close();
    }
  }
}
