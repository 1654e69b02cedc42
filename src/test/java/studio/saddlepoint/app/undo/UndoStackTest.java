package studio.saddlepoint.app.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoStackTest {
  private final List<String> did = new ArrayList<>();
  private final UndoStack stack = new UndoStack(page -> did.add("go to " + page));

  private record Named(String title, List<String> did, Runnable echo) implements Edit {
    @Override
    public String page() {
      return "train";
    }

    @Override
    public void undo() {
      did.add("undo " + title);
      echo.run();
    }

    @Override
    public void redo() {
      did.add("redo " + title);
      echo.run();
    }
  }

  private Edit edit(String title) {
    return new Named(title, did, () -> {});
  }

  @Test
  void theNewestIsTakenBackFirstOnThePageWhereItIsSeen() {
    stack.add(edit("one"));
    stack.add(edit("two"));
    stack.undo();
    stack.undo();
    stack.undo();
    stack.redo();
    assertEquals(
        List.of("go to train", "undo two", "go to train", "undo one", "go to train", "redo one"),
        did);
    assertEquals("one", stack.undoTitleProperty().get());
    assertEquals("two", stack.redoTitleProperty().get());
  }

  @Test
  void somethingNewEndsWhatCouldBeMadeAgain() {
    stack.add(edit("one"));
    stack.undo();
    stack.add(edit("two"));
    assertEquals("", stack.redoTitleProperty().get());
    stack.redo();
    assertEquals("two", stack.undoTitleProperty().get());
  }

  @Test
  void whatControlsTellWhileSomethingIsTakenBackIsNoEdit() {
    stack.add(new Named("one", did, () -> stack.add(edit("echo"))));
    stack.undo();
    assertEquals("", stack.undoTitleProperty().get());
    assertEquals("one", stack.redoTitleProperty().get());
  }

  @Test
  void whatIsGoneIsForgottenOnBothSides() {
    stack.add(edit("one"));
    stack.add(edit("two"));
    stack.undo();
    stack.forget(edit -> edit.title().equals("one"));
    assertEquals("", stack.undoTitleProperty().get());
    stack.forget(edit -> true);
    assertEquals("", stack.redoTitleProperty().get());
  }
}
