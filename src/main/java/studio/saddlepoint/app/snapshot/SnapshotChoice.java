package studio.saddlepoint.app.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** The weights of a run that a person looks at. */
public sealed interface SnapshotChoice {
  /** What a list calls it. */
  String title();

  /** The weights as they are now, while the run trains. */
  record Live() implements SnapshotChoice {
    @Override
    public String title() {
      return Messages.text("snapshot.live");
    }
  }

  /**
   * A checkpoint.
   *
   * @param checkpoint which file
   * @param best whether that step has the best score
   * @param kept whether a person asked to keep it
   */
  record Saved(SavedCheckpoint checkpoint, boolean best, boolean kept) implements SnapshotChoice {
    @Override
    public String title() {
      String key =
          best && kept
              ? "snapshot.best.kept"
              : best ? "snapshot.best" : kept ? "snapshot.kept" : "snapshot.step";
      return Messages.text(key, String.format(Locale.ENGLISH, "%,d", checkpoint.step()));
    }

    /** The step of its weights. */
    public long step() {
      return checkpoint.step();
    }
  }

  /**
   * What there is to choose from: the live weights first, then checkpoints, the newest first. The
   * best checkpoint and a kept one of the same step are one choice.
   *
   * @param training whether the run is being trained in this program
   * @param checkpoints those on disk
   */
  static List<SnapshotChoice> of(boolean training, List<SavedCheckpoint> checkpoints) {
    List<SnapshotChoice> choices = new ArrayList<>();
    if (training) {
      choices.add(new Live());
    }
    NavigableMap<Long, Saved> steps = new TreeMap<>(Comparator.reverseOrder());
    for (SavedCheckpoint each : checkpoints) {
      steps.merge(
          each.step(),
          new Saved(each, each.best(), each.kept()),
          (one, other) ->
              new Saved(
                  one.best() ? other.checkpoint() : one.checkpoint(),
                  one.best() || other.best(),
                  one.kept() || other.kept()));
    }
    choices.addAll(steps.values());
    return choices;
  }
}
