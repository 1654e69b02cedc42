package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.MeanTruncation;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetDistanceTest;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.torch.TorchEngine;

class SmallMetricsTest {
    @BeforeAll
    static void startEngine() {
        TorchEngine.start(Progress.NONE);
    }

    @Test
    void measuresThePathsOfAGeneratorThatDrawsItsCodes() {
        // Pixels are half the code and features half of that: speeds of a quarter turn's arc.
        double found =
                PathLengths.mean(
                        PathLengths.ofLatentCodes(
                                PathLengths.Space.Z,
                                new Codes(),
                                new PixelExtractor(new ImageShape(1, 16, 16)),
                                400,
                                1,
                                Progress.NONE));
        double arc = Math.PI / 2;
        assertEquals(arc * arc * 256 / 16, found, 0.05 * arc * arc * 256 / 16);
    }

    @Test
    void measuresStraightPathsBetweenMappedCodes() {
        // Normal codes lie the root of twice their size apart; features are a quarter of the code.
        double found =
                PathLengths.mean(
                        PathLengths.ofLatentCodes(
                                PathLengths.Space.W,
                                new Codes(),
                                new PixelExtractor(new ImageShape(1, 16, 16)),
                                400,
                                1,
                                Progress.NONE));
        assertEquals(2.0 * 256 / 16, found, 0.05 * 2.0 * 256 / 16);
    }

    /** Draws a code's 256 numbers as 16x16 pixels, at half their size. */
    private static final class Codes implements LatentImages {
        @Override
        public ImageShape shape() {
            return new ImageShape(1, 16, 16);
        }

        @Override
        public float[] images(int from, int count) {
            return synthesize(draw(from + count, 0));
        }

        @Override
        public float[][] draw(int count, long seed) {
            return LatentCodes.gaussian(count, 256, seed);
        }

        @Override
        public int[] drawLabels(int count, long seed) {
            return new int[count];
        }

        @Override
        public float[][] map(float[][] codes, int[] labels) {
            return codes;
        }

        @Override
        public float[] synthesize(float[][] codes) {
            float[] pixels = new float[codes.length * 256];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = codes[i / 256][i % 256] / 2;
            }
            return pixels;
        }
    }

    @Test
    void movesAShiftedSetByItsShift() {
        float[] rows = FrechetDistanceTest.gaussian(200, 1, 1, 0, 1);
        float[] shifted = rows.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = rows[rows.length - 1 - i] + 2;
        }
        for (double p : new double[] {1, 2}) {
            assertEquals(
                    2,
                    SlicedWasserstein.distance(
                            new Features(200, 1, rows),
                            new Features(200, 1, shifted),
                            SlicedWasserstein.directions(3, 1, 1),
                            p,
                            Progress.NONE),
                    1e-6);
        }
        for (double[] each : SlicedWasserstein.directions(5, 40, 2)) {
            assertEquals(1, Arrays.stream(each).map(x -> x * x).sum(), 1e-12);
        }
    }

    @Test
    void readsTheEndOfALine() {
        double[] sizes = Arrays.stream(FidInfinity.sizes(1000)).asDoubleStream().toArray();
        double[] fids = Arrays.stream(sizes).map(n -> 7 + 300 / n).toArray();
        FidInfinity line = FidInfinity.of(sizes, fids);
        assertEquals(7, line.value(), 1e-9);
        assertEquals(300, line.slope(), 1e-6);
        assertEquals(7.3, line.at(1000), 1e-9);
        assertEquals(200, sizes[0]);
        assertEquals(1000, sizes[14]);
    }

    @Test
    void comparesShares() {
        ClassBalance balance =
                new ClassBalance(
                        List.of("a", "b", "c"),
                        new double[] {0.5, 0.5, 0},
                        new double[] {0.96, 0.04, 0});
        assertEquals(0.5, balance.modeCoverage());
        assertEquals(0.54, balance.fairness(), 1e-12);
        assertEquals(
                0.96 * Math.log(0.96 / 0.5) + 0.04 * Math.log(0.04 / 0.5),
                balance.divergence(0.001),
                1e-12);
        ClassBalance same =
                new ClassBalance(List.of("a", "b"), new double[] {1, 0}, new double[] {1, 0});
        assertEquals(1, same.fairness());
        assertEquals(0, same.divergence(0.1));
        assertEquals(1, same.modeCoverage());
    }

    @Test
    void drawsKidSubsetsThatDiffer() {
        Features real = new Features(120, 4, FrechetDistanceTest.gaussian(120, 4, 1, 0, 1));
        Features fake = new Features(100, 4, FrechetDistanceTest.gaussian(100, 4, 2, 0, 1));
        assertEquals(50, KernelDistance.subsetSize(120, 100));
        assertEquals(1000, KernelDistance.subsetSize(50_000, 10_000));
        KernelDistance kid = KernelDistance.of(real, fake, 1, Progress.NONE);
        assertTrue(kid.deviation() > 0);
        assertEquals(KernelDistance.ofWholeSets(real, fake, 3, 1), kid.mean(), kid.deviation());
        assertEquals(kid, KernelDistance.of(real, fake, 1, Progress.NONE));
    }

    @Test
    void drawsCodesTowardsTheirMean() {
        float[] w = {1, 2, 3, 4, 5, 6, 7, 8};
        float[] mean = {1, 0};
        assertArrayEquals(w, MeanTruncation.apply(w, mean, 1, 2, -1));
        assertArrayEquals(
                new float[] {1, 0, 1, 0, 1, 0, 1, 0}, MeanTruncation.apply(w, mean, 0, 2, -1));
        assertArrayEquals(
                new float[] {1, 1, 3, 4, 3, 3, 7, 8}, MeanTruncation.apply(w, mean, 0.5, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> MeanTruncation.apply(w, mean, 1, 3, -1));
    }
}
