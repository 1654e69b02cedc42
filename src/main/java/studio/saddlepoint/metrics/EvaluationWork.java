package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.extractor.Classifiers;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.metric.ClassesMetric;
import studio.saddlepoint.metrics.metric.DensityCoverageMetric;
import studio.saddlepoint.metrics.metric.FidInfinityMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.PathLengthMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.RealismMetric;
import studio.saddlepoint.metrics.metric.SlicedWassersteinMetric;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.pace.Part;
import studio.saddlepoint.metrics.pace.Work;

/**
 * The parts of an evaluation with the seconds that they usually take. The formulas follow the
 * arithmetic (images, pairs of images, cubes of features); their factors were measured on two cores
 * that did nothing else. {@link Paces} sets them right for the computer at hand.
 */
public final class EvaluationWork {
    private static final int SMALLEST_CONVOLVED = 4;

    /** Opening the data set, which comes before the rest can be planned. */
    static final Part OPENED = new Part(Work.OPENING, "", 0.5);

    private static final double LEARNING_PER_PIXEL = 4e-7;
    private static final double GENERATOR_PER_PIXEL = 1.2e-7;
    private static final double SOME_MATRICES = 0.05;
    private static final double CUBE = 2e-10;
    private static final double INFLUENCE = 1e-10;
    private static final double KERNEL = 2e-8;
    private static final double PER_PRODUCT = 2.7e-11;
    private static final double PAIR = 7e-8;
    private static final double PROJECTED = 5e-7;

    private final Situation situation;
    private final EvaluationRequest request;
    private final Set<Metric> metrics;
    private final int reals;
    private final int features;
    private final String look;
    private final double lookSeconds;

    private EvaluationWork(Situation situation, EvaluationRequest request, int reals) {
        this.situation = situation;
        this.request = request;
        this.metrics = request.metrics();
        this.reals = Math.max(1, reals);
        this.features = Extractors.dimension(request.extractor(), situation.shape());
        this.look = look(request.extractor(), situation.shape());
        this.lookSeconds = Extractors.usualSeconds(request.extractor(), situation.shape());
    }

    /**
     * An evaluation against a part of a data set.
     *
     * @param situation what is there
     * @param request what is asked for
     * @param against which part
     */
    public static List<Part> of(Situation situation, EvaluationRequest request, Split against) {
        int there = against == Split.TRAIN ? situation.train() : situation.heldOut();
        return new EvaluationWork(situation, request, Math.min(request.samples(), there)).parts();
    }

    /** An evaluation against any number of real images, by an extractor that is open. */
    static List<Part> of(Situation situation, EvaluationRequest request, int reals) {
        return new EvaluationWork(situation, request, reals).measuring();
    }

    /** The share that opening the data set takes, by all that is known before. */
    static double opening(Snapshot snapshot, EvaluationRequest request, Paces paces) {
        int n = request.samples();
        Situation guess =
                new Situation(
                        snapshot.shape(), n, n, 0, true, Situation.generator(snapshot.recipe()));
        double opening = paces.seconds(OPENED);
        return opening / (opening + paces.seconds(of(guess, request, Split.TRAIN)));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (request.extractor() instanceof ExtractorChoice.Classifier
                && !situation.classifierKept()) {
            ImageShape shape = situation.shape();
            parts.add(
                    new Part(
                            Work.LEARNING,
                            look,
                            LEARNING_PER_PIXEL
                                    * shape.height()
                                    * shape.width()
                                    * Classifiers.imagesToLearn(situation.labelled())));
        }
        request.keep().ifPresent(keep -> parts.add(choosing(keep)));
        parts.addAll(measuring());
        return parts;
    }

    private Part choosing(KeepBest keep) {
        double seconds = keep.candidates(request.samples()) * (generator() + lookSeconds);
        return new Part(
                Work.CHOOSING,
                keep.by().name().toLowerCase(Locale.ROOT) + ' ' + samples(),
                seconds);
    }

