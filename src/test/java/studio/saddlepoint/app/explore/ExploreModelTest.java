package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.snapshot.Truncation;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.mixing.SeedList;

/** The explorer without a window: a thread of its own takes the place of JavaFX's. */
@Timeout(300)
class ExploreModelTest {
  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  private final UndoStack undo = new UndoStack(page -> {});
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ExploreModel model = new ExploreModel(ui, new Random(1), undo, now::get);

  @AfterEach
  void close() {
    model.close();
    ui.shutdownNow();
  }

  @Test
  void drawsEveryPartOnceAGeneratorIsThere() throws Exception {
    begin(List.of());
    await(() -> drawn(Part.VARIATIONS) != null && drawn(Part.PATH) != null);
    assertEquals(1, drawn(Part.CURRENT).pictures().size());
    assertEquals(Part.FRAMES + 2, drawn(Part.PATH).pictures().size());
    assertEquals(Part.VARIATION_COUNT, drawn(Part.VARIATIONS).pictures().size());
    assertNull(drawn(Part.SAMPLES));
  }

  @Test
  void showsWhereTheSliderStoppedHoweverFastItMoved() throws Exception {
    begin(List.of());
    for (int i = 0; i <= 500; i++) {
      double place = i / 500.0;
      onUi(() -> model.move(model.state().withPlace(place)));
    }
    await(() -> shows(new LatentPoint.Seed(2)));
  }

  @Test
  void takingAVariationGoesOnFromIt() throws Exception {
    begin(List.of());
    await(() -> drawn(Part.VARIATIONS) != null);
    LatentPoint chosen = drawn(Part.VARIATIONS).points().get(3);
    onUi(() -> model.move(model.state().take(chosen)));
    await(() -> shows(chosen));
    await(
        () ->
            drawn(Part.VARIATIONS).points().get(0) instanceof LatentPoint.Varied varied
                && varied.base().equals(chosen));
  }

  @Test
  void aLatentCodeThatWasReplacedComesBack() throws Exception {
    begin(List.of());
    await(() -> drawn(Part.VARIATIONS) != null);
    LatentPoint first = model.state().a();
    LatentPoint chosen = drawn(Part.VARIATIONS).points().get(3);
    onUi(() -> model.move(model.state().take(chosen)));
    assertEquals(Messages.text("undo.explore.a"), undo.undoTitleProperty().get());
    onUi(undo::undo);
    await(() -> shows(first));
    onUi(undo::redo);
    await(() -> shows(chosen));
  }

  @Test
  void aSliderThatIsDraggedIsTakenBackAtOnceAndALaterMoveByItself() throws Exception {
    onUi(
        () -> {
          for (int i = 1; i <= 50; i++) {
            now.set(now.get().plusMillis(20));
            model.move(model.state().withPlace(i / 100.0));
          }
          now.set(now.get().plusSeconds(2));
          model.move(model.state().withPlace(0.9));
          model.move(model.state().withStrength(0.7));
        });
    onUi(undo::undo);
    assertEquals(0.35, model.state().strength());
    onUi(undo::undo);
    assertEquals(0.5, model.state().place());
    onUi(undo::undo);
    assertEquals(0, model.state().place());
    assertEquals("", undo.undoTitleProperty().get());
  }

  @Test
  void aClassThatTheGeneratorDoesNotHaveIsNotGoneBackTo() throws Exception {
    begin(List.of("zero", "one", "two"));
    await(() -> drawn(Part.CURRENT) != null);
    onUi(() -> model.move(model.state().withLabel(2)));
    onUi(() -> model.move(model.state().withStrength(0.7)));
    begin(List.of());
    await(() -> model.state().label() == 0);
    onUi(undo::undo);
    assertEquals(0, model.state().label());
    assertEquals(0.35, model.state().strength());
  }

  @Test
  void everyMoveHasWords() throws Exception {
    ExploreState first = ExploreState.first();
    for (ExploreState next :
        List.of(
            first.withA(new LatentPoint.Seed(9)),
            first.withB(new LatentPoint.Seed(9)),
            first.resample(5, 6),
            first.swap(),
            first.withPlace(0.4),
            first.withThreshold(0.5),
            first.withStrength(0.9),
            first.withKeep(Optional.of(new KeepBest(0.5, KeepBest.By.REALISM))),
            first.withLabel(1),
            first.withWay(Interpolation.LERP),
            first.withVariationSeed(8),
            first.withNoise(LayerNoise.OFF),
            first.withMixing(first.mixing().withRows(SeedList.range(3, 5))),
            first.withMixing(first.mixing().withLayers(new LayerRange(0, 1))),
            first.withLocks(true, false))) {
      assertFalse(new ExploreEdit(model, first, next, Instant.EPOCH).title().isBlank());
    }
  }

