package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

class BootstrapTest {
    private static final int D = 8;
    private static final int N = 400;

    @BeforeAll
    static void startEngine() {
        TorchEngine.start(Progress.NONE);
    }

    @Test
    void tellsHowMuchADistanceVariesFromDrawToDraw() {
        FeatureStatistics real =
                FrechetDistanceTest.statistics(FrechetDistanceTest.gaussian(20_000, D, 1, 0, 1), D);
        double[] distances = new double[60];
        double[] widths = new double[12];
        try (FrechetReference reference = new FrechetReference(real)) {
            for (int i = 0; i < distances.length; i++) {
                float[] rows = FrechetDistanceTest.gaussian(N, D, 100 + i, 0.3, 1.2);
                FeatureStatistics fake = FrechetDistanceTest.statistics(rows, D);
                distances[i] = reference.distance(fake);
                assertEquals(FrechetDistance.between(real, fake), distances[i], 1e-9);
                if (i < widths.length) {
                    Interval interval =
                            Bootstrap.ofDistance(
                                    reference,
                                    new Features(N, D, rows),
                                    N,
                                    distances[i],
                                    i,
                                    Progress.NONE);
                    widths[i] = (interval.high() - interval.low()) / (2 * 1.96);
                }
            }
        }
        double truth = Statistics.sampleDeviation(distances);
        double told = Statistics.mean(widths);
        assertTrue(told > 0.7 * truth && told < 1.4 * truth, told + " for " + truth);
    }

    @Test
    void scalesTheDeviationWhereOnlySomeRowsAreLookedAt() {
        FeatureStatistics real =
                FrechetDistanceTest.statistics(FrechetDistanceTest.gaussian(900, D, 2, 0, 1), D);
        Features rows = new Features(N, D, FrechetDistanceTest.gaussian(N, D, 3, 0.3, 1.2));
        try (FrechetReference reference = new FrechetReference(real)) {
            Interval some = Bootstrap.ofDistance(reference, rows, 4 * N, 1000, 1, Progress.NONE);
            Interval all = Bootstrap.ofDistance(reference, rows, N, 1000, 1, Progress.NONE);
            assertEquals(
                    (all.high() - all.low()) / 2, some.high() - some.low(), 1e-9, "half as wide");
        }
    }

    @Test
    void countsRowsAsOftenAsTheyAreDrawn() {
        FeatureStatistics real =
                FrechetDistanceTest.statistics(FrechetDistanceTest.gaussian(90, D, 4, 0, 1), D);
        for (int n : new int[] {5, 30}) {
            float[] rows = FrechetDistanceTest.gaussian(n, D, 5, 0.2, 1);
            int[] times = new int[n];
            times[0] = 2;
            times[1] = 1;
            times[3] = n - 3;
            float[] repeated = new float[n * D];
            int to = 0;
            for (int i = 0; i < n; i++) {
                for (int t = 0; t < times[i]; t++) {
                    System.arraycopy(rows, i * D, repeated, to, D);
                    to += D;
                }
            }
            try (FrechetReference reference = new FrechetReference(real);
                    FrechetReference.Rows prepared = reference.rows(new Features(n, D, rows))) {
                assertEquals(
                        reference.distance(FrechetDistanceTest.statistics(repeated, D)),
                        prepared.distance(times),
                        1e-6);
            }
        }
    }

    @Test
    void tellsSharesLikeTheBinomialDistribution() {
        boolean[] inside = new boolean[1000];
        Arrays.fill(inside, 0, 300, true);
        Interval interval = Bootstrap.ofShare(inside, 1);
        double deviation = Math.sqrt(0.3 * 0.7 / 1000);
        assertEquals(0.3 - 1.96 * deviation, interval.low(), 0.2 * deviation);
        assertEquals(0.3 + 1.96 * deviation, interval.high(), 0.2 * deviation);
        Interval all = Bootstrap.ofShare(new boolean[] {true, true, true, true}, 1);
        assertTrue(all.low() < 0.6 && all.high() == 1, "four of four say little: " + all);
        assertEquals(interval, Bootstrap.ofShare(inside, 1), "the same seed");
    }
}
