package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.ExtractorChoice;
import studio.saddlepoint.metrics.Metric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Checkpoint;
import studio.saddlepoint.run.RunFolder;

@ExtendWith(ApplicationExtension.class)
class EvaluatePageTest {
    @TempDir static Path folder;

    private final AtomicReference<EvaluationRequest> asked = new AtomicReference<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Answers answers = new Answers();
    private StudioModel studio;
    private EvaluatePage page;
    private PageRobot robot;
    private RunFolder run;

    @Start
    void open(Stage stage) {
        studio =
                new StudioModel(
                        Home.at(folder),
                        Platform::runLater,
                        (folder, listener) -> {
                            throw new StudioException("no training here");
                        });
        page =
                new EvaluatePage(
                        studio,
                        this::measure,
                        (subject, count, truncation, seed, progress) -> {
                            throw new StudioException("no human test here");
                        },
                        answers,
                        System::nanoTime);
        Parent root = (Parent) page.content();
        robot = new PageRobot(root);
        stage.setScene(new Scene(root, 1020, 600));
        stage.show();
        page.shown();
    }

    private Measuring.Measured measure(
            Measuring.Subject subject,
            EvaluationRequest request,
            studio.saddlepoint.core.Progress progress)
            throws InterruptedException {
        asked.set(request);
        if (request.extractor() instanceof ExtractorChoice.Pixels) {
            progress.report("Drawing samples", 0.5);
            while (gate.getCount() > 0) {
                progress.checkCancelled();
                Thread.sleep(5);
            }
        }
        if (request.extractor() instanceof ExtractorChoice.TorchScript script) {
            throw new StudioException(script.file() + " gives no features.");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("fid", 23.456);
        values.put("recall", 0.34);
        return new Measuring.Measured(
                1000,
                new EvaluationResult(
                        values,
                        "FID (Strokes classifier, 512 vs train, trunc none)",
                        Duration.ofSeconds(7),
                        List.of("Fewer than 2,048 samples: FID is biased upwards.")));
    }

    @BeforeEach
    void openRun() throws Exception {
        run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
        run.saveCheckpoint(new Checkpoint(1000, 1000, Recipe.defaults(), Map.of(), Map.of()));
        robot.onFx(() -> studio.open(run));
        robot.waitFor(
                () ->
                        robot.has("#evaluate-samples")
                                && robot.find("#snapshot", ComboBox.class).getValue() != null);
    }

    @AfterEach
    void close() {
        gate.countDown();
        robot.onFx(
                () -> {
                    page.hidden();
                    page.close();
                    studio.close();
                });
    }

    @Test
    void measuresWhatTheFormAsksForAndKeepsTheScore() throws Exception {
        robot.onFx(
                () ->
                        robot.find("#evaluate-samples", ComboBox.class)
                                .getSelectionModel()
                                .select(0));
        robot.onFx(() -> robot.find("#evaluate-truncation", Slider.class).setValue(0.7));
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.has("#value-fid"));
        assertEquals(512, asked.get().samples());
        assertEquals(0.7, asked.get().truncation().orElseThrow());
        assertEquals("23.46", robot.find("#value-fid", Label.class).getText());
        assertTrue(robot.shows("34 of 100 real pictures"));
        assertTrue(robot.shows("How it was made: FID (Strokes classifier, 512"));
        assertTrue(robot.shows("biased upwards"));
        robot.waitFor(() -> robot.has("#evaluate-export"));
        assertEquals(1, run.scores().size());
        assertEquals(1000, run.scores().get(0).step());
        robot.press("#evaluate-copy");
        String text = robot.ask(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(text.startsWith("FID 23.46, Recall 0.340\nFID (Strokes classifier"), text);
        robot.choose("#evaluate-export", "evaluate-copy-csv");
        String csv = robot.ask(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(csv.contains("1000,averaged,"), csv);
    }

    private void extractor(Extractor kind) {
        robot.onFx(() -> extractors().setValue(kind));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Extractor> extractors() {
        return robot.find("#evaluate-extractor", ComboBox.class);
    }

    @Test
    void cancelledMeasurementKeepsNothing() throws Exception {
        extractor(Extractor.PIXELS);
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.shows("Drawing samples"));
        robot.press("#progress-cancel");
        robot.waitFor(() -> !robot.has("#progress-cancel"));
        assertTrue(run.scores().isEmpty());
        assertFalse(robot.has("#value-fid"));
    }

    @Test
    void problemsAreToldInPlace() throws Exception {
        extractor(Extractor.TORCH_SCRIPT);
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.shows("No TorchScript file is chosen"));
        extractor(Extractor.CLASSIFIER);
        for (Metric metric : EvaluateModel.USUAL) {
            robot.press("#evaluate-metric-" + metric.name().toLowerCase(Locale.ROOT));
        }
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.shows("No metric is chosen"));
    }

    @Test
    void foreignCodeIsOnlyRunWhenThePersonTrustsIt() throws Exception {
        EvaluateForm form = robot.find(".evaluate-form", EvaluateForm.class);
        robot.onFx(() -> form.take(Path.of("/somewhere/bad.pt")));
        assertTrue(robot.shows("No file chosen"));
        robot.onFx(() -> form.take(Path.of("/somewhere/good.pt")));
        assertTrue(robot.shows("good.pt"));
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.shows("good.pt gives no features."));
    }
}
