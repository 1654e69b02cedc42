package studio.saddlepoint.app.compare.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.spec.Quantity;
import studio.saddlepoint.app.compare.MadeRuns;
import studio.saddlepoint.app.compare.model.CompareState.Tagged;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunSets;
import studio.saddlepoint.run.list.RunSummary;

/** The runs that are compared, without a window. */
@Timeout(300)
class CompareModelTest {
  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final List<Path> opened = new CopyOnWriteArrayList<>();

  @TempDir private Path home;

  private StudioModel studio;
  private CompareModel model;
  private Path runs;

  @BeforeEach
  void begin() throws Exception {
    Home at = Home.at(home);
    runs = at.runs();
    studio =
        new StudioModel(
            at,
            ui,
            (run, listener) -> {
              throw new StudioException("no training here");
            });
    PageRobot.listen(studio, notices::add);
    model =
        ask(
            () ->
                new CompareModel(
                    studio,
                    folder -> {
                      opened.add(folder);
                      return RunFolder.open(folder);
                    }));
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

  private void act(Runnable action) throws Exception {
    ask(Executors.callable(action));
  }

  private void waitFor(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!ask(condition)) {
      assertTrue(System.nanoTime() < deadline, "waited in vain");
      Thread.sleep(5);
    }
  }

  private void list(int count) throws Exception {
    act(studio::refreshRuns);
    waitFor(() -> studio.runs().size() == count);
  }

  private void open(int count) throws Exception {
    waitFor(
        () ->
            model.runs().size() == count && model.runs().stream().noneMatch(ComparedRun::loading));
  }

  @Test
  void aHundredRunsAreListedAndOnlyTheChosenAreOpened() throws Exception {
    MadeRuns.many(runs, 100);
    list(100);
    assertEquals(List.of(), opened);
    List<RunSummary> all = ask(() -> List.copyOf(studio.runs()));
    act(() -> model.chooseOnly(List.of(all.get(3).folder(), all.get(70).folder())));
    open(2);
    assertEquals(2, opened.size());
    assertTrue(opened.containsAll(List.of(all.get(3).folder(), all.get(70).folder())));
  }

  @Test
  void oneMoreThanCanBeToldApartIsRefusedAndColoursStay() throws Exception {
    MadeRuns.many(runs, 9);
    list(9);
    List<Path> all = ask(() -> studio.runs().stream().map(RunSummary::folder).toList());
    act(() -> model.chooseOnly(all.subList(0, 8)));
    act(() -> model.choose(all.get(8)));
    assertTrue(notices.get(0).text().contains("8"), "" + notices);
    open(8);
    assertEquals(
        IntStream.range(0, 8).boxed().toList(),
        ask(
            () ->
                all.subList(0, 8).stream().map(each -> model.state().colour("" + each)).toList()));
    act(() -> model.toggle(all.get(2)));
    act(() -> model.toggle(all.get(8)));
    assertEquals(2, ask(() -> model.state().colour("" + all.get(8))), "the colour that is free");
    assertEquals(5, ask(() -> model.state().colour("" + all.get(5))));
    open(8);
  }

  @Test
  void runsOfOneTitleAreToldApart() throws Exception {
    RunFolder one = MadeRuns.make(runs, MadeRuns.BASE, 3);
    RunFolder other = MadeRuns.make(runs, MadeRuns.BASE, 3);
    act(() -> model.choose(one.path()));
    open(1);
    assertEquals("DCGAN on Strokes", ask(() -> model.name(model.runs().get(0))));
    act(() -> model.choose(other.path()));
    open(2);
    List<String> names = ask(() -> model.runs().stream().map(model::name).toList());
    assertTrue(names.stream().allMatch(each -> each.startsWith("DCGAN on Strokes · ")), "" + names);
  }

  @Test
  void whatTheLogTellsLaterIsTakenIn() throws Exception {
    RunFolder run = MadeRuns.make(runs, MadeRuns.BASE, 5);
    act(() -> model.choose(run.path()));
    open(1);
    long before = ask(() -> model.newsProperty().get());
    assertEquals(5L, ask(() -> model.runs().get(0).lastStep()));
    run.events()
        .append(new Event.Scalars(MadeRuns.NOW.plusSeconds(9), 6, Map.of("loss.generator", 7.0)));
    waitFor(() -> model.runs().get(0).lastStep() == 6);
    waitFor(() -> model.newsProperty().get() > before);
  }

  @Test
  void aRunThatCannotBeOpenedIsSaidAndNotChosen() throws Exception {
    act(() -> model.choose(runs.resolve("none")));
    waitFor(() -> !notices.isEmpty());
    assertTrue(notices.get(0).text().contains("none"));
    assertEquals(List.of(), ask(() -> model.state().chosen()));
  }

  @Test
  void aVanishedFolderIsSaid() throws Exception {
    RunFolder run = MadeRuns.make(runs, MadeRuns.BASE, 2);
    MadeRuns.make(runs, MadeRuns.BASE, 2);
    list(2);
    act(() -> model.choose(run.path()));
    open(1);
    assertFalse(ask(() -> model.isGone("" + run.path())));
    try (Stream<Path> files = Files.walk(run.path())) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    list(1);
    waitFor(() -> model.isGone("" + run.path()));
    assertEquals(1, ask(() -> model.runs().size()), "what was read stays");
  }

