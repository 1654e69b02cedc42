package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** Logs that another version wrote, opened without a window. */
@Timeout(300)
class ForeignLogTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  @TempDir private Path home;
  private RunFolder run;
  private StudioModel model;
  private Consumer<Event> training = event -> {};

  @BeforeEach
  void makeRun() {
    run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    model =
        new StudioModel(
            Home.at(home),
            ui,
            (folder, listener) -> {
              training = listener;
              return PretendTraining.start(folder, listener, 10_000);
            });
  }

  @AfterEach
  void close() {
    model.close();
    ui.shutdownNow();
  }

  private void append(String lines) throws IOException {
    Files.writeString(
        run.path().resolve("events.jsonl"),
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String changed(String key, String after) {
    return "{\"type\":\"changed\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":2,\"key\":\""
        + key
        + "\",\"before\":\"1\",\"after\":\""
        + after
        + "\"}\n";
  }

  private OpenRun loaded() throws Exception {
    CompletableFuture<OpenRun> loaded = new CompletableFuture<>();
    ui.submit(
        () -> {
          OpenRun open = new OpenRun(model, run, false);
          open.load();
          open.loadingProperty()
              .addListener(
                  (property, old, now) -> {
                    if (!now) {
                      loaded.complete(open);
                    }
                  });
        });
    return loaded.get();
  }

  private CompletableFuture<Void> when(OpenRun open, BooleanSupplier condition) {
    CompletableFuture<Void> so = new CompletableFuture<>();
    ui.submit(
        () ->
            open.history()
                .versionProperty()
                .addListener(
                    (property, old, now) -> {
                      if (condition.getAsBoolean()) {
                        so.complete(null);
                      }
                    }));
    return so;
  }

  /** Longer than the parts that may wait for the window: the reader must get on. */
  @Test
  void aLongLogWithUnknownKeysIsReadToItsEnd() throws Exception {
    append(changed("training.moonPhase", "2") + changed("training.steps", "many"));
    append(changed("training.steps", "7000"));
    append("{\"type\":\"comet\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":2}\n");
    append("{\"type\":\"scalars\"\n   \n");
    String filling = "\"" + "x".repeat(1 << 20) + "\":1";
    for (int step = 3; step <= 24; step++) {
      append(
          "{\"type\":\"scalars\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":"
              + step
              + ",\"values\":{"
              + filling
              + "}}\n");
    }
    OpenRun open = loaded();
    assertEquals(24, open.history().lastStep());
    assertEquals(7000, open.recipe().training().steps());
    assertEquals(3, open.history().marks().size());
  }

  @Test
  void anUnknownChangeWhileItIsTrainedStopsNothing() throws Exception {
    OpenRun open = loaded();
    CompletableFuture<Void> begun = when(open, () -> open.history().lastStep() > 0);
    ui.submit(open::start).get();
    begun.get();
    CompletableFuture<Void> told = when(open, () -> open.history().series("after").isPresent());
    training.accept(new Event.Changed(NOW, 5, "training.moonPhase", "1", "2"));
    training.accept(new Event.Changed(NOW, 5, "training.steps", "1", "many"));
    training.accept(new Event.Scalars(NOW, 5, Map.of("after", 1.0)));
    told.get();
    ui.submit(open::stop).get();
    assertEquals(
        List.of("training.moonPhase", "training.steps"),
        open.history().marks().stream().map(Event.Changed::key).toList());
  }
}
