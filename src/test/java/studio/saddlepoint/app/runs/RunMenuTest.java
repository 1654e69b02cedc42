package studio.saddlepoint.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;

@ExtendWith(ApplicationExtension.class)
class RunMenuTest extends StudioFixture {
  private Path run;

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  /** A run that does not train, seen on the start page. */
  private void oneRun() throws Exception {
    run = RunFolder.create(folder.resolve("runs"), Recipes.embedded().get(0)).path();
    openStudio();
    standing();
  }

  /** A run that trains, seen on the start page. */
  private void training() throws Exception {
    trainDcgan();
    run = run().folder().path();
    press("#go-home");
    standing();
  }

  /** Rows are made anew whenever the list was read again. */
  private void standing() throws Exception {
    waitFor(
        () ->
            stage.getScene().getRoot().lookup(".run-row") != null
                && model.tasks().running().isEmpty());
  }

  private Node row() {
    return find(".run-row", Node.class);
  }

  /** As systems ask for a menu; Monocle, the tests' own, does not ask at a right click. */
  private void rightClick(FxRobot robot) {
    robot.rightClickOn(row());
    act(
        () -> {
          Bounds at = row().localToScreen(row().getBoundsInLocal());
          row()
              .fireEvent(
                  new ContextMenuEvent(
                      ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                      40,
                      20,
                      at.getMinX() + 40,
                      at.getMinY() + 20,
                      false,
                      null));
        });
  }

  private void choose(FxRobot robot, String name) throws Exception {
    rightClick(robot);
    waitFor(() -> robot.lookup("#run-" + name).tryQuery().isPresent());
    robot.clickOn("#run-" + name);
  }

  private RunSubject subject() {
    return ask(this::subjectNow);
  }

  private RunSubject subjectNow() {
    return RunSubject.of(model.runs().get(0));
  }

  private void act(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  @Test
  void aRightClickOpensAMenuAndNotTheRun(FxRobot robot) throws Exception {
    oneRun();
    rightClick(robot);
    waitFor(() -> robot.lookup("#run-rename").tryQuery().isPresent());
    assertNull(run());
    assertEquals("start", model.pageProperty().get());
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup("#run-rename").tryQuery().isEmpty());
    robot.clickOn(row());
    waitFor(() -> run() != null);
  }

  @Test
  void theKeyboardOpensTheMenuWhereverItIsInTheRow(FxRobot robot) throws Exception {
    oneRun();
    act(() -> find(".run-row .run-more", Button.class).requestFocus());
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    waitFor(() -> robot.lookup("#run-delete").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup("#run-delete").tryQuery().isEmpty());
    robot.push(KeyCode.SPACE);
    waitFor(() -> robot.lookup("#run-delete").tryQuery().isPresent());
  }

  @Test
  void aRunIsRenamedAndNotedWhileItTrains(FxRobot robot) throws Exception {
    training();
    choose(robot, "rename");
    waitFor(() -> robot.lookup("#about-title").tryQuery().isPresent());
    TextField title = robot.lookup("#about-title").queryAs(TextField.class);
    waitFor(() -> title.getScene().getFocusOwner() == title);
    assertEquals(title.getText(), title.getSelectedText());
    TextArea notes = robot.lookup("#about-notes").queryAs(TextArea.class);
    Bounds inDialog = ask(() -> notes.localToScene(notes.getLayoutBounds()));
    assertTrue(inDialog.getMinX() >= 12);
    assertTrue(inDialog.getMaxX() <= notes.getScene().getWidth() - 12);
    Button save = robot.lookup("#about-save").queryButton();
    act(
        () -> {
          title.setText("Roses, first try");
          notes.setText("Too dark.");
          save.fire();
        });
    waitFor(() -> showsNow("Roses, first try") && showsNow("Too dark."));
    assertEquals("Roses, first try", find("#run-picker", MenuButton.class).getText());
    assertEquals(new RunAbout("Roses, first try", "Too dark."), RunAbout.of(run));
    assertTrue(ask(() -> run().active()));
  }

  @Test
  void aDeletedRunIsInTheTrashAndComesBackByUndo(FxRobot robot) throws Exception {
    oneRun();
    robot.clickOn(row());
    waitFor(() -> run() != null && !run().loadingProperty().get());
    act(() -> model.pageProperty().set("start"));
    standing();
    choose(robot, "delete");
    waitFor(() -> !Files.exists(run) && model.runs().isEmpty());
    assertNull(run());
    assertTrue(Files.exists(folder.resolve("trash/files").resolve(run.getFileName())));
    waitFor(() -> stage.getScene().getRoot().lookup("#notice-offer") != null);
    press("#notice-offer");
    waitFor(() -> model.runs().size() == 1);
    assertTrue(Files.exists(run.resolve("recipe.json")));
    waitFor(() -> stage.getScene().getRoot().lookup(".run-row") != null);
  }

  @Test
  void theKeyboardGoesToTheRowInThePlaceOfADeletedOne(FxRobot robot) throws Exception {
    RunFolder.create(folder.resolve("runs"), Recipes.embedded().get(1));
    oneRun();
    waitFor(() -> model.runs().size() == 2);
    for (int left = 1; left >= 0; left--) {
      int rest = left;
      act(() -> find(".run-row .run-more", Button.class).requestFocus());
      robot.push(KeyCode.SHIFT, KeyCode.F10);
      waitFor(() -> robot.lookup("#run-delete").tryQuery().isPresent());
      robot.push(KeyCode.UP).push(KeyCode.ENTER);
      waitFor(() -> model.runs().size() == rest);
      Node owner = ask(() -> stage.getScene().getFocusOwner());
      assertEquals(rest > 0 ? "run-more" : "find-method", idOrStyle(owner));
    }
  }

