package studio.saddlepoint.latent.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridDrawing;
import studio.saddlepoint.latent.grid.GridPictures;
import studio.saddlepoint.latent.grid.GridRequest;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/**
 * The same picture by all kept weights of a run, from the first to the last. Weights stay loaded
 * until it is closed. For one thread.
 */
public final class Timeline implements AutoCloseable {
  /** More weights than these are not kept in memory: the others are passed over evenly. */
  public static final int MOST = 24;

  private final RunFolder run;
  private final boolean averaged;
  private final List<SavedCheckpoint> checkpoints;
  private final Map<Long, Snapshot> loaded = new HashMap<>();

  /**
   * A timeline of what is kept now.
   *
   * @param averaged whether to take the averaged weights (EMA) or those of the steps themselves
   */
  public Timeline(RunFolder run, boolean averaged) {
    this.run = run;
    this.averaged = averaged;
    this.checkpoints = evenly(distinct(run.checkpoints()), MOST);
  }

  private static List<SavedCheckpoint> distinct(List<SavedCheckpoint> all) {
    Map<Long, SavedCheckpoint> bySteps = new TreeMap<>();
    all.forEach(each -> bySteps.put(each.step(), each));
    return List.copyOf(bySteps.values());
  }

  /** Some of all, the first and the last among them. */
  static <T> List<T> evenly(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) Math.round(i * (all.size() - 1.0) / (most - 1))));
    }
    return some;
  }

  /** The steps, ascending. */
  public List<Long> steps() {
    return checkpoints.stream().map(SavedCheckpoint::step).toList();
  }

  /**
   * The picture of one step.
   *
   * @param index which of {@link #steps}
   * @param cell what is drawn
   * @param noise that layers add; fresh noise is the same at each step
   * @throws studio.saddlepoint.core.StudioException if the checkpoint cannot be read, or the code
   *     is of another generator
   */
  public Picture draw(int index, GridCell cell, LayerNoise noise, Progress progress) {
    SavedCheckpoint checkpoint = checkpoints.get(index);
    Snapshot snapshot =
        loaded.computeIfAbsent(checkpoint.step(), step -> Snapshot.load(run, checkpoint, averaged));
    GridRequest request = new GridRequest(1, List.of(cell), List.of(), List.of(), noise);
    return GridDrawing.draw(snapshot, request, 1, progress).pictures().get(0);
  }

  /**
   * All pictures in a row, each with its step below.
   *
   * @param columns how many in a row
   */
  public GridPictures strip(GridCell cell, int columns, LayerNoise noise, Progress progress) {
    List<GridCell> cells = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < checkpoints.size(); i++) {
      progress.report("Drawing", i / (double) checkpoints.size());
      pictures.add(draw(i, cell, noise, progress));
      cells.add(cell.called("step " + checkpoints.get(i).step()));
    }
    return new GridPictures(new GridRequest(columns, cells, List.of(), List.of(), noise), pictures);
  }

  @Override
  public void close() {
    loaded.values().forEach(Snapshot::close);
    loaded.clear();
  }
}
