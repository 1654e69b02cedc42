package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;

/** A run that another process trains, without a window. */
@Timeout(300)
class RunFollowingTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final RunFollowing.Pace FAST =
      new RunFollowing.Pace(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMillis(60));

  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final Heard heard = new Heard();

  @TempDir private Path home;

  private RunFolder run;
  private StudioModel model;

  /** The other process has its own. */
  private EventLog others;

  private static final class Heard implements RunFollowing.Listener {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void takenUp() {
      told.add("taken up");
    }

    @Override
    public void added(List<Event> events) {
      events.forEach(each -> told.add("step " + each.step()));
    }

    @Override
    public void leftAlone() {
      told.add("left alone");
    }
  }

  @BeforeEach
  void make() {
    run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    others = new EventLog(run.path());
    model =
        new StudioModel(
            Home.at(home),
            ui,
            (folder, listener) -> {
              throw new AssertionError("nothing trains here");
            });
    model.onNotice(notices::add);
    step(1);
  }

  @AfterEach
  void close() {
    model.close();
    ui.shutdownNow();
  }

  private void step(long step) {
    others.append(new Event.Scalars(NOW, step, Map.of("loss.generator", 1.0)));
  }

  private RunFollowing follow(boolean trained) {
    RunFollowing following =
        new RunFollowing(model, run, run.events().follow(), trained, FAST, heard);
    following.goOn();
    return following;
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void hearsThatSomebodyTakesUpARunAtRest() throws InterruptedException {
    RunFollowing following = follow(false);
    waitFor(() -> heard.told.contains("step 1") && heard.told.contains("taken up"));
    step(2);
    waitFor(() -> heard.told.contains("step 2"));
    waitFor(() -> heard.told.contains("left alone")); // without a lock
    following.end();
    assertEquals(1, heard.told.stream().filter("taken up"::equals).count());
  }

  @Test
  void waitsAsLongAsTheOtherHoldsTheLock() throws InterruptedException {
    RunFollowing following;
    try (RunLock lock = run.lock()) {
      following = follow(true);
      waitFor(() -> heard.told.contains("step 1"));
      TimeUnit.MILLISECONDS.sleep(200);
      assertFalse(heard.told.contains("left alone"), "" + heard.told);
    }
    waitFor(() -> heard.told.contains("left alone"));
    following.end();
  }

  @Test
  void saysOnceThatTheFolderIsAwayAndGoesOnWhenItIsBack() throws IOException, InterruptedException {
    RunFollowing following = follow(true);
    waitFor(() -> heard.told.contains("step 1"));
    Path elsewhere = run.path().resolveSibling("elsewhere");
    Files.move(run.path(), elsewhere);
    waitFor(() -> !notices.isEmpty());
    TimeUnit.MILLISECONDS.sleep(100);
    assertEquals(1, notices.size(), "" + notices);
    assertTrue(notices.get(0).text().contains(run.path() + " is gone"), notices.get(0).text());
    Files.move(elsewhere, run.path());
    waitFor(() -> notices.size() == 2);
    step(2);
    waitFor(() -> heard.told.contains("step 2"));
    following.end();
    assertEquals(1, heard.told.stream().filter("step 1"::equals).count(), "" + heard.told);
    assertTrue(notices.get(1).text().endsWith(" is back."), notices.get(1).text());
  }

  @Test
  void readsNoMoreOnceItTrainsHere() throws InterruptedException {
    RunFollowing following = follow(false);
    waitFor(() -> heard.told.contains("step 1"));
    following.end();
    TimeUnit.MILLISECONDS.sleep(50);
    step(2);
    TimeUnit.MILLISECONDS.sleep(100);
    assertFalse(heard.told.contains("step 2"), "" + heard.told);
  }
}
