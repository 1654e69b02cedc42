package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.FrechetDistance;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.distribution.Statistics;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.Spread;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.metric.ClassesMetric;
import studio.saddlepoint.metrics.metric.DensityCoverageMetric;
import studio.saddlepoint.metrics.metric.Doubts;
import studio.saddlepoint.metrics.metric.FidInfinityMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.InceptionScoreMetric;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.PathLengthMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.RealismMetric;
import studio.saddlepoint.metrics.metric.SlicedWassersteinMetric;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.Memorisation;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.metrics.pace.Stages;
import studio.saddlepoint.metrics.pace.Work;

/** One evaluation: looks at both sides once and computes what is asked for. */
final class Measurement {
    private static final Map<Metric, PairMetrics.Part> OVER_NEIGHBOURS =
            Map.of(
                    PrecisionRecallMetric.PRECISION_RECALL, PairMetrics.Part.PRECISION_RECALL,
                    DensityCoverageMetric.DENSITY_COVERAGE, PairMetrics.Part.DENSITY_COVERAGE,
                    MemorisationMetric.MEMORISATION, PairMetrics.Part.NEAREST,
                    RealismMetric.REALISM, PairMetrics.Part.REALISM);

    private final ImageSource images;
    private final Reference reference;
    private final EvaluationRequest request;
    private final FeatureExtractor extractor;
    private final Set<Metric> metrics;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Interval> intervals = new LinkedHashMap<>();
    private Optional<ClassBalance> classes = Optional.empty();
    private List<Neighbours> neighbours = List.of();
    private Optional<RealismScores> realism = Optional.empty();
    private OptionalDouble diversity = OptionalDouble.empty();
    private OptionalDouble realCopies = OptionalDouble.empty();
    private OptionalDouble fakeCopies = OptionalDouble.empty();
    private OptionalDouble distance = OptionalDouble.empty();
    private OptionalDouble confidence = OptionalDouble.empty();
    private OptionalDouble lineEnd = OptionalDouble.empty();

    /**
     * Nothing measured yet.
     *
     * @param metrics what to measure, all of it possible
     */
    Measurement(
            ImageSource images,
            Reference reference,
            EvaluationRequest request,
            FeatureExtractor extractor,
            Set<Metric> metrics) {
        this.images = images;
        this.reference = reference;
        this.request = request;
        this.extractor = extractor;
        this.metrics = metrics;
    }

    /** Measures everything. */
    void run(Stages stages) {
        Progress looking = stages.begin(Work.REAL);
        Optional<Features> real =
                metrics.stream().anyMatch(each -> each.needs(Metric.Need.ALL_FEATURES))
                        ? reference.features(looking)
                        : Optional.empty();
        Optional<double[]> shares =
                metrics.contains(ClassesMetric.CLASSES)
                        ? reference.classShares(looking)
                        : Optional.empty();
        boolean distances =
                metrics.contains(FidMetric.FID) || metrics.contains(FidInfinityMetric.FID_INFINITY);
        if (distances) {
            FeatureStatistics expected = reference.statistics(looking);
            checkDimension(expected);
            Progress preparing = stages.begin(Work.PREPARING);
            preparing.report("Preparing the Fréchet distance", 0);
            if (metrics.contains(FidInfinityMetric.FID_INFINITY) || request.intervals()) {
                try (FrechetReference prepared = new FrechetReference(expected)) {
                    measure(real, shares, expected, prepared, stages);
                }
            } else {
                measure(real, shares, expected, null, stages);
            }
        } else {
            measure(real, shares, null, null, stages);
        }
        stages.end();
        looking.checkCancelled();
    }

    private void checkDimension(FeatureStatistics expected) {
        if (expected.dimension() != extractor.dimension()) {
            throw new StudioException(
                    English.of(
                            "The statistics %s are of %,d features, but %s gives %,d. Choose the extractor that they were made with.",
                            reference.label(),
                            expected.dimension(),
                            extractor.label(),
                            extractor.dimension()));
        }
    }

