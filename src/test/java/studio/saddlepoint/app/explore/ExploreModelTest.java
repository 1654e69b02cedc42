package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;

/** The explorer without a window: a thread of its own takes the place of JavaFX's. */
@Timeout(300)
class ExploreModelTest {
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private final ExploreModel model = new ExploreModel(ui, new Random(1));

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
        onUi(() -> model.sheetProperty().set(true));
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
