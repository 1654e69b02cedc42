package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.LogWindow;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventJson;

/** A long run is opened by what is kept beside its log, and is the same as without it. */
@Timeout(600)
class LongRunOpeningTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** More than the finest level of a pyramid holds, and than is not worth keeping. */
  private static final int STEPS = Series.CAPACITY + 5000;

  @TempDir Path home;
  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  private RunFolder run;
  private StudioModel model;

  @BeforeEach
  void write() throws IOException {
    run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    model =
        new StudioModel(
            Home.at(home),
            ui,
            (folder, listener) -> PretendTraining.start(folder, listener, 10_000));
    StringBuilder lines = new StringBuilder();
    tell(lines, new Event.Begun(NOW, 0, "cpu", false));
    steps(lines, 1, 1000);
    tell(lines, new Event.Begun(NOW, 500, "cpu", true));
    steps(lines, 501, STEPS);
    append(lines);
  }

  private void append(CharSequence lines) throws IOException {
    Files.writeString(
        run.path().resolve("events.jsonl"),
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void tell(StringBuilder lines, Event event) {
    lines.append(EventJson.write(event)).append('\n');
  }

  private static void steps(StringBuilder lines, int from, int to) {
    for (int step = from; step <= to; step++) {
      tell(
          lines,
          new Event.Scalars(
              NOW.plusSeconds(step), step, Map.of("loss.generator", (double) (step % 1009))));
      if (step % 10_000 == 0) {
        tell(lines, new Event.Checkpointed(NOW, step, "step-" + step));
      }
    }
  }

  @AfterEach
  void close() {
    model.close();
    ui.shutdownNow();
  }

  private OpenRun opened() throws Exception {
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

  private static Points points(OpenRun open) {
    return open.history().series("loss.generator").orElseThrow().points();
  }

  @Test
  void itIsTheSameWithItWithoutItAndWithGarbageInItsPlace() throws Exception {
    Path kept = run.path().resolve(CurveStore.NAME);
    OpenRun first = opened();
    assertTrue(Files.size(kept) > 0);
    assertEquals(STEPS, first.history().lastStep());
    assertEquals(STEPS, first.history().series("loss.generator").orElseThrow().count());
    StringBuilder more = new StringBuilder();
    steps(more, STEPS + 1, STEPS + 10);
    append(more);
    OpenRun again = opened();
    Files.writeString(kept, "garbage");
    OpenRun anew = opened();
    assertEquals(STEPS + 10, again.history().lastStep());
    assertArrayEquals(points(anew).means(), points(again).means());
    assertArrayEquals(points(anew).highs(), points(again).highs());
    assertEquals(anew.history().checkpoints(), again.history().checkpoints());
    assertEquals(STEPS / 10_000, again.history().checkpoints().size());
    assertEquals(anew.history().keys(), again.history().keys());
  }

  @Test
  void aFewStepsAreReadFromTheLogOneByOne() throws Exception {
    OpenRun open = opened();
    CompletableFuture<LogWindow> read = new CompletableFuture<>();
    ui.submit(
            () -> {
              open.detail()
                  .versionProperty()
                  .addListener(
                      o ->
                          open.detail()
                              .of(600, 700, open.history().lastStep())
                              .ifPresent(read::complete));
              open.detail().of(600, 700, open.history().lastStep());
            })
        .get();
    Points points = read.get().points().get("loss.generator");
    for (int i = 0; i < points.size(); i++) {
      assertEquals(points.steps()[i] % 1009, points.means()[i]);
    }
    assertEquals(1, points.steps()[1] - points.steps()[0]);
    assertTrue(points.steps()[0] <= 600 && points.steps()[points.size() - 1] >= 700);
  }
}