    private void measure(
            Optional<Features> real,
            Optional<double[]> shares,
            @Nullable FeatureStatistics expected,
            @Nullable FrechetReference prepared,
            Stages stages) {
        try (GeneratedFeatures generated =
                new GeneratedFeatures(request, metrics, extractor, prepared)) {
            generated.look(images, stages.begin(Work.SAMPLES));
            compare(
                    generated.spread(),
                    expected == null ? reference.spread() : Optional.of(expected.spread()));
            if (expected != null && metrics.contains(FidMetric.FID)) {
                fid(generated, expected, prepared, stages.begin(Work.DISTANCE));
            }
            if (metrics.contains(FidInfinityMetric.FID_INFINITY)) {
                double end = generated.fidInfinity().value();
                lineEnd = Doubts.lineEnd(end);
                values.put("fid_infinity", Math.max(0, end));
            }
            if (metrics.contains(InceptionScoreMetric.INCEPTION_SCORE)) {
                InceptionScore score = generated.inceptionScore();
                values.put("inception_score", score.mean());
                values.put("inception_score_deviation", score.deviation());
            }
            shares.ifPresent(found -> classes(found, generated));
            if (real.isPresent()) {
                pairs(real.get(), generated.features(), stages);
            }
        }
        if (metrics.contains(PathLengthMetric.PPL_Z)) {
            pathLength("ppl_z", PathLengths.Space.Z, stages.begin(Work.PATHS_Z));
        }
        if (metrics.contains(PathLengthMetric.PPL_W)) {
            pathLength("ppl_w", PathLengths.Space.W, stages.begin(Work.PATHS_W));
        }
    }

    private void fid(
            GeneratedFeatures generated,
            FeatureStatistics expected,
            @Nullable FrechetReference prepared,
            Progress progress) {
        progress.report("Computing the Fréchet distance", 0);
        double fid = FrechetDistance.between(expected, generated.statistics());
        values.put("fid", fid);
        if (prepared != null && request.intervals()) {
            progress.report("Computing its interval", 0.5);
            Features features = generated.features();
            Features some = features.first(Math.min(Bootstrap.FRECHET_ROWS, features.count()));
            intervals.put("fid", Bootstrap.ofDistance(prepared, generated.statistics(), some, fid));
        }
    }

    /** Looks whether the generated images are all alike, or nothing like the real ones. */
    private void compare(Spread fake, Optional<Spread> real) {
        if (real.filter(each -> each.squaredDistance() > 0).isPresent()) {
            diversity = OptionalDouble.of(fake.comparedWith(real.get()));
            if (metrics.contains(ClassesMetric.CLASSES)) {
                distance = OptionalDouble.of(fake.awayFrom(real.get()));
            }
        } else if (real.isEmpty() && fake.squaredDistance() == 0) {
            diversity = OptionalDouble.of(0); // whatever the real ones are
        }
    }

    private void classes(double[] real, GeneratedFeatures generated) {
        ClassBalance balance =
                new ClassBalance(extractor.classNames(), real, generated.classShares());
        OptionalDouble sure = reference.classConfidence();
        if (sure.isPresent()) {
            confidence = OptionalDouble.of(generated.classConfidence() / sure.getAsDouble());
        }
        int seen = reference.count() > 0 ? reference.count() : request.samples();
        values.put("mode_coverage", balance.modeCoverage());
        values.put("class_kl", balance.divergence(0.5 / seen));
        values.put("fairness", balance.fairness());
        classes = Optional.of(balance);
    }

    private void pairs(Features real, Features fake, Stages stages) {
        if (metrics.contains(KidMetric.KID)) {
            KernelDistance kid =
                    KernelDistance.of(real, fake, request.seed(), stages.begin(Work.KID));
            values.put("kid", kid.mean());
            values.put("kid_deviation", kid.deviation());
        }
        if (metrics.contains(SlicedWassersteinMetric.SLICED_WASSERSTEIN)) {
            slicedWasserstein(real, fake, stages.begin(Work.SLICED));
        }
        if (metrics.stream().anyMatch(OVER_NEIGHBOURS::containsKey)) {
            neighbours(real, fake, stages);
        }
    }

    private void slicedWasserstein(Features real, Features fake, Progress progress) {
        int equal = Math.min(real.count(), fake.count());
        double[][] directions =
                SlicedWasserstein.directions(
                        SlicedWasserstein.DIRECTIONS, real.dimension(), request.seed());
        values.put(
                "sliced_wasserstein",
                SlicedWasserstein.distance(
                        real.first(equal),
                        fake.first(equal),
                        directions,
                        SlicedWasserstein.EXPONENT,
                        progress));
    }

