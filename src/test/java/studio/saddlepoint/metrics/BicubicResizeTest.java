package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BicubicResizeTest {
    /** Pillow rounds the same sums to float, in another order of operations. */
    private static final double ROUNDING = 5e-5;

    @ParameterizedTest
    @ValueSource(strings = {"smaller", "larger", "mixed", "same", "tall"})
    void givesWhatPillowGives(String name) {
        Npz npz =
                Npz.read(
                        NpzTest.RESOURCES.resolve("pillow-bicubic.npz"),
                        Set.of(name, name + "_to"));
        Npy source = npz.arrays().get(name);
        Npy expected = npz.arrays().get(name + "_to");
        assertNotNull(source);
        assertNotNull(expected);
        byte[] bytes = new byte[source.values().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) source.values()[i];
        }
        float[] found = new float[expected.values().length];
        new BicubicResize(
                        source.shape()[1],
                        source.shape()[0],
                        expected.shape()[1],
                        expected.shape()[0])
                .plane(bytes, 0, found, 0);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected.values()[i], found[i], ROUNDING, name + " " + i);
        }
    }

    /** Every target pixel as the quotient of two double sums over all source pixels. */
    @ParameterizedTest
    @CsvSource({"32, 32, 299, 299", "40, 25, 7, 60", "3, 50, 3, 9"})
    void isAWeightedMeanByTheWidenedKernel(int width, int height, int toWidth, int toHeight) {
        byte[] source = new byte[width * height];
        new Random(3).nextBytes(source);
        float[] found = new float[toWidth * toHeight];
        new BicubicResize(width, height, toWidth, toHeight).plane(source, 0, found, 0);
        Random random = new Random(4);
        for (int sample = 0; sample < 200; sample++) {
            int x = random.nextInt(toWidth);
            int y = random.nextInt(toHeight);
            double sum = 0;
            double weights = 0;
            for (int v = 0; v < height; v++) {
                for (int u = 0; u < width; u++) {
                    double weight = weight(u, x, width, toWidth) * weight(v, y, height, toHeight);
                    sum += weight * (source[v * width + u] & 0xff);
                    weights += weight;
                }
            }
            double expected = Math.max(0, Math.min(255, sum / weights));
            assertEquals(expected, found[y * toWidth + x], 1e-4, x + "," + y);
        }
    }

    private static double weight(int source, int target, int from, int to) {
        double scale = (double) from / to;
        double at = Math.abs((source + 0.5 - (target + 0.5) * scale) / Math.max(1, scale));
        if (at >= 2) {
            return 0;
        }
        return at < 1
                ? 1.5 * Math.pow(at, 3) - 2.5 * at * at + 1
                : -0.5 * Math.pow(at, 3) + 2.5 * at * at - 4 * at + 2;
    }

    @Test
    void keepsImagesOfTheRightSize() {
        byte[] source = new byte[299 * 299 + 1];
        new Random(5).nextBytes(source);
        float[] found = new float[299 * 299];
        new BicubicResize(299, 299, 299, 299).plane(source, 1, found, 0);
        float[] expected = new float[found.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = source[i + 1] & 0xff;
        }
        assertArrayEquals(expected, found);
    }
}
