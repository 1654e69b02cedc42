package studio.saddlepoint.app.runs;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.list.RunCopy;
import studio.saddlepoint.run.list.RunSummary;

/**
 * The things that can be done with a run besides training it. All methods are for the FX thread.
 */
public final class RunActions {
  private final StudioModel model;
  private final Predicate<Path> fileManager;

  /**
   * Actions.
   *
   * @param model what the window works on; tells how they went
   */
  public RunActions(StudioModel model) {
    this(model, FileManager::show);
  }

  /**
   * Actions with another file manager.
   *
   * @param fileManager shows a folder, or tells that it cannot; not on the FX thread
   */
  RunActions(StudioModel model, Predicate<Path> fileManager) {
    this.model = model;
    this.fileManager = fileManager;
  }

  /** What can be taken away of a run. */
  RunTaking taking() {
    return new RunTaking(model, fileManager);
  }

  /** Gives a run another title or other notes, also while it trains. */
  void write(RunSubject run, RunAbout about) {
    if (about.equals(run.about())) {
      return;
    }
    model
        .tasks()
        .run(
            Messages.text("runs.writing", run.title()),
            progress -> {
              about.save(run.folder());
              return about;
            })
        .onDone(
            saved -> {
              model.written(run.folder(), saved);
              model.refreshRuns();
            })
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** Sets up a training that starts from a run's weights. */
  void fineTune(RunSubject run) {
    model.fineTune(run.folder(), run.title());
  }

  /** Sets up a training that goes on from a run's checkpoint, which may train meanwhile. */
  void branch(RunSubject run) {
    model.branch(run.folder(), run.title());
  }

  /** Copies a run that does not train. */
  void duplicate(RunSubject run) {
    if (refused(run.folder(), run.title(), "runs.duplicate.trains")) {
      return;
    }
    Set<String> taken = model.runs().stream().map(RunSummary::title).collect(Collectors.toSet());
    String title = copyTitle(run.title(), taken);
    model
        .tasks()
        .run(
            Messages.text("runs.duplicating", run.title()),
            progress -> RunCopy.of(run.folder(), run.about().withTitle(title), progress))
        .onDone(
            copy -> {
              model.tell(
                  Notice.success(Messages.text("runs.duplicated", title))
                      .offering(
                          Feather.FOLDER, "runs.duplicated.open", () -> model.open(copy, false)));
              model.refreshRuns();
            })
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** A title that no run has: with {@code (copy)}, {@code (copy 2)} and so on at its end. */
  static String copyTitle(String title, Set<String> taken) {
    String name = title.replaceFirst(" \\(copy( \\d+)?\\)$", "");
    for (int i = 1; ; i++) {
      String copy =
          i == 1
              ? Messages.text("runs.copy", name)
              : Messages.text("runs.copy.number", name, Integer.toString(i));
      if (!taken.contains(copy)) {
        return copy;
      }
    }
  }

  /** Shows a run's folder in the system's file manager; where there is none, copies its path. */
  void show(RunSubject run) {
    model
        .tasks()
        .run(Messages.text("runs.showing", run.title()), progress -> fileManager.test(run.folder()))
        .onDone(
            shown -> {
              if (!shown) {
                FileManager.tellPlace(model, run.folder());
              }
            })
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** Moves a run to the trash, from where it can be put back, unless it trains. */
  void delete(RunSubject run) {
    if (!refused(run.folder(), run.title(), "runs.delete.trains")) {
      RunDeletion deletion = new RunDeletion(model, this, run);
      model.undo().add(deletion);
      deletion.redo();
    }
  }

  /** The window knows at once of its own trainings; of others' the lock tells. */
  boolean refused(Path folder, String title, String reason) {
    boolean trains = model.trainsHere(folder);
    if (trains) {
      model.tell(Notice.info(Messages.text(reason, title)));
    }
    return trains;
  }
}
