package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.list.RunTrash;

/** The whole window, with trainings that need no engine. */
public abstract class StudioFixture {
  /** Only what hangs is ended by it. */
  protected static final int AT_MOST_MILLIS = 120_000;

  private final AtomicBoolean engineBroken = new AtomicBoolean();
  protected final AtomicReference<PretendTraining> training = new AtomicReference<>();
  protected final AtomicBoolean refusing = new AtomicBoolean();
  protected Path folder;
  protected StudioModel model;
  protected Stage stage;
  private StudioWindow window;

  protected void open(Stage shown) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "window-tests"));
    folder = Files.createTempDirectory(target, "home").toAbsolutePath();
    stage = shown;
    model =
        new StudioModel(
            new Home(
                folder.resolve("runs"),
                target.resolve("caches").toAbsolutePath(),
                folder.resolve("settings")),
            Platform::runLater,
            (run, listener) -> {
              training.set(
                  refusing.get()
                      ? PretendTraining.refuse(run, listener)
                      : PretendTraining.start(run, listener, 100));
              return training.get();
            },
            new RunTrash(Optional.of(folder.resolve("trash"))));
    engineBroken.set(true);
    window = new StudioWindow(stage, model);
    window.show(
        progress -> {
          if (engineBroken.getAndSet(false)) {
            throw new StudioException("The engine is not whole: free 1 GB.");
          }
          return true;
        });
  }

  @AfterEach
  protected void close() throws IOException {
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> {
          window.closePages();
          model.close();
        });
    PretendTraining trained = training.get();
    if (trained != null) { // it may be writing yet
      trained.stop();
      trained.await(Duration.ofMillis(AT_MOST_MILLIS));
    }
    // The window was not closed by its person: nothing may hold it beyond the test.
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      if (handler instanceof LogKeeper keeper) {
        keeper.uninstall();
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  protected static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(AT_MOST_MILLIS, TimeUnit.MILLISECONDS, () -> ask(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Looks on the FX thread, for the window changes all the time. */
  protected static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, question);
  }

  protected <N extends Node> N find(String query, Class<N> type) {
    Node found = ask(() -> stage.getScene().getRoot().lookup(query));
    assertNotNull(found, query);
    return type.cast(found);
  }

  /** The text field of a hyper-parameter; its id has dots, which a selector cannot name. */
  protected TextField field(String key) {
    return ask(
        () ->
            stage.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(each -> ("field-" + key).equals(each.getId()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " has no field")));
  }

  protected boolean shows(String text) {
    return ask(() -> showsNow(text));
  }

  protected boolean showsNow(String text) {
    return stage.getScene().getRoot().lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .anyMatch(label -> ((Label) label).getText().contains(text));
  }

  protected void press(String query) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> find(query, ButtonBase.class).fire());
  }

  protected void openStudio() throws TimeoutException {
    waitFor(() -> shows("The engine is not whole"));
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () ->
            stage.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(Button::isVisible)
                .findFirst()
                .orElseThrow()
                .fire());
    waitFor(() -> stage.getScene().getRoot().lookup("#train-dcgan-strokes") != null);
  }

  protected OpenRun run() {
    return model.openRunProperty().get();
  }

  protected void trainDcgan() throws TimeoutException {
    openStudio();
    press("#train-dcgan-strokes");
    waitFor(() -> run() != null && run().history().sheets().size() >= 2);
  }
}
