package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import org.testfx.util.WaitForAsyncUtils;

/** Presses, looks and waits on a page. */
public final class PageRobot {
    private static final int AT_MOST_MILLIS = 10_000;

    private final Parent root;

    /**
     * A robot.
     *
     * @param root of what it works on
     */
    public PageRobot(Parent root) {
        this.root = root;
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
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> ask(condition));
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

    /** What a query finds. */
    public <N extends Node> N find(String query, Class<N> type) {
        Node found = root.lookup(query);
        assertNotNull(found, query);
        return type.cast(found);
    }

    /** Whether a query finds anything. */
    public boolean has(String query) {
        return root.lookup(query) != null;
    }

    /** Whether words are shown somewhere. */
    public boolean shows(String text) {
        return root.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .anyMatch(
                        label ->
                                label.isVisible()
                                        && label.getText() != null
                                        && label.getText().contains(text));
    }
}