  private static String idOrStyle(Node node) {
    return node.getStyleClass().contains("run-more") ? "run-more" : String.valueOf(node.getId());
  }

  @Test
  void theTabKeyLeadsOnFromNotes(FxRobot robot) throws Exception {
    oneRun();
    choose(robot, "notes");
    waitFor(() -> robot.lookup("#about-notes").tryQuery().isPresent());
    TextArea notes = robot.lookup("#about-notes").queryAs(TextArea.class);
    waitFor(() -> notes.getScene().getFocusOwner() == notes);
    Scene dialog = notes.getScene();
    robot.push(KeyCode.TAB);
    waitFor(() -> dialog.getFocusOwner() instanceof Button);
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    waitFor(() -> dialog.getFocusOwner() == notes);
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    waitFor(() -> dialog.getFocusOwner() instanceof TextField);
    assertEquals("", notes.getText());
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> !dialog.getWindow().isShowing());
  }

  @Test
  void theKeysTakeADeletionBackAndMakeItAgain(FxRobot robot) throws Exception {
    oneRun();
    String title = subject().title();
    choose(robot, "delete");
    waitFor(() -> !Files.exists(run) && model.runs().isEmpty());
    assertEquals(
        "run “" + title + "” moved to the trash",
        ask(() -> model.undo().undoTitleProperty().get()));
    assertTrue(robot.lookup("#notice-offer").tryQuery().isPresent());
    act(() -> model.pageProperty().set("data"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> Files.exists(run.resolve("recipe.json")) && model.runs().size() == 1);
    assertTrue(robot.lookup("#notice-offer").tryQuery().isEmpty());
    assertEquals("start", model.pageProperty().get());
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    waitFor(() -> !Files.exists(run) && model.runs().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> Files.exists(run.resolve("recipe.json")) && model.runs().size() == 1);
  }

  @Test
  void aDeletionThatIsTakenBackWhileItIsDoneEndsWithTheRunInItsPlace() throws Exception {
    oneRun();
    act(
        () -> {
          new RunActions(model).delete(subjectNow());
          model.undo().undo();
        });
    waitFor(() -> showsNow("is back.") && model.runs().size() == 1);
    assertTrue(Files.exists(run.resolve("recipe.json")));
    act(() -> model.undo().redo());
    waitFor(() -> !Files.exists(run) && model.runs().isEmpty());
  }

  @Test
  void whatTheNoticeTookBackIsNothingToUndoAnyMore() throws Exception {
    oneRun();
    act(() -> new RunActions(model).delete(subjectNow()));
    waitFor(() -> stage.getScene().getRoot().lookup("#notice-offer") != null);
    press("#notice-offer");
    waitFor(() -> model.runs().size() == 1);
    assertEquals("", ask(() -> model.undo().undoTitleProperty().get()));
  }

  @Test
  void aDeletionThatFailsIsNothingToUndo() throws Exception {
    oneRun();
    RunSubject gone = new RunSubject(run.resolveSibling("gone"), "Gone", "", RunAbout.NONE);
    act(() -> new RunActions(model).delete(gone));
    waitFor(() -> showsNow("cannot be deleted"));
    assertEquals("", ask(() -> model.undo().undoTitleProperty().get()));
  }

  @Test
  void whatTrainsIsNeitherDeletedNorDuplicatedAndTheReasonIsTold(FxRobot robot) throws Exception {
    training();
    choose(robot, "delete");
    waitFor(() -> showsNow("Stop the training, then delete the run."));
    choose(robot, "duplicate");
    waitFor(() -> showsNow("Stop the training, then duplicate the run."));
    assertTrue(Files.exists(run));
    assertTrue(ask(() -> run().active()));
    assertEquals(1, model.runs().size());
  }

  @Test
  void aDuplicateHasATitleOfItsOwn(FxRobot robot) throws Exception {
    oneRun();
    String title = subject().title();
    choose(robot, "duplicate");
    waitFor(() -> model.runs().size() == 2 && showsNow(title + " (copy)"));
    assertTrue(Files.exists(run.resolveSibling(run.getFileName() + "-copy/recipe.json")));
    assertEquals("A (copy)", RunActions.copyTitle("A", Set.of("A")));
    assertEquals("A (copy 2)", RunActions.copyTitle("A (copy)", Set.of("A", "A (copy)")));
    assertEquals("A (copy)", RunActions.copyTitle("A (copy 2)", Set.of("A", "A (copy 2)")));
  }

  @Test
  void whereThereIsNoFileManagerThePathIsShownAndCopied() throws Exception {
    oneRun();
    act(() -> new RunActions(model, path -> false).show(subject()));
    waitFor(() -> showsNow("No file manager could be opened."));
    assertTrue(shows(run.toString()));
    assertEquals(run.toString(), ask(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void theSizeOnDiskIsShown() throws Exception {
    oneRun();
    waitFor(() -> showsNow(" kB"));
  }

  @Test
  void theMenuOfTheOpenRunIsInTheBarAboveEveryPage(FxRobot robot) throws Exception {
    oneRun();
    assertTrue(find("#run-more", ButtonBase.class).isDisabled());
    robot.clickOn(row());
    waitFor(() -> run() != null);
    robot.clickOn("#run-more");
    waitFor(() -> robot.lookup("#run-rename").tryQuery().isPresent());
    robot.clickOn("#run-more");
    waitFor(() -> robot.lookup("#run-rename").tryQuery().isEmpty());
    assertFalse(find("#run-more", ButtonBase.class).isDisabled());
  }

  @Test
  void everySystemHasItsFileManager() {
    assertEquals("xdg-open", FileManager.command("Linux"));
    assertEquals("open", FileManager.command("Mac OS X"));
    assertEquals("explorer.exe", FileManager.command("Windows 11"));
  }
}
