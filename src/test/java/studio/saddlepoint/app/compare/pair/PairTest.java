package studio.saddlepoint.app.compare.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.PretendTraining;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.MadeRuns;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.RecipeDifferences;
import studio.saddlepoint.run.RunFolder;

/** Two runs with one difference, without a window. */
@Timeout(300)
class PairTest {
  private static final PairRequest REQUEST =
      new PairRequest(MadeRuns.BASE, "generator.width", "8", "3");

  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final List<RunFolder> trained = new CopyOnWriteArrayList<>();
  private final AtomicReference<PretendTraining> training = new AtomicReference<>();

  @TempDir private Path home;

  private StudioModel studio;
  private CompareModel model;
  private volatile double speed = 1000;

  @BeforeEach
  void begin() throws Exception {
    studio =
        new StudioModel(
            Home.at(home),
            ui,
            (run, listener) -> {
              trained.add(run);
              training.set(PretendTraining.start(run, listener, speed));
              return training.get();
            });
    PageRobot.listen(studio, notices::add);
    model = ask(() -> new CompareModel(studio));
  }

  @AfterEach
  void end() throws Exception {
    ask(
        () -> {
          model.close();
          studio.close();
          return true;
        });
    ui.shutdown();
    assertTrue(ui.awaitTermination(60, TimeUnit.SECONDS));
  }

  private <T> T ask(Callable<T> question) throws Exception {
    return ui.submit(question).get(120, TimeUnit.SECONDS);
  }

  private void waitFor(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!ask(condition)) {
      assertTrue(System.nanoTime() < deadline, "waited in vain: " + notices);
      Thread.sleep(5);
    }
  }

  private boolean told(String words) {
    return notices.stream().anyMatch(each -> each.text().contains(words));
  }

  @Test
  void theyDifferInNothingElse() {
    assertEquals("", REQUEST.problem());
    List<RecipeDifferences.Row> rows =
        RecipeDifferences.of(List.of(REQUEST.first(), REQUEST.second()));
    assertEquals(1, rows.size());
    assertEquals("generator.width", rows.get(0).parameter().key());
    assertEquals(REQUEST.first().seed(), REQUEST.second().seed());
    assertEquals(3, REQUEST.second().training().steps());
    assertEquals("DCGAN on Strokes, Width 8", REQUEST.second().title());
  }

  @Test
  void whatTheFormRefusesIsRefusedInItsWords() {
    String wide = new PairRequest(MadeRuns.BASE, "generator.width", "many", "3").problem();
    assertTrue(wide.contains("\"Width\" is many: it must be a whole number"), wide);
    String none = new PairRequest(MadeRuns.BASE, "generator.width", "8", "0").problem();
    assertTrue(none.contains("\"Steps\" is 0"), none);
    String same = MadeRuns.BASE.generator().width() + "";
    assertEquals(
        "This is the value that the first has.",
        new PairRequest(MadeRuns.BASE, "generator.width", same, "3").problem());
  }

  @Test
  void bothAreMadeChosenAndTrainedOneAfterTheOther() throws Exception {
    ask(
        () -> {
          new PairBeginning(studio, model).begin(REQUEST);
          return true;
        });
    waitFor(() -> told("The pair is trained"));
    assertEquals(2, trained.size());
    assertEquals(
        trained.stream().map(each -> each.path().toString()).toList(),
        ask(() -> model.state().chosen().stream().map(each -> each.id()).toList()));
    waitFor(() -> model.runs().size() == 2);
    waitFor(() -> model.runs().stream().allMatch(run -> run.lastStep() == 3));
  }

  @Test
  void whereTheFirstIsStoppedTheSecondWaitsAndSaysSo() throws Exception {
    speed = 20;
    ask(
        () -> {
          new PairBeginning(studio, model)
              .begin(new PairRequest(MadeRuns.BASE, "generator.width", "8", "100000"));
          return true;
        });
    waitFor(() -> training.get() != null && training.get().status().step() > 0);
    training.get().stop();
    waitFor(() -> told("was not begun"));
    assertEquals(1, trained.size());
    assertTrue(notices.stream().anyMatch(each -> each.offer().isPresent()));
  }

  @Test
  void nothingElseIsStoppedForAPair() throws Exception {
    speed = 20;
    ask(
        () -> {
          studio.trainAside(RunFolder.create(home.resolve("runs"), MadeRuns.BASE));
          new PairBeginning(studio, model).begin(REQUEST);
          return true;
        });
    waitFor(() -> told("Stop it first"));
    assertEquals(1, trained.size());
  }
}
