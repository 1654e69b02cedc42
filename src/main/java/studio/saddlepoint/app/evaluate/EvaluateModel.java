package studio.saddlepoint.app.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.Measuring.Measured;
import studio.saddlepoint.app.evaluate.Measuring.Subject;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.ExtractorChoice;
import studio.saddlepoint.metrics.ExtractorChoice.Resize;
import studio.saddlepoint.metrics.Metric;
import studio.saddlepoint.metrics.WeightStore;
import studio.saddlepoint.run.Event;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.ScoreCard;

/** What the Evaluate page shows and does. Knows no controls; for the FX thread. */
final class EvaluateModel {
    /** What is asked for unless a person says otherwise: what takes little more than FID. */
    static final Set<Metric> USUAL =
            EnumSet.of(
                    Metric.FID,
                    Metric.KID,
                    Metric.PRECISION_RECALL,
                    Metric.DENSITY_COVERAGE,
                    Metric.CLASSES,
                    Metric.MEMORISATION);

    /**
     * A finished evaluation.
     *
     * @param run of which run
     * @param step of which step
     * @param averaged of which weights
     * @param result the numbers
     */
    record Finished(OpenRun run, long step, boolean averaged, EvaluationResult result) {
        /** What was measured, in words. */
        String subject() {
            return Messages.text(
                    averaged ? "evaluate.subject.averaged" : "evaluate.subject.raw",
                    run.folder().recipe().title(),
                    Texts.count(step));
        }
    }

    private final StudioModel studio;
    private final Measuring measuring;
    private final ObjectProperty<Extractor> kind = new SimpleObjectProperty<>(Extractor.CLASSIFIER);
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ObjectProperty<Against> against = new SimpleObjectProperty<>(Against.TRAIN);
    private final ObjectProperty<@Nullable Path> reference = new SimpleObjectProperty<>();
    private final IntegerProperty samples = new SimpleIntegerProperty(2048);
    private final DoubleProperty threshold = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
    private final ObjectProperty<Resize> resize = new SimpleObjectProperty<>(Resize.TENSORFLOW);
    private final LongProperty randomSeed = new SimpleLongProperty();
    private final ReadOnlyBooleanWrapper weightsHere = new ReadOnlyBooleanWrapper(true);
    private final Map<Metric, BooleanProperty> wanted = new EnumMap<>(Metric.class);
    private final WeightStore weights;
    private final ReadOnlyObjectWrapper<@Nullable RunningTask<Measured>> running =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Finished> finished =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<ScoreGroup> groups = FXCollections.observableArrayList();

    EvaluateModel(StudioModel studio, Measuring measuring) {
        this.studio = studio;
        this.measuring = measuring;
        this.weights = new WeightStore(studio.home().caches());
        for (Metric each : Metric.values()) {
            wanted.put(each, new SimpleBooleanProperty(USUAL.contains(each)));
        }
        kind.addListener((p, old, now) -> lookForWeights());
        studio.openRunProperty()
                .addListener(
                        (p, old, now) -> {
                            finished.set(null);
                            problem.set("");
                            groups.clear();
                            refresh();
                        });
    }

    /** What turns pictures into features. */
    ObjectProperty<Extractor> kindProperty() {
        return kind;
    }

    /** The TorchScript file, once it was chosen and trusted. */
    ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    /** How many pictures to draw. */
    IntegerProperty samplesProperty() {
        return samples;
    }

    /** Truncation; infinite for none. */
    DoubleProperty thresholdProperty() {
        return threshold;
    }

    /** How Inception-v3 gets its pictures. */
    ObjectProperty<Resize> resizeProperty() {
        return resize;
    }

    /** Decides the weights of random convolutions. */
    LongProperty randomSeedProperty() {
        return randomSeed;
    }

    /** Whether the extractor's weights are on this computer; so for those that need none. */
    ReadOnlyBooleanProperty weightsHereProperty() {
        return weightsHere.getReadOnlyProperty();
    }

    /** Looks again whether the extractor's weights are here. */
    void lookForWeights() {
        weightsHere.set(
                kind.get().weights().map(each -> weights.find(each).isPresent()).orElse(true));
    }

    /** Whether a metric is asked for. */
    BooleanProperty wantedProperty(Metric metric) {
        BooleanProperty property = wanted.get(metric);
        if (property == null) {
            throw new IllegalArgumentException(metric.name());
        }
        return property;
    }

    /** Asks for every metric, or for the usual ones. */
    void wantAll(boolean all) {
        wanted.forEach((metric, property) -> property.set(all || USUAL.contains(metric)));
    }

    /** The evaluation in progress. */
    ReadOnlyObjectProperty<@Nullable RunningTask<Measured>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The evaluation that was finished last. */
    ReadOnlyObjectProperty<@Nullable Finished> finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    /** Why the last one failed; empty when it did not. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Earlier scores of the open run, grouped by how they were made. */
    ObservableList<ScoreGroup> groups() {
        return groups;
    }

    /** What samples are compared with. */
    ObjectProperty<Against> againstProperty() {
        return against;
    }

    /** The folder or file to compare with, once it was chosen. */
    ObjectProperty<@Nullable Path> referenceProperty() {
        return reference;
    }