  @Test
  void locksKeepEnds() {
    ExploreState locked = ExploreState.first().withLocks(true, false);
    ExploreState next = locked.resample(5, 6);
    assertEquals(locked.a(), next.a());
    assertEquals(new LatentPoint.Seed(6), next.b());
    LatentPoint point = new LatentPoint.Seed(9);
    assertEquals(point, locked.take(point).current());
    assertEquals(locked.a(), locked.take(point).a());
    assertEquals(locked.withLocks(true, true), locked.withLocks(true, true).take(point));
  }

  @Test
  void swappingEndsKeepsThePicture() {
    ExploreState state = ExploreState.first().withPlace(0.3);
    float[] before = state.current().code(16, Double.POSITIVE_INFINITY);
    float[] after = state.swap().current().code(16, Double.POSITIVE_INFINITY);
    for (int i = 0; i < before.length; i++) {
      assertEquals(before[i], after[i], 1e-5);
    }
  }

  @Test
  void failuresAreToldAndTheNextGeneratorWorks() throws Exception {
    onUi(
        () -> {
          model.show(true);
          model.use(
              (Callable<Renderer>)
                  () -> {
                    throw new StudioException("The checkpoint is damaged.");
                  });
        });
    await(() -> model.problemProperty().get().equals("The checkpoint is damaged."));
    begin(List.of());
    await(() -> drawn(Part.CURRENT) != null && model.problemProperty().get().isEmpty());
  }

