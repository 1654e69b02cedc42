package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.run.SavedCheckpoint;

/** Which weights of a run a person looks at. */
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
     * @param checkpoint which one
     */
    record Saved(SavedCheckpoint checkpoint) implements SnapshotChoice {
        @Override
        public String title() {
            String key =
                    checkpoint.best()
                            ? "snapshot.best"
                            : checkpoint.kept() ? "snapshot.kept" : "snapshot.step";
            return Messages.text(key, String.format(Locale.ENGLISH, "%,d", checkpoint.step()));
        }
    }

    /**
     * What there is to choose from: the live weights first, then checkpoints, the newest first.
     *
     * @param training whether the run is being trained in this program
     * @param checkpoints those on disk
     */
    static List<SnapshotChoice> of(boolean training, List<SavedCheckpoint> checkpoints) {
        List<SnapshotChoice> choices = new ArrayList<>();
        if (training) {
            choices.add(new Live());
        }
        checkpoints.stream()
                .sorted(Comparator.comparingLong(SavedCheckpoint::step).reversed())
                .map(Saved::new)
                .forEach(choices::add);
        return choices;
    }
}
