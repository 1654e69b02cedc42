package studio.saddlepoint.app.explore.code;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.NamedCode;
import studio.saddlepoint.latent.code.Thumbnail;

/**
 * The bookmarks of the run that is explored. Knows no controls. All methods are for the FX thread;
 * the disk is read and written on another one.
 */
public final class BookmarkShelf {
  private final Executor disk;
  private final Executor ui;
  private final UndoStack undo;
  private final Consumer<String> problems;
  private final ObservableList<Bookmark> items = FXCollections.observableArrayList();
  private final ObservableList<Bookmark> view = FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyStringWrapper unreadable = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private @Nullable Bookmarks kept;

  /**
   * A shelf of no run.
   *
   * @param disk one thread that reads and writes
   * @param ui the FX thread
   * @param undo where changes are kept, to be taken back
   * @param problems told what could not be done
   */
  public BookmarkShelf(Executor disk, Executor ui, UndoStack undo, Consumer<String> problems) {
    this.disk = disk;
    this.ui = ui;
    this.undo = undo;
    this.problems = problems;
  }

  /** All, in the person's order. */
  public ObservableList<Bookmark> items() {
    return view;
  }

  /** Why those of the run cannot be read; empty where they can. */
  public ReadOnlyStringProperty unreadableProperty() {
    return unreadable.getReadOnlyProperty();
  }

  /** Whether there is a run whose bookmarks are known. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Shows those of a run, or none. */
  public void open(@Nullable Path run) {
    Bookmarks next = run == null ? null : new Bookmarks(run);
    Bookmarks before = kept;
    if (before != null && next != null && before.file().equals(next.file())) {
      refresh();
      return;
    }
    undo.forget(edit -> edit instanceof ShelfEdit of && of.shelf() == this);
    kept = next;
    items.clear();
    unreadable.set("");
    open.set(false);
    refresh();
  }

  /** Reads them again: a command may have changed them. */
  public void refresh() {
    work(
        Bookmarks::all,
        (from, all) -> show(from, all),
        (from, message) -> {
          if (from == kept) {
            items.clear();
            open.set(false);
            unreadable.set(message);
          }
        });
  }

  /** A name that is free, such as {@code Code 3}. */
  public String freeName() {
    Set<String> taken = new HashSet<>(items.stream().map(Bookmark::name).toList());
    int number = items.size() + 1;
    while (!Bookmarks.freeName(taken, Messages.text("codes.name.usual", number))
        .equals(Messages.text("codes.name.usual", number))) {
      number++;
    }
    return Messages.text("codes.name.usual", number);
  }

  /**
   * Keeps a code.
   *
   * @throws studio.saddlepoint.core.StudioException if the name cannot be one
   */
  public void add(String name, StandingCode code) {
    NamedCode named =
        new NamedCode(
            name,
            code.point(),
            code.className(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            code.step(),
            "");
    Bookmark added = new Bookmark(named, code.picture().map(Thumbnail::of));
    change(
        Messages.text("undo.explore.bookmark.added", named.name()),
        to -> to.add(added),
        to -> to.delete(added.name()));
  }

  /** Keeps codes of a file. */
  public void addAll(List<Bookmark> codes) {
    work(
        to -> to.addAll(codes),
        (to, added) -> {
          remember(
              Messages.text("undo.explore.bookmark.imported", added.size()),
              again -> again.addAll(added),
              back -> added.forEach(each -> back.delete(each.name())));
          refresh();
        },
        this::tell);
  }

  /** Gives one another name. */
  public void rename(Bookmark bookmark, String name) {
    String old = bookmark.name();
    String other = bookmark.named(name).name();
    if (!old.equals(other)) {
      change(
          Messages.text("undo.explore.bookmark.renamed", old),
          to -> to.rename(old, other),
          to -> to.rename(other, old));
    }
  }

  /** Deletes one. */
  public void delete(Bookmark bookmark) {
    int place = items.indexOf(bookmark);
    change(
        Messages.text("undo.explore.bookmark.deleted", bookmark.name()),
        to -> to.delete(bookmark.name()),
        to -> to.insert(bookmark, place));
  }

  /**
   * Moves one among the others.
   *
   * @param by places, down where it is positive
   */
  public void move(Bookmark bookmark, int by) {
    int place = items.indexOf(bookmark);
    int next = Math.max(0, Math.min(items.size() - 1, place + by));
    if (place >= 0 && next != place) {
      change(
          Messages.text("undo.explore.bookmark.moved", bookmark.name()),
          to -> to.move(bookmark.name(), next),
          to -> to.move(bookmark.name(), place));
    }
  }

  private void change(String title, Consumer<Bookmarks> doing, Consumer<Bookmarks> undoing) {
    work(
        to -> {
          doing.accept(to);
          return to.all();
        },
        (to, all) -> {
          remember(title, doing, undoing);
          show(to, all);
        },
        this::tell);
  }

  private void remember(String title, Consumer<Bookmarks> doing, Consumer<Bookmarks> undoing) {
    undo.add(new ShelfEdit(this, title, () -> apply(undoing), () -> apply(doing)));
  }

  private void apply(Consumer<Bookmarks> step) {
    work(
        to -> {
          step.accept(to);
          return to.all();
        },
        this::show,
        this::tell);
  }

  private void show(Bookmarks from, List<Bookmark> all) {
    if (from == kept) {
      unreadable.set("");
      open.set(true);
      if (!items.equals(all)) {
        items.setAll(all);
      }
    }
  }

  private void tell(Bookmarks of, String message) {
    problems.accept(message);
    if (of == kept) {
      refresh();
    }
  }

  /** Takes a result of work on a run's bookmarks. */
  private interface Result<T> {
    void take(Bookmarks of, T result);
  }

  private <T> void work(Function<Bookmarks, T> work, Result<T> done, Result<String> failed) {
    Bookmarks now = kept;
    if (now == null) {
      return;
    }
    disk.execute(
        () -> {
          try {
            T result = work.apply(now);
            ui.execute(() -> done.take(now, result));
          } catch (RuntimeException e) {
            ui.execute(() -> failed.take(now, Problems.describe(e)));
          }
        });
  }
}