  @Test
  void newestGeneratorWinsAndEveryOtherIsFreed() throws Exception {
    List<BlobRenderer> made = new ArrayList<>();
    onUi(() -> model.show(true));
    for (int i = 0; i < 300; i++) {
      BlobRenderer renderer = new BlobRenderer(i, true, List.of());
      made.add(renderer);
      boolean handed = i % 2 == 0;
      onUi(
          () -> {
            if (handed) {
              model.use(renderer);
            } else {
              model.use((Callable<Renderer>) () -> renderer);
            }
          });
      if (i % 7 == 0) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
    await(
        () -> {
          ExploreEngine.Subject subject = model.subjectProperty().get();
          return subject != null && subject.step() == 299;
        });
    for (int i = 0; i < 298; i += 2) {
      assertTrue(made.get(i).closed(), "generator " + i);
    }
    model.close();
    await(() -> made.get(299).closed());
  }

  @Test
  void hiddenExplorerDrawsNothing() throws Exception {
    begin(List.of());
    await(() -> drawn(Part.VARIATIONS) != null);
    onUi(() -> model.show(false));
    Drawn before = drawn(Part.CURRENT);
    onUi(() -> model.move(model.state().withPlace(0.7)));
    TimeUnit.MILLISECONDS.sleep(200);
    assertEquals(before, drawn(Part.CURRENT));
    onUi(() -> model.show(true));
    await(() -> drawn(Part.CURRENT) != before);
  }

  @Test
  void theSheetOfAConditionalGeneratorShowsAllClassesUnlessOneIsAskedFor() throws Exception {
    begin(List.of("zero", "one", "two"));
    onUi(() -> model.canvasProperty().set(CanvasKind.SAMPLES));
    await(() -> drawn(Part.SAMPLES) != null);
    Drawn all = drawn(Part.SAMPLES);
    assertEquals(3, all.columns());
    assertEquals(3 * Part.ROWS_OF_CLASSES, all.pictures().size());
    assertEquals(List.of(0, 1, 2, 0), all.labels().subList(0, 4));
    assertEquals(all.points().get(0), all.points().get(2));
    assertNotEquals(all.points().get(2), all.points().get(3));
    onUi(() -> model.move(model.state().withLabel(2)));
    onUi(() -> model.allClassesProperty().set(false));
    await(() -> drawn(Part.SAMPLES).pictures().size() == Part.SAMPLE_COUNT);
    assertEquals(List.of(2, 2), drawn(Part.SAMPLES).labels().subList(0, 2));
    assertEquals(0, drawn(Part.SAMPLES).columns());
  }

  @Test
  void manyClassesGetACellEach() {
    assertEquals(40, Part.SAMPLES.points(ExploreState.first(), 40).size());
    assertEquals(100, Part.SAMPLES.points(ExploreState.first(), 1000).size());
    assertEquals(0, Part.SAMPLES.columns(40));
  }

  @Test
  void classOfAnotherGeneratorFallsBackToTheFirst() throws Exception {
    begin(List.of("zero", "one", "two"));
    onUi(() -> model.move(model.state().withLabel(2)));
    begin(List.of("cat", "dog"));
    await(() -> model.state().label() == 0);
  }

  @Test
  void aTruncationThatHasToBePreparedIsDrawnOnceItIs() throws Exception {
    BlobRenderer renderer = new BlobRenderer(1, true, List.of());
    List<Boolean> told = new CopyOnWriteArrayList<>();
    onUi(
        () -> {
          model.preparingProperty().addListener((p, old, now) -> told.add(now));
          model.show(true);
          model.use((Callable<Renderer>) () -> renderer);
        });
    await(() -> drawn(Part.VARIATIONS) != null);
    renderer.needs(40);
    onUi(() -> model.move(model.state().withThreshold(0.5)));
    onUi(() -> model.move(model.state().withThreshold(0.7).withPlace(1)));
    await(() -> shows(new LatentPoint.Seed(2)));
    await(() -> !model.preparingProperty().get());
    assertTrue(renderer.prepared(0.7));
    assertTrue(told.contains(true), "nobody was told that it is being prepared");
  }

  @Test
  void aSheetShowsTheBestOfMoreSamples() throws Exception {
    begin(List.of());
    onUi(() -> model.canvasProperty().set(CanvasKind.SAMPLES));
    await(() -> drawn(Part.SAMPLES) != null);
    List<LatentPoint> all = drawn(Part.SAMPLES).points();
    Optional<KeepBest> half = Optional.of(new KeepBest(0.5, KeepBest.By.DISCRIMINATOR));
    onUi(() -> model.move(model.state().withKeep(half)));
    await(() -> !drawn(Part.SAMPLES).points().equals(all));
    List<LatentPoint> kept = drawn(Part.SAMPLES).points();
    assertEquals(all.size(), kept.size());
    assertEquals(all.size(), new HashSet<>(kept).size());
    List<LatentPoint> drawn = model.state().samples(2 * all.size());
    assertTrue(drawn.containsAll(kept), "others than those drawn");
    assertTrue(worst(kept) >= best(others(drawn, kept)) - 1e-5, "not the best were kept");
    onUi(() -> model.move(model.state().withKeep(Optional.empty())));
    await(() -> drawn(Part.SAMPLES).points().equals(all));
  }

  @Test
  void theBestOfEachClassStandInItsColumn() throws Exception {
    begin(List.of("zero", "one", "two"));
    onUi(() -> model.canvasProperty().set(CanvasKind.SAMPLES));
    Optional<KeepBest> few = Optional.of(new KeepBest(0.25, KeepBest.By.DISCRIMINATOR));
    onUi(() -> model.move(model.state().withKeep(few)));
    await(() -> drawn(Part.SAMPLES) != null);
    List<Integer> labels = drawn(Part.SAMPLES).labels();
    assertEquals(3 * Part.ROWS_OF_CLASSES, labels.size());
    for (int i = 0; i < labels.size(); i++) {
      assertEquals(i % 3, labels.get(i));
    }
  }

  private static List<LatentPoint> others(List<LatentPoint> all, List<LatentPoint> without) {
    return all.stream().filter(each -> !without.contains(each)).toList();
  }

  private static double worst(List<LatentPoint> points) {
    return logits(points).min().orElseThrow();
  }

  private static double best(List<LatentPoint> points) {
    return logits(points).max().orElseThrow();
  }

  private static DoubleStream logits(List<LatentPoint> points) {
    double none = Double.POSITIVE_INFINITY;
    int[] labels = new int[points.size()];
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      float[][] codes = points.stream().map(each -> each.code(8, none)).toArray(float[][]::new);
      float[] found = snapshot.judge(snapshot.pixels(codes, labels, none), labels);
      return IntStream.range(0, found.length).mapToDouble(i -> found[i]);
    }
  }

  @Test
  void truncationIsOffAtTheRightEndOnly() {
    assertTrue(Double.isInfinite(Truncation.threshold(Truncation.OFF)));
    assertEquals(3.0, Truncation.threshold(3.0));
    assertEquals(Truncation.LEAST, Truncation.threshold(0));
    assertEquals(0.3173, Truncation.redrawn(1), 1e-4);
    assertNotEquals(Truncation.effect(0.5), Truncation.effect(Double.POSITIVE_INFINITY));
  }

  private void begin(List<String> classes) throws Exception {
    onUi(
        () -> {
          model.show(true);
          model.use((Callable<Renderer>) () -> new BlobRenderer(1, true, classes));
        });
    await(() -> model.subjectProperty().get() != null);
  }

  private Drawn drawn(Part part) {
    return model.drawnProperty(part).get();
  }

  private boolean shows(LatentPoint point) {
    Drawn current = drawn(Part.CURRENT);
    return current != null && current.points().get(0).equals(point);
  }

  private void onUi(Runnable action) throws Exception {
    ui.submit(action).get();
  }

  private void await(BooleanSupplier condition) throws Exception {
    while (!ui.submit(condition::getAsBoolean).get()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
