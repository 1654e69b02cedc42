package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;

/**
 * Presses, looks and waits on a page. It looks on the FX thread, for the page may change meanwhile;
 * its bounds are only for what hangs.
 */
public final class PageRobot {
  private static final int AT_MOST_MILLIS = 120_000;

  private final Parent root;

  /**
   * A robot.
   *
   * @param root of what it works on
   */
  public PageRobot(Parent root) {
    this.root = root;
  }

  /**
   * Puts a page into a window, as large as in the program's smallest one, and lays it out: what
   * scrolls is not among a page's nodes before.
   */
  public static PageRobot open(Stage stage, Page page) {
    Parent root = (Parent) page.content();
    stage.setScene(new Scene(root, 1020, 600));
    stage.show();
    root.applyCss();
    root.layout();
    page.shown();
    return new PageRobot(root);
  }

  /** A program in which nothing can be trained. */
  public static StudioModel studio(Path home) {
    return studio(
        home,
        (run, listener) -> {
          throw new StudioException("no training here");
        });
  }

  /** A program that trains by other means. */
  public static StudioModel studio(Path home, Training.Starter starter) {
    return new StudioModel(Home.at(home), Platform::runLater, starter);
  }

  /** Hands over what a program tells; there is no window that would show it. */
  public static void listen(StudioModel studio, Consumer<Notice> listener) {
    studio.onNotice(listener);
  }

  /** Ends a page and its program. */
  public void close(Page page, StudioModel studio) {
    onFx(
        () -> {
          page.hidden();
          page.close();
          studio.close();
        });
  }

  /** Presses a key and lets it go. */
  public void key(Node on, KeyCode code) {
    onFx(
        () -> {
          on.fireEvent(event(KeyEvent.KEY_PRESSED, code));
          on.fireEvent(event(KeyEvent.KEY_RELEASED, code));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A key without others. */
  public static KeyEvent event(EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", "", code, false, false, false, false);
  }

  /** Runs something on the FX thread and waits for it. */
  public void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  /** Asks something on the FX thread. */
  public <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, question);
  }

  /** Waits until something is so. */
  public void waitFor(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(AT_MOST_MILLIS, TimeUnit.MILLISECONDS, () -> ask(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses a button, toggle or box. */
  public void press(String query) {
    onFx(() -> find(query, ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Chooses an item of a menu button by its id. */
  public void choose(String query, String item) {
    onFx(
        () ->
            find(query, MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Chooses an item of a box of choices by its words. */
  public void pick(String query, String words) {
    onFx(() -> pick(find(query, ComboBox.class), words));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> void pick(ComboBox<T> box, String words) {
    box.setValue(
        box.getItems().stream()
            .filter(each -> words.equals(box.getConverter().toString(each)))
            .findFirst()
            .orElseThrow());
  }

  /** What a query finds. */
  public <N extends Node> N find(String query, Class<N> type) {
    Node found = ask(() -> root.lookup(query));
    assertNotNull(found, query);
    return type.cast(found);
  }

  /** Whether a query finds anything. */
  public boolean has(String query) {
    return ask(() -> root.lookup(query) != null);
  }

  /** Whether words are shown somewhere. */
  public boolean shows(String text) {
    return ask(() -> showsNow(text));
  }

  private boolean showsNow(String text) {
    return root.lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .anyMatch(
            label ->
                label.isVisible() && label.getText() != null && label.getText().contains(text));
  }
}
