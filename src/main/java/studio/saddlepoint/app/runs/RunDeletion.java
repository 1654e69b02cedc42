package studio.saddlepoint.app.runs;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.undo.Edit;
import studio.saddlepoint.run.list.RunTrash;

/**
 * The deletion of a run: it lies in the trash until it is taken back. The disk is asked in the
 * background; who takes back or makes again what is still being done waits for that.
 */
final class RunDeletion implements Edit {
  private final StudioModel model;
  private final RunActions actions;
  private final String title;

  /** Where it lies while it is not in the trash. */
  private Path folder;

  /** Where it lies in the trash; nothing while it is not there. */
  private RunTrash.@Nullable Thrown thrown;

  /** Whether a notice may offer to take it back. */
  private final BooleanProperty inTrash = new SimpleBooleanProperty();

  private boolean toTrash;
  private boolean moving;

  /**
   * A deletion to come.
   *
   * @param actions ask whether the run may be deleted
   * @param run that does not train
   */
  RunDeletion(StudioModel model, RunActions actions, RunSubject run) {
    this.model = model;
    this.actions = actions;
    this.title = run.title();
    this.folder = run.folder();
  }

  @Override
  public String title() {
    return Messages.text("undo.run.deleted", title);
  }

  @Override
  public String page() {
    return "start";
  }

  @Override
  public void undo() {
    toTrash = false;
    move();
  }

  @Override
  public void redo() {
    if (!actions.refused(folder, title, "runs.delete.trains")) {
      toTrash = true;
      move();
    }
  }

  /** From where it is to where it shall be. */
  private void move() {
    RunTrash.Thrown there = thrown;
    if (moving || toTrash == (there != null)) {
      return;
    }
    moving = true;
    if (there == null) {
      delete();
    } else {
      restore(there);
    }
  }

  private void delete() {
    model.leave(folder);
    model
        .tasks()
        .run(Messages.text("runs.deleting", title), progress -> model.trash().delete(folder))
        .onDone(
            there -> {
              thrown = there;
              inTrash.set(true);
              moved(told(there).offering(Feather.ROTATE_CCW, "runs.undo", this::back, inTrash));
            })
        .onFailed(this::failed);
  }

  private Notice told(RunTrash.Thrown there) {
    return Notice.success(
        there.inDesktop()
            ? Messages.text("runs.deleted", title)
            : Messages.text("runs.deleted.beside", title, there.to()));
  }

  /** Taken back by the notice, so that the keys need not do it. */
  private void back() {
    model.undo().forget(this::equals);
    undo();
  }

  private void restore(RunTrash.Thrown there) {
    inTrash.set(false);
    model
        .tasks()
        .run(Messages.text("runs.restoring", title), progress -> model.trash().restore(there))
        .onDone(
            back -> {
              folder = back;
              thrown = null;
              moved(Notice.success(Messages.text("runs.restored", title)));
            })
        .onFailed(this::failed);
  }

  private void moved(Notice notice) {
    model.tell(notice);
    moving = false;
    model.refreshRuns();
    move();
  }

  private void failed(Throwable problem) {
    model.undo().forget(this::equals);
    model.tell(Notice.problem(problem));
    moving = false;
    toTrash = thrown != null;
    model.refreshRuns();
  }
}
