package studio.saddlepoint.app.explore.code;

import studio.saddlepoint.app.undo.Edit;

/**
 * A change of bookmarks.
 *
 * @param shelf on which
 * @param title what it was
 * @param back takes it back
 * @param again makes it again
 */
record ShelfEdit(BookmarkShelf shelf, String title, Runnable back, Runnable again) implements Edit {
  @Override
  public String page() {
    return "explore";
  }

  @Override
  public void undo() {
    back.run();
  }

  @Override
  public void redo() {
    again.run();
  }
}
