package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.ClassBalance;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.ExtractorChoice;
import studio.saddlepoint.metrics.Interval;
import studio.saddlepoint.metrics.KnownWeights;
import studio.saddlepoint.metrics.Metric;
import studio.saddlepoint.metrics.Neighbours;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Checkpoint;
import studio.saddlepoint.run.RunFolder;

@ExtendWith(ApplicationExtension.class)
class EvaluatePageTest {
    @TempDir static Path folder;

    private final AtomicReference<EvaluationRequest> asked = new AtomicReference<>();
    private final AtomicReference<Optional<Comparison.Real>> against = new AtomicReference<>();
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
                        measuring(),
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

    private Measuring measuring() {
        return new Measuring() {
            @Override
            public Measured measure(
                    Subject subject,
                    EvaluationRequest request,
                    Optional<Comparison.Real> real,
                    Progress progress)
                    throws InterruptedException {
                return EvaluatePageTest.this.measure(subject, request, real, progress);
            }

            @Override
            public Drawn draw(
                    Subject subject, CurveKind kind, EvaluationRequest request, Progress progress) {
                asked.set(request);
                return new Drawn(
                        1000,
                        new Curve(
                                "FID against N (pixels)",
                                "samples",
                                List.of("fid"),
                                List.of(
                                        new CurvePoint(100, new double[] {30}),
                                        new CurvePoint(200, new double[] {20}))));
            }
        };
    }

    private Measuring.Measured measure(
            Measuring.Subject subject,
            EvaluationRequest request,
            Optional<Comparison.Real> real,
            Progress progress)
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
        against.set(real);
        Picture picture = new Picture(2, 2, new int[4]);
        return new Measuring.Measured(
                1000,
                new EvaluationResult(
                        values,
                        Map.of("recall", new Interval(0.3, 0.4)),
                        Optional.of(
                                new ClassBalance(
                                        List.of("cat", "horse"),
                                        new double[] {0.5, 0.5},
                                        new double[] {0.9, 0.1})),
                        List.of(new Neighbours(picture, List.of(picture), new double[] {0}, 1.5)),
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
        assertTrue(robot.shows("95 % interval: 0.300 to 0.400"));
        assertTrue(robot.shows("horse"));
        assertTrue(robot.shows("An exact copy"));
        assertEquals(Optional.empty(), against.get());
        robot.waitFor(() -> robot.has("#evaluate-export"));
        assertEquals(1, run.scores().size());
        assertEquals(1000, run.scores().get(0).step());
        robot.press("#evaluate-copy");
        String text = robot.ask(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(text.startsWith("FID 23.46, Recall 0.340\nFID (Strokes classifier"), text);
        robot.choose("#evaluate-export", "evaluate-copy-csv");
        String csv = robot.ask(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(csv.contains("1000,averaged,"), csv);
        Path file = folder.resolve("scores.md");
        answers.file(file);
        robot.choose("#evaluate-export", "evaluate-save-md");
        robot.waitFor(() -> Files.exists(file));
        assertTrue(Files.readString(file).contains("0.340 (0.300 to 0.400)"));
    }

    @Test
    void earlierScoreIsShownAgainWithAllThatWasFound() throws Exception {
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.has("#value-fid"));
        robot.onFx(() -> studio.open(run));
        robot.waitFor(() -> robot.has(".table-view") && !robot.has("#value-fid"));
        robot.onFx(
                () -> {
                    TableView<?> table = robot.find(".table-view", TableView.class);
                    table.getSelectionModel().select(0);
                    table.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ENTER,
                                    false,
                                    false,
                                    false,
                                    false));
                });
        robot.waitFor(() -> robot.has("#value-fid"));
        assertTrue(robot.shows("95 % interval: 0.300 to 0.400"));
        assertTrue(robot.shows("biased upwards"));
        assertTrue(robot.shows("horse"));
        assertTrue(robot.shows("An exact copy"));
    }

    @Test
    void weightsThatAreNotHereAreOfferedInsteadOfMeasuring() throws Exception {
        extractor(Extractor.INCEPTION);
        assertTrue(robot.shows("are not on this computer"));
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.has("#weights-download"));
        assertEquals(null, asked.get());
        robot.press("#weights-close");
        robot.waitFor(() -> !robot.has("#weights-download"));
        Files.createDirectories(Home.at(folder).caches().resolve("weights"));
        Files.writeString(
                Home.at(folder)
                        .caches()
                        .resolve("weights")
                        .resolve(KnownWeights.INCEPTION.fileName()),
                "weights");
        try {
            robot.press("#evaluate-run");
            robot.waitFor(() -> robot.has("#value-fid"));
            assertEquals(
                    new ExtractorChoice.Inception(ExtractorChoice.Resize.TENSORFLOW),
                    asked.get().extractor());
        } finally {
            Files.delete(
                    Home.at(folder)
                            .caches()
                            .resolve("weights")
                            .resolve(KnownWeights.INCEPTION.fileName()));
        }
    }

    @Test
    void folderToCompareWithIsAskedForAndLimitsTheMetrics() throws Exception {
        robot.onFx(() -> againsts().setValue(Against.FOLDER));
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.shows("No folder to compare with is chosen"));
        assertTrue(
                robot.ask(
                        () ->
                                robot.find("#evaluate-metric-memorisation", CheckBox.class)
                                        .isDisabled()));
        answers.file(folder);
        robot.press("#evaluate-against-choose");
        robot.press("#evaluate-run");
        robot.waitFor(() -> robot.has("#value-fid"));
        assertEquals(Optional.of(new Comparison.RealFolder(folder)), against.get());
        assertFalse(asked.get().metrics().contains(Metric.MEMORISATION));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Against> againsts() {
        return robot.find("#evaluate-against", ComboBox.class);
    }

    @Test
    void curveIsMeasuredDrawnAndKept() throws Exception {
        robot.press("#evaluate-view-curves");
        robot.waitFor(() -> robot.has("#curve-draw-samples"));
        robot.press("#curve-draw-samples");
        robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
        assertTrue(Files.exists(run.path().resolve("curves").resolve("samples.json")));
        robot.press("#evaluate-view-scores");
        robot.onFx(() -> studio.open(run));
        robot.press("#evaluate-view-curves");
        robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
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
