package studio.saddlepoint.app.undo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The stack of what was done in the window, newest last, and what was taken back. For the FX
 * thread.
 */
public final class UndoStack {
  private static final int MOST = 200;

  private final Consumer<String> goTo;
  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoTitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper redoTitle = new ReadOnlyStringWrapper("");
  private boolean working;

  /**
   * An empty stack.
   *
   * @param goTo shows the page of an id, so that nothing is taken back unseen
   */
  public UndoStack(Consumer<String> goTo) {
    this.goTo = goTo;
  }

  /** What would be taken back; empty where there is nothing. */
  public ReadOnlyStringProperty undoTitleProperty() {
    return undoTitle.getReadOnlyProperty();
  }

  /** What would be made again; empty where there is nothing. */
  public ReadOnlyStringProperty redoTitleProperty() {
    return redoTitle.getReadOnlyProperty();
  }

  /**
   * Keeps what was done just now. What was taken back before cannot be made again then. While
   * something is taken back or made again this does nothing: controls tell what is set on them as
   * if a person had done it.
   */
  public void add(Edit edit) {
    if (working) {
      return;
    }
    undone.clear();
    Optional<Edit> together = Optional.ofNullable(done.peekLast()).flatMap(e -> e.with(edit));
    if (together.isPresent()) {
      done.removeLast();
    }
    done.addLast(together.orElse(edit));
    if (done.size() > MOST) {
      done.removeFirst();
    }
    name();
  }

  /** Takes back the newest edit, if there is one. */
  public void undo() {
    move(done, undone, Edit::undo);
  }

  /** Makes again what was taken back last, if there is anything. */
  public void redo() {
    move(undone, done, Edit::redo);
  }

  private void move(Deque<Edit> from, Deque<Edit> to, Consumer<Edit> step) {
    if (working || from.isEmpty()) {
      return;
    }
    Edit edit = from.removeLast();
    working = true;
    try {
      goTo.accept(edit.page());
      step.accept(edit);
    } finally {
      working = false;
      to.addLast(edit);
      name();
    }
  }

  /** Forgets edits of what is not there any more. */
  public void forget(Predicate<Edit> which) {
    done.removeIf(which);
    undone.removeIf(which);
    name();
  }

  private void name() {
    undoTitle.set(Optional.ofNullable(done.peekLast()).map(Edit::title).orElse(""));
    redoTitle.set(Optional.ofNullable(undone.peekLast()).map(Edit::title).orElse(""));
  }
}
