package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.Statistics;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.torch.TorchEngine;

class EveryMetricTest {
    private static final ToyImages TRAIN = new ToyImages("toy-train", 400, true, 1);
    private static final ToyImages TEST = new ToyImages("toy-test", 300, true, 2);
    private static final ToyImages NEW = new ToyImages("new", 300, true, 3);
    private static final ImageSource FRESH = NEW.generated(order(300));
    private static final int N = 300;

    @TempDir static Path caches;

    private static Evaluator evaluator;

    @BeforeAll
    static void makeEvaluator() {
        TorchEngine.start(Progress.NONE);
        evaluator = new Evaluator(caches);
    }

    @Test
    void measuresAllOfFreshImages() {
        EvaluationResult result = classified(FRESH, EnumSet.allOf(Metric.class));
        List<String> names = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            names.addAll(metric.valueNames());
        }
        names.removeAll(List.of("ppl_z", "ppl_w"));
        RealismScores realism = result.realism().orElseThrow();
        assertEquals(result.values().get("realism"), Statistics.median(realism.scores()), "of all");
        assertEquals(12, realism.least().size());
        assertEquals(
                Arrays.stream(realism.scores()).max().orElseThrow(), realism.most().get(0).score());
        RealismScores.Scored least = realism.least().get(0);
        assertEquals(Arrays.stream(realism.scores()).min().orElseThrow(), least.score());
        assertEquals(realism.scores()[least.index()], least.score());
        assertEquals(names, List.copyOf(result.values().keySet()));
        result.values().forEach((name, value) -> assertTrue(Double.isFinite(value), name));
        Map<String, Double> values = result.values();
        assertTrue(values.get("fid_infinity") < values.get("fid"), values.toString());
        assertEquals(0, values.get("kid"), 4 * values.get("kid_deviation"));
        assertEquals(4, values.get("inception_score"), 0.3);
        assertEquals(1, values.get("mode_coverage"));
        assertEquals(0, values.get("class_kl"), 0.05);
        assertTrue(values.get("fairness") > 0.85, values.toString());
        assertTrue(values.get("density") > 0.6 && values.get("coverage") > 0.8, values.toString());
        assertEquals(1, values.get("memorisation"), 0.15);
        assertTrue(values.get("realism") > 0.8 && values.get("realism") < 3, values.toString());
        assertEquals(
                Set.of(
                        "fid",
                        "precision",
                        "recall",
                        "f1",
                        "density",
                        "coverage",
                        "memorisation",
                        "realism"),
                result.intervals().keySet());
        result.intervals()
                .forEach(
                        (name, interval) -> {
                            double value = values.get(name);
                            assertTrue(
                                    interval.low() <= value && value <= interval.high(),
                                    name + " " + value + " " + interval);
                            assertTrue(interval.low() < interval.high(), name + interval);
                        });
        assertTrue(
                result.how().contains("memorisation against test"),
                "how it was made: " + result.how());
        assertTrue(
                result.warnings().stream().anyMatch(each -> each.contains("takes the generator")),
                result.warnings().toString());
    }

    @Test
    void findsCopiesOfTrainingImages() {
        // A third of the images are copies.
        ImageSource copies = TRAIN.generated(IntStream.range(0, N).toArray());
        ImageSource fresh = FRESH;
        ImageSource mixed =
                new ImageSource() {
                    @Override
                    public studio.saddlepoint.data.ImageShape shape() {
                        return ToyImages.SHAPE;
                    }

                    @Override
                    public float[] images(int from, int count) {
                        float[] pixels = new float[count * ToyImages.SHAPE.pixels()];
                        for (int i = 0; i < count; i++) {
                            ImageSource source = (from + i) % 3 == 0 ? copies : fresh;
                            float[] one = source.images(from + i, 1);
                            System.arraycopy(one, 0, pixels, i * one.length, one.length);
                        }
                        return pixels;
                    }
                };
        EvaluationResult result = classified(mixed, Set.of(Metric.MEMORISATION));
        assertEquals(12, result.neighbours().size());
        for (Neighbours each : result.neighbours()) {
            assertEquals(PairMetrics.NEAREST, each.nearest().size());
            assertEquals(0, each.distances()[0]);
            assertTrue(
                    Arrays.equals(each.generated().argb(), each.nearest().get(0).argb()),
                    "the copied picture itself");
        }
        double all = classified(copies, Set.of(Metric.MEMORISATION)).values().get("memorisation");
        assertEquals(0, all);
    }

    @Test
    void seesWhichClassesAreMissing() {
        int[] ofFirstClass =
                IntStream.range(0, NEW.size()).filter(i -> NEW.label(i) == 0).limit(50).toArray();
        int[] repeated = IntStream.range(0, N).map(i -> ofFirstClass[i % 50]).toArray();
        EvaluationResult result = classified(NEW.generated(repeated), Set.of(Metric.CLASSES));
        assertEquals(0.25, result.values().get("mode_coverage"));
        ClassBalance classes = result.classes().orElseThrow();
        assertEquals(TRAIN.classNames(), classes.names());
        assertEquals(1, classes.generated()[0], 0.02);
        assertEquals(classes.real()[0], result.values().get("fairness"), 0.02);
        assertEquals(-Math.log(classes.real()[0]), result.values().get("class_kl"), 0.1);
    }

    @Test
    void saysWhatAnExtractorWithoutClassesCannotTell() {
        try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
            RealSide reference = RealSide.of(caches, TRAIN, TEST, pixels, N);
            EvaluationResult result =
                    evaluator.evaluate(
                            FRESH,
                            reference,
                            request(Set.of(Metric.INCEPTION_SCORE, Metric.CLASSES, Metric.KID)),
                            pixels,
                            Progress.NONE);
            assertEquals(Set.of("kid", "kid_deviation"), result.values().keySet());
            assertTrue(
                    result.warnings()
                            .contains(
                                    "Inception score, Classes left out: pixels tells no classes. Choose the classifier or Inception-v3."),
                    result.warnings().toString());
            StudioException refused =
                    assertThrows(
                            StudioException.class,
                            () ->
                                    evaluator.evaluate(
                                            FRESH,
                                            reference,
                                            request(Set.of(Metric.CLASSES)),
                                            pixels,
                                            Progress.NONE));
            assertTrue(String.valueOf(refused.getMessage()).contains("tells no classes"));
        }
    }

    @Test
    void comparesWithStatisticsAlone() {
        try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
            RealSide side = RealSide.of(caches, TRAIN, TEST, pixels, N);
            Set<Metric> metrics =
                    Set.of(
                            Metric.FID,
                            Metric.FID_INFINITY,
                            Metric.PRECISION_RECALL,
                            Metric.CLASSES);
            EvaluationResult result =
                    evaluator.evaluate(
                            FRESH, statisticsOf(side), request(metrics), pixels, Progress.NONE);
            assertEquals(Set.of("fid", "fid_infinity"), result.values().keySet());
            double fid =
                    evaluator
                            .evaluate(FRESH, side, request(metrics), pixels, Progress.NONE)
                            .values()
                            .get("fid");
            assertEquals(fid, result.values().get("fid"));
            assertTrue(
                    result.warnings()
                            .contains(
                                    "Precision and recall left out: the reference is statistics alone, without its images."),
                    result.warnings().toString());
            assertTrue(result.how().contains("300 vs published"), result.how());
        }
    }

    private static Reference statisticsOf(Reference side) {
        return new Reference() {
            @Override
            public String label() {
                return "published";
            }

            @Override
            public int count() {
                return 0;
            }

            @Override
            public FeatureStatistics statistics(Progress progress) {
                return side.statistics(progress);
            }

            @Override
            public Optional<Features> features(Progress progress) {
                return Optional.empty();
            }

            @Override
            public Optional<ImageSource> images() {
                return Optional.empty();
            }
        };
    }

    @Test
    void refusesStatisticsOfAnotherExtractorAndTooFewRealImages() {
        try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
            FeatureStatistics small = new FeatureStatistics(9, new double[3], new double[9]);
            Reference other = statisticsOf(fixed(small));
            StudioException refused =
                    assertThrows(
                            StudioException.class,
                            () ->
                                    evaluator.evaluate(
                                            FRESH,
                                            other,
                                            request(Set.of(Metric.FID)),
                                            pixels,
                                            Progress.NONE));
            assertTrue(String.valueOf(refused.getMessage()).contains("of 3 features"));
            RealSide few = RealSide.of(caches, TRAIN, TEST, pixels, 4);
            StudioException none =
                    assertThrows(
                            StudioException.class,
                            () ->
                                    evaluator.evaluate(
                                            FRESH,
                                            few,
                                            request(Set.of(Metric.FID)),
                                            pixels,
                                            Progress.NONE));
            assertTrue(String.valueOf(none.getMessage()).contains("only 4 real images"));
        }
    }

    private static Reference fixed(FeatureStatistics statistics) {
        return new Reference() {
            @Override
            public String label() {
                return "fixed";
            }

            @Override
            public int count() {
                return 0;
            }

            @Override
            public FeatureStatistics statistics(Progress progress) {
                return statistics;
            }

            @Override
            public Optional<Features> features(Progress progress) {
                return Optional.empty();
            }

            @Override
            public Optional<ImageSource> images() {
                return Optional.empty();
            }
        };
    }

    @Test
    void refusesFeaturesThatAreNotNumbers() {
        for (Metric metric :
                List.of(Metric.FID, Metric.PRECISION_RECALL, Metric.KID, Metric.FID_INFINITY)) {
            try (FeatureExtractor broken = new Broken(200)) {
                RealSide reference = RealSide.of(caches, TRAIN, TEST, broken, 100);
                StudioException refused =
                        assertThrows(
                                StudioException.class,
                                () ->
                                        evaluator.evaluate(
                                                FRESH,
                                                reference,
                                                request(Set.of(metric)),
                                                broken,
                                                Progress.NONE));
                assertTrue(
                        String.valueOf(refused.getMessage()).contains("gives NaN as a feature"),
                        refused.getMessage());
            }
        }
    }

    /** Gives NaN from the given image on. */
    private static final class Broken implements FeatureExtractor {
        private final int good;
        private int seen;

        Broken(int good) {
            this.good = good;
        }

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String label() {
            return "broken";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public float[] features(byte[] pixels) {
            float[] features = new float[pixels.length / ToyImages.SHAPE.pixels()];
            for (int i = 0; i < features.length; i++) {
                features[i] = seen < good ? seen * seen % 17 : Float.NaN;
                seen++;
            }
            return features;
        }

        @Override
        public void close() {}
    }

    @Test
    void keepsNoFeaturesWhereStatisticsAreEnough() {
        Set<Metric> metrics = Set.of(Metric.FID);
        try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE);
                GeneratedSide side =
                        new GeneratedSide(
                                new EvaluationRequest(
                                        new ExtractorChoice.Pixels(),
                                        N,
                                        OptionalDouble.empty(),
                                        metrics,
                                        1,
                                        false),
                                metrics,
                                pixels,
                                null)) {
            side.look(FRESH, Progress.NONE);
            assertEquals(0, side.features().count());
            assertEquals(N, side.statistics().count());
        }
    }

    @Test
    void drawsCurvesOverTruncationAndSizes() {
        try (FeatureExtractor classifier =
                Extractors.open(
                        new ExtractorChoice.Classifier(), TRAIN, TEST, caches, Progress.NONE)) {
            RealSide reference = RealSide.of(caches, TRAIN, TEST, classifier, N);
            // The tighter the truncation, the fewer different images.
            Curve curve =
                    new Curves(caches)
                            .overTruncation(
                                    threshold ->
                                            NEW.generated(
                                                    repeating(
                                                            threshold.isEmpty()
                                                                    ? N
                                                                    : (int)
                                                                            (1
                                                                                    + 10
                                                                                            * threshold
                                                                                                    .getAsDouble()))),
                                    reference,
                                    request(Set.of(Metric.FID)),
                                    classifier,
                                    Progress.NONE);
            assertEquals(List.of("precision", "recall", "fairness"), curve.series());
            assertEquals(Curves.THRESHOLDS.length, curve.points().size());
            CurvePoint tight = curve.points().get(0);
            CurvePoint none = curve.points().get(curve.points().size() - 1);
            assertEquals(Double.POSITIVE_INFINITY, none.x());
            assertTrue(tight.values()[1] < 0.2 && none.values()[1] > 0.6, "recall grows");
            assertTrue(tight.values()[2] < none.values()[2], "fairness grows");
            Curve sizes =
                    new Curves(caches)
                            .againstN(
                                    FRESH,
                                    reference,
                                    request(Set.of(Metric.FID)),
                                    classifier,
                                    Progress.NONE);
            assertEquals(FidInfinity.SIZES, sizes.points().size());
            assertEquals(60, sizes.points().get(0).x());
            assertEquals(N, sizes.points().get(14).x());
            assertTrue(
                    sizes.points().get(0).values()[0] > sizes.points().get(14).values()[0],
                    "FID falls with N");
            assertTrue(sizes.title().contains("FID∞ = "), sizes.title());
            assertEquals(
                    evaluator
                            .evaluate(
                                    FRESH,
                                    reference,
                                    request(Set.of(Metric.FID)),
                                    classifier,
                                    Progress.NONE)
                            .values()
                            .get("fid"),
                    sizes.points().get(14).values()[0],
                    1e-8);
        }
    }

    @Test
    void everyMetricSaysWhatItIs() {
        Set<String> names = new HashSet<>();
        for (Metric metric : Metric.values()) {
            assertFalse(metric.label().isBlank());
            assertTrue(metric.meaning().endsWith("."), metric.meaning());
            assertFalse(metric.valueNames().isEmpty());
            metric.valueNames().forEach(name -> assertTrue(names.add(name), name));
        }
    }

    private static EvaluationResult classified(ImageSource images, Set<Metric> metrics) {
        try (FeatureExtractor classifier =
                Extractors.open(
                        new ExtractorChoice.Classifier(), TRAIN, TEST, caches, Progress.NONE)) {
            RealSide reference = RealSide.of(caches, TRAIN, TEST, classifier, N);
            return evaluator.evaluate(
                    images, reference, request(metrics), classifier, Progress.NONE);
        }
    }

    private static EvaluationRequest request(Set<Metric> metrics) {
        return new EvaluationRequest(
                new ExtractorChoice.Classifier(), N, OptionalDouble.empty(), metrics, 1);
    }

    private static int[] order(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static int[] repeating(int different) {
        return IntStream.range(0, N).map(i -> i % different).toArray();
    }
}