  @Test
  void quantitiesAreThoseOfTwoRunsAndTagsFitByNameOrByHand() throws Exception {
    RunFolder run = MadeRuns.make(runs, MadeRuns.BASE, 4);
    Path file = MadeRuns.eventFile(run, home.resolve("elsewhere"));
    act(() -> model.choose(run.path()));
    act(() -> model.addForeign(file));
    open(2);
    ForeignRun foreign = ask(() -> (ForeignRun) model.runs().get(1));
    SharedQuantities both = ask(() -> SharedQuantities.of(model.runs(), model.state()));
    assertEquals(
        List.of("Losses: Generator", "Losses: Discriminator"),
        both.shared().stream().map(Quantity::title).toList());
    assertEquals(
        Optional.of("loss/generator"),
        SharedQuantities.key(foreign, "loss.generator", CompareState.NONE));
    CompareState picked =
        CompareState.NONE.tagging(
            new Tagged(foreign.id(), "loss.generator"), Optional.of("loss/discriminator"));
    assertEquals(
        Optional.of("loss/discriminator"), SharedQuantities.key(foreign, "loss.generator", picked));
    CompareState none =
        CompareState.NONE.tagging(new Tagged(foreign.id(), "loss.generator"), Optional.of(""));
    assertEquals(Optional.empty(), SharedQuantities.key(foreign, "loss.generator", none));
    assertArrayEquals(
        ask(() -> model.runs().get(0).series("loss.generator").orElseThrow().points().steps()),
        foreign.series("loss/generator").orElseThrow().points().steps());
    assertTrue(foreign.places(XAxis.TIME).isPresent());
    assertTrue(foreign.places(XAxis.IMAGES).isEmpty());
  }

  @Test
  void otherProgramsNamesAreKnown() {
    List<String> tags = List.of("Loss/G", "Loss/D", "Metrics/fid50k_full", "Progress/tick");
    assertEquals(Optional.of("Loss/G"), TagNames.match("loss.generator", tags));
    assertEquals(Optional.of("Loss/D"), TagNames.match("loss.discriminator", tags));
    assertEquals(Optional.of("Metrics/fid50k_full"), TagNames.match("score.fid", tags));
    assertEquals(Optional.empty(), TagNames.match("score.kid", tags));
    assertEquals(Optional.empty(), TagNames.match("d.real", tags));
    assertEquals(
        Optional.of("score/fid (a way)"),
        TagNames.match("score.fid", List.of("fidelity", "score/fid (a way)")));
    assertEquals(
        Optional.of("train/loss_g"), TagNames.match("loss.generator", List.of("train/loss_g")));
  }

  @Test
  void whatIsNoEventFileIsRefusedByName() throws Exception {
    Path file = Files.write(home.resolve("events.out.tfevents.9"), MadeRuns.noise());
    act(() -> model.addForeign(file));
    waitFor(() -> !notices.isEmpty());
    assertTrue(notices.get(0).text().contains("events.out.tfevents.9"), "" + notices);
    assertEquals(List.of(), ask(() -> model.state().chosen()));
  }

  @Test
  void imagesAreCountedAndSheetsStandInStep() throws Exception {
    RunFolder one = MadeRuns.make(runs, MadeRuns.BASE.with("training.batchSize", 64), 40);
    RunFolder other = MadeRuns.make(runs, MadeRuns.BASE.with("training.batchSize", 16), 30);
    act(() -> model.chooseOnly(List.of(one.path(), other.path())));
    open(2);
    waitFor(() -> model.ours().stream().allMatch(run -> run.places(XAxis.IMAGES).isPresent()));
    act(
        () -> {
          List<OurRun> both = model.ours();
          SheetSteps bySteps = SheetSteps.of(both, XAxis.STEP);
          assertEquals(List.of(10.0, 20.0, 30.0, 40.0), bySteps.stops());
          assertEquals(30, step(bySteps, both.get(1), XAxis.STEP, Double.NaN));
          assertEquals(40, step(bySteps, both.get(0), XAxis.STEP, Double.NaN));
          SheetSteps byImages = SheetSteps.of(both, XAxis.IMAGES);
          assertEquals(640, byImages.stops().get(byImages.index(640)), 1);
          // After ten batches of 64 the other has seen as much with its thirtieth of 16 at most.
          assertEquals(10, step(byImages, both.get(0), XAxis.IMAGES, 640));
          assertEquals(30, step(byImages, both.get(1), XAxis.IMAGES, 640));
          assertTrue(Double.isNaN(bySteps.place(3)), "the newest is followed");
          assertEquals(20.0, bySteps.place(1));
        });
  }

  private static long step(SheetSteps steps, OurRun run, XAxis axis, double place) {
    return steps.nearest(run, axis, place).orElseThrow().step();
  }

  @Test
  void scoresOfARunAreReadAndSetsAreOffered() throws IOException, Exception {
    RunFolder one = MadeRuns.make(runs, MadeRuns.BASE, 2);
    MadeRuns.score(one, 2, "Pixels", 12.5);
    MadeRuns.make(runs, MadeRuns.BASE.with("generator.width", 8), 2);
    list(2);
    act(() -> model.choose(one.path()));
    open(1);
    waitFor(() -> !model.ours().get(0).scores().isEmpty());
    assertEquals(12.5, ask(() -> model.ours().get(0).scores().get(0).values().get("fid")));
    assertEquals(2, ask(() -> model.sets().get(RunSets.Kind.CHANGE)).size());
  }
}
