package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.ExtractorChoice;
import studio.saddlepoint.metrics.Metric;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.ScoreCard;

/** Measures a run's generator and keeps the score with the run. */
@Command(
        name = "evaluate",
        description = "Measures a run's generator and keeps the score with the run.")
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;
    private final Home home;

    @Mixin private SnapshotOptions options = new SnapshotOptions();

    @Option(
            names = "--metrics",
            paramLabel = "M",
            split = ",",
            defaultValue = "fid,pr",
            description =
                    "What to measure: fid, pr (precision, recall, F1); default: ${DEFAULT-VALUE}.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "2048",
            description = "How many pictures; default: ${DEFAULT-VALUE}.")
    private int count = 2048;

    @Option(
            names = "--extractor",
            paramLabel = "E",
            defaultValue = "classifier",
            description =
                    "What features are compared: classifier (trained on the data set), pixels, or a TorchScript file. Such a file is code: use only those you trust. Default: ${DEFAULT-VALUE}.")
    private String extractor = "classifier";

    EvaluateCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        EvaluationRequest request = request();
        RunFolder run = options.folder(home);
        try (Snapshot snapshot = options.open(run, console)) {
            EvaluationResult result =
                    new Evaluator(home.caches())
                            .evaluate(snapshot, run.recipe().data(), request, console);
            run.saveScore(
                    new ScoreCard(
                            Instant.now(),
                            snapshot.step(),
                            ScoreCard.weights(snapshot.averaged()),
                            result.how(),
                            result.values()));
            result.warnings().forEach(console::note);
            console.result(document(run, snapshot, result), text(snapshot, result));
            return Main.DONE;
        }
    }

    private EvaluationRequest request() {
        try {
            return new EvaluationRequest(
                    extractor(), count, options.truncation(), metrics(), options.seed());
        } catch (BadUse e) {
            throw e;
        } catch (StudioException e) {
            throw new BadUse(e);
        }
    }

    private Set<Metric> metrics() {
        Set<Metric> chosen = EnumSet.noneOf(Metric.class);
        for (String each : metrics) {
            switch (each.strip().toLowerCase(Locale.ROOT)) {
                case "fid" -> chosen.add(Metric.FID);
                case "pr" -> chosen.add(Metric.PRECISION_RECALL);
                default ->
                        throw new BadUse(
                                "--metrics has \"" + each.strip() + "\": there are fid and pr.");
            }
        }
        return chosen;
    }

    private ExtractorChoice extractor() {
        if (extractor.equals("classifier")) {
            return new ExtractorChoice.Classifier();
        } else if (extractor.equals("pixels")) {
            return new ExtractorChoice.Pixels();
        }
        try {
            Path file = Path.of(extractor);
            if (Files.isRegularFile(file)) {
                return new ExtractorChoice.TorchScript(file);
            }
        } catch (InvalidPathException e) {
            throw noExtractor();
        }
        throw noExtractor();
    }

    private BadUse noExtractor() {
        return new BadUse(
                "--extractor is \""
                        + extractor
                        + "\": it must be classifier, pixels, or a TorchScript file that is there.");
    }

    private static Map<String, Object> document(
            RunFolder run, Snapshot snapshot, EvaluationResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", run.path().toString());
        document.put("step", snapshot.step());
        document.put("averaged", snapshot.averaged());
        document.put("how", result.how());
        document.put("values", result.values());
        document.put("seconds", result.took().toMillis() / 1000.0);
        document.put("warnings", result.warnings());
        return document;
    }

    private static String text(Snapshot snapshot, EvaluationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(snapshot.label() + ": " + result.how());
        result.values()
                .forEach(
                        (name, value) ->
                                lines.add(
                                        String.format(
                                                Locale.ENGLISH, "  %-10s %.4g", name, value)));
        lines.add("  took " + Durations.text(result.took()));
        return String.join(System.lineSeparator(), lines);
    }
}