    private void neighbours(Features real, Features fake, Stages stages) {
        Set<PairMetrics.Part> parts = EnumSet.noneOf(PairMetrics.Part.class);
        metrics.stream()
                .filter(OVER_NEIGHBOURS::containsKey)
                .map(OVER_NEIGHBOURS::get)
                .forEach(parts::add);
        PairMetrics found = PairMetrics.of(real, fake, parts, stages.begin(Work.NEIGHBOURS));
        realCopies = OptionalDouble.of(found.realCopies());
        fakeCopies = found.fakeCopies();
        long seed = request.seed();
        if (metrics.contains(PrecisionRecallMetric.PRECISION_RECALL)) {
            PrecisionRecall.Membership membership = found.membership();
            PrecisionRecall shares = membership.shares();
            values.put("precision", shares.precision());
            values.put("recall", shares.recall());
            values.put("f1", shares.f1());
            if (request.intervals()) {
                boolean[] fakes = membership.fakeInside();
                boolean[] reals = membership.realInside();
                intervals.put("precision", Bootstrap.ofShare(fakes, seed));
                intervals.put("recall", Bootstrap.ofShare(reals, seed));
                intervals.put("f1", Bootstrap.ofHarmonicMean(fakes, reals, seed));
            }
        }
        if (metrics.contains(DensityCoverageMetric.DENSITY_COVERAGE)) {
            DensityCoverage.Counting counting = found.counting();
            values.put("density", counting.result().density());
            values.put("coverage", counting.result().coverage());
            if (request.intervals()) {
                intervals.put("density", Bootstrap.ofMean(counting.densities(), seed));
                intervals.put("coverage", Bootstrap.ofShare(counting.covered(), seed));
            }
        }
        if (metrics.contains(RealismMetric.REALISM)) {
            median("realism", found.realism());
            realism = Optional.of(RealismScores.of(found.realism(), images));
        }
        if (metrics.contains(MemorisationMetric.MEMORISATION)) {
            memorisation(real, fake, found, stages.begin(Work.HELD_OUT));
        }
    }

    private void memorisation(Features real, Features fake, PairMetrics found, Progress progress) {
        Optional<Features> heldOut =
                reference.heldOut().flatMap(other -> other.features(progress.part(0, 0.4)));
        double[] suspicion = new double[fake.count()];
        if (heldOut.isPresent()) {
            suspicion = Memorisation.ratios(real, heldOut.get(), fake, progress.part(0.4, 1));
            median("memorisation", suspicion);
        } else {
            for (int f = 0; f < suspicion.length; f++) {
                double reach = found.neighbourReach(f);
                double distance = found.nearestDistances(f)[0];
                suspicion[f] = distance == 0 ? 0 : distance / reach;
            }
        }
        Optional<ImageSource> pictures = reference.images();
        if (pictures.isPresent()) {
            neighbours = NeighbourPictures.of(images, pictures.get(), found, suspicion);
        }
    }

    private void pathLength(String name, PathLengths.Space space, Progress progress) {
        double[] distances =
                PathLengths.ofLatentCodes(
                        space,
                        (LatentImages) images,
                        extractor,
                        request.samples(),
                        request.seed(),
                        progress);
        values.put(name, PathLengths.mean(distances));
        if (request.intervals()) {
            intervals.put(name, Bootstrap.of(distances, PathLengths::mean, request.seed()));
        }
    }

    private void median(String name, double[] each) {
        values.put(name, Statistics.median(each));
        if (request.intervals()) {
            intervals.put(name, Bootstrap.of(each, Statistics::median, request.seed()));
        }
    }

    /** What was measured, in the order of the metrics. */
    Map<String, Double> values() {
        Map<String, Double> sorted = new LinkedHashMap<>();
        for (Metric metric : Metrics.ALL) {
            for (String name : metric.valueNames()) {
                Double value = values.get(name);
                if (value != null) {
                    sorted.put(name, value);
                }
            }
        }
        return sorted;
    }

    /** Intervals of some of the values. */
    Map<String, Interval> intervals() {
        return intervals;
    }

    /** The class histogram, where it was asked for. */
    Optional<ClassBalance> classes() {
        return classes;
    }

    /** The most suspicious samples with their nearest real images, where they were asked for. */
    List<Neighbours> neighbours() {
        return new ArrayList<>(neighbours);
    }

    /** What was seen of both sides that makes values doubtful. */
    Doubts doubts() {
        return new Doubts(diversity, realCopies, fakeCopies, distance, confidence, lineEnd);
    }

    /** How real each image looks, where it was asked for. */
    Optional<RealismScores> realism() {
        return realism;
    }
}
