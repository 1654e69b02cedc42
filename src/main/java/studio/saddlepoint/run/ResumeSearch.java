package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.ResumePoint.Unread;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.file.RunFiles;
import studio.saddlepoint.run.file.UnreadableFile;

/**
 * The search for the checkpoint that a run goes on from. A run that has made steps is never taken
 * for a new one: where nothing of it can be read, that is told, and a person decides.
 */
final class ResumeSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ResumeSearch.class);
  private static final String ASIDE = "unread-";

  /** Bytes of the log's end that tell whether a run has made steps. */
  private static final long LAST_EVENTS = 64 * 1024;

  private final Path run;
  private final CheckpointStore store;
  private final EventLog events;

  ResumeSearch(Path run, CheckpointStore store, EventLog events) {
    this.run = run;
    this.store = store;
    this.events = events;
  }

  /**
   * The newest checkpoint that loads; the best one, which may be older than its step says, only
   * where no other does. Nothing where the run has not begun.
   *
   * @throws StudioException if there are checkpoints and none loads, or the log tells of steps and
   *     there is none
   */
  Optional<ResumePoint> find() {
    List<SavedCheckpoint> newestFirst = new ArrayList<>(store.all());
    newestFirst.sort(
        Comparator.comparing((SavedCheckpoint each) -> !each.best())
            .thenComparingLong(SavedCheckpoint::step)
            .thenComparing(SavedCheckpoint::file)
            .reversed());
    List<Unread> unread = new ArrayList<>();
    for (SavedCheckpoint each : newestFirst) {
      try {
        return Optional.of(new ResumePoint(CheckpointFile.read(each.file()), unread));
      } catch (UnreadableFile e) {
        unread.add(new Unread(each.file(), e.reason()));
      }
    }
    if (!unread.isEmpty()) {
      throw noneReads(unread);
    }
    if (hasMadeSteps()) {
      throw new StudioException(
          "The run "
              + run.getFileName()
              + " has been trained, but no checkpoint of it is left in "
              + folder()
              + ", so it was not begun anew and nothing was changed. Put one back, "
              + orAnew());
    }
    return Optional.empty();
  }

  private boolean hasMadeSteps() {
    return events.tail(LAST_EVENTS).stream()
        .anyMatch(each -> each.step() > 0 || each instanceof Event.Checkpointed);
  }

  private StudioException noneReads(List<Unread> unread) {
    return new StudioException(
        (unread.size() == 1
                ? "The only checkpoint of the run " + run.getFileName() + " cannot"
                : "None of the "
                    + unread.size()
                    + " checkpoints of the run "
                    + run.getFileName()
                    + " can")
            + " be read, so it was not begun anew and nothing was changed: "
            + unread.stream().map(Unread::toString).collect(Collectors.joining("; "))
            + ". Mend or replace one in "
            + folder()
            + ", "
            + orAnew());
  }

  private Path folder() {
    return run.resolve(RunFiles.CHECKPOINTS);
  }

  private String orAnew() {
    return "or train its recipe in a new run (" + run.resolve(RunFiles.RECIPE) + ").";
  }

  /**
   * Renames what cannot be read, so that it is neither written over by the steps that are made
   * again, nor taken for the newest one ever after.
   *
   * @return the new names, or the old ones of those that could not be renamed
   */
  static List<Path> setAside(List<Unread> unread) {
    List<Path> names = new ArrayList<>();
    for (Unread each : unread) {
      Path name = freeName(each.file());
      try {
        names.add(Files.move(each.file(), name));
      } catch (IOException e) {
        LOG.warn("{} cannot be renamed: {}", each.file(), DiskErrors.reason(e));
        names.add(each.file());
      }
    }
    return names;
  }

  private static Path freeName(Path file) {
    Path name = file.resolveSibling(ASIDE + file.getFileName());
    for (int i = 2; Files.exists(name); i++) {
      name = file.resolveSibling(ASIDE + i + "-" + file.getFileName());
    }
    return name;
  }
}