    private List<Part> measuring() {
        List<Part> parts = new ArrayList<>();
        int n = request.samples();
        boolean distance =
                metrics.contains(FidMetric.FID) || metrics.contains(FidInfinityMetric.FID_INFINITY);
        boolean pairs = metrics.stream().anyMatch(each -> each.needs(Metric.Need.ALL_FEATURES));
        double cube = SOME_MATRICES + CUBE * features * features * features;
        if (pairs || distance || metrics.contains(ClassesMetric.CLASSES)) {
            parts.add(new Part(Work.REAL, look, reals * lookSeconds));
        }
        if (distance) {
            parts.add(new Part(Work.PREPARING, "", cube));
        }
        double sizes =
                metrics.contains(FidInfinityMetric.FID_INFINITY) ? FidInfinity.SIZES * cube : 0;
        parts.add(new Part(Work.SAMPLES, samples(), n * (generator() + lookSeconds) + sizes));
        if (metrics.contains(FidMetric.FID)) {
            double interval =
                    request.intervals()
                            ? INFLUENCE * Math.min(n, Bootstrap.FRECHET_ROWS) * features * features
                            : 0;
            parts.add(new Part(Work.DISTANCE, "", cube + interval));
        }
        if (pairs) {
            addPairs(parts, n);
        }
        for (Work paths : List.of(Work.PATHS_Z, Work.PATHS_W)) {
            if (metrics.contains(
                    paths == Work.PATHS_Z ? PathLengthMetric.PPL_Z : PathLengthMetric.PPL_W)) {
                parts.add(new Part(paths, samples(), 2 * n * (generator() + lookSeconds)));
            }
        }
        return parts;
    }

    private void addPairs(List<Part> parts, double n) {
        double product = PER_PRODUCT * features;
        if (metrics.contains(KidMetric.KID)) {
            double size = KernelDistance.subsetSize(reals, (int) n);
            parts.add(
                    new Part(
                            Work.KID,
                            "",
                            2 * KernelDistance.SUBSETS * size * size * (KERNEL + product)));
        }
        if (metrics.contains(SlicedWassersteinMetric.SLICED_WASSERSTEIN)) {
            double equal = Math.min(n, reals);
            parts.add(
                    new Part(
                            Work.SLICED,
                            "",
                            SlicedWasserstein.DIRECTIONS * equal * (PROJECTED + 2 * product)));
        }
        boolean inside = metrics.contains(PrecisionRecallMetric.PRECISION_RECALL);
        boolean memory = metrics.contains(MemorisationMetric.MEMORISATION);
        if (inside
                || memory
                || metrics.contains(DensityCoverageMetric.DENSITY_COVERAGE)
                || metrics.contains(RealismMetric.REALISM)) {
            double count = (double) reals * reals + (inside ? n * n : 0) + n * reals;
            parts.add(new Part(Work.NEIGHBOURS, "", count * (PAIR + product)));
        }
        int heldOut = Math.min(situation.heldOut(), reals);
        if (memory && heldOut > 0) {
            double count = 2.0 * n * heldOut;
            parts.add(
                    new Part(
                            Work.HELD_OUT, look, heldOut * lookSeconds + count * (PAIR + product)));
        }
    }

    private String samples() {
        return situation.generator() + ' ' + look;
    }

    private double generator() {
        return generator(situation.shape());
    }

    private static double generator(ImageShape shape) {
        return GENERATOR_PER_PIXEL * shape.pixels();
    }

    /** An extractor that needs neither labels nor a download. */
    static ExtractorChoice simple(ImageShape shape) {
        return Math.min(shape.height(), shape.width()) < SMALLEST_CONVOLVED
                ? new ExtractorChoice.Pixels()
                : new ExtractorChoice.RandomConvolution(1);
    }

    /** Some samples, seen by an extractor. */
    static Part samples(ExtractorChoice choice, ImageShape shape, String generator, int count) {
        return new Part(
                Work.SAMPLES,
                generator + ' ' + look(choice, shape),
                count * (generator(shape) + Extractors.usualSeconds(choice, shape)));
    }

    /** What the speed of looking at an image depends on. */
    private static String look(ExtractorChoice choice, ImageShape shape) {
        return String.format(
                Locale.ROOT,
                "%s %dx%dx%d",
                choice.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                shape.width(),
                shape.height(),
                shape.channels());
    }
}