    /** What to compare with; empty for the run's own training data. */
    Optional<Comparison.Real> real() {
        Path chosen = reference.get();
        return switch (against.get()) {
            case TRAIN -> Optional.empty();
            case FOLDER -> {
                if (chosen == null || !Files.isDirectory(chosen)) {
                    throw new StudioException(Messages.text("evaluate.against.missing.folder"));
                }
                yield Optional.of(new Comparison.RealFolder(chosen));
            }
            case STATISTICS -> {
                if (chosen == null || Files.isDirectory(chosen)) {
                    throw new StudioException(Messages.text("evaluate.against.missing.statistics"));
                }
                yield Optional.of(new Comparison.RealStatistics(chosen));
            }
        };
    }

    /** Whether a metric can be measured as the form stands. */
    boolean possible(Metric metric) {
        return against.get().allows(metric, kind.get());
    }

    /** What the form asks for, as far as it is possible. */
    EvaluationRequest request() {
        return request(
                wanted.keySet().stream()
                        .filter(each -> wantedProperty(each).get() && possible(each))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** What the form asks for, with other metrics. */
    EvaluationRequest request(Set<Metric> metrics) {
        return new EvaluationRequest(
                extractor(),
                samples.get(),
                Double.isInfinite(threshold.get())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(threshold.get()),
                metrics,
                1);
    }

    private ExtractorChoice extractor() {
        Path chosen = file.get();
        return switch (kind.get()) {
            case CLASSIFIER -> new ExtractorChoice.Classifier();
            case INCEPTION -> new ExtractorChoice.Inception(resize.get());
            case VGG -> new ExtractorChoice.Vgg();
            case RANDOM -> new ExtractorChoice.RandomConvolution(randomSeed.get());
            case PIXELS -> new ExtractorChoice.Pixels();
            case TORCH_SCRIPT -> {
                if (chosen == null) {
                    throw new StudioException(Messages.text("evaluate.file.missing"));
                }
                yield new ExtractorChoice.TorchScript(chosen);
            }
        };
    }

    /** Measures; what goes wrong is told by {@link #problemProperty()}. */
    void run(Subject subject) {
        problem.set("");
        EvaluationRequest request;
        Optional<Comparison.Real> real;
        try {
            request = request();
            real = real();
        } catch (StudioException e) {
            problem.set(Problems.describe(e));
            return;
        }
        RunFolder folder = subject.run().folder();
        RunningTask<Measured> task =
                studio.tasks()
                        .run(
                                Messages.text("evaluate.task", folder.recipe().title()),
                                progress -> {
                                    Measured measured =
                                            measuring.measure(subject, request, real, progress);
                                    ScoreCard card = card(measured, subject.averaged());
                                    folder.saveScore(card);
                                    KeptDetails.save(folder, card, measured.result());
                                    return measured;
                                });
        running.set(task);
        task.onDone(measured -> done(subject, measured))
                .onFailed(
                        error -> {
                            running.set(null);
                            problem.set(Problems.describe(error));
                        })
                .onCancelled(() -> running.set(null));
    }

    private static ScoreCard card(Measured measured, boolean averaged) {
        EvaluationResult result = measured.result();
        return new ScoreCard(
                Instant.now(),
                measured.step(),
                ScoreCard.weights(averaged),
                result.how(),
                Scores.of(result));
    }

    private void done(Subject subject, Measured measured) {
        running.set(null);
        if (subject.run() == studio.openRunProperty().get()) {
            finished.set(
                    new Finished(
                            subject.run(), measured.step(), subject.averaged(), measured.result()));
            refresh();
        }
    }

    /** Shows an earlier score again, with what is kept of it; reads that in the background. */
    void show(ScoreCard card) {
        OpenRun run = studio.openRunProperty().get();
        if (run == null) {
            return;
        }
        CompletableFuture.supplyAsync(() -> KeptDetails.load(run.folder(), card))
                .thenAcceptAsync(
                        result -> {
                            if (run == studio.openRunProperty().get()) {
                                problem.set("");
                                boolean averaged = card.weights().equals(ScoreCard.weights(true));
                                finished.set(new Finished(run, card.step(), averaged, result));
                            }
                        },
                        studio.ui());
    }

    /** Reads the open run's scores again, in the background. */
    void refresh() {
        OpenRun run = studio.openRunProperty().get();
        if (run == null) {
            return;
        }
        List<Event.Scored> quick = List.copyOf(run.history().scores());
        CompletableFuture.supplyAsync(run.folder()::scores)
                .whenCompleteAsync(
                        (kept, error) -> {
                            if (run != studio.openRunProperty().get()) {
                                return;
                            }
                            if (error == null) {
                                groups.setAll(ScoreGroup.of(together(kept, quick)));
                            } else {
                                problem.set(Problems.describe(error));
                            }
                        },
                        studio.ui());
    }

    /** Scores kept with the run, and those that its training told of. */
    private static List<ScoreCard> together(List<ScoreCard> kept, List<Event.Scored> quick) {
        List<ScoreCard> all = new ArrayList<>(kept);
        quick.stream()
                .map(
                        each ->
                                new ScoreCard(
                                        each.time(),
                                        each.step(),
                                        each.weights(),
                                        each.how(),
                                        each.values()))
                .filter(
                        each ->
                                kept.stream()
                                        .noneMatch(
                                                other ->
                                                        other.step() == each.step()
                                                                && other.how().equals(each.how())))
                .forEach(all::add);
        return all;
    }
}
